/**
 * `npm run reference` writes what the server describes its API with: `descriptions.ts`, of the comments
 * beside the fields of the contract's schemas, and `examples.ts`, of what the stories in
 * test/server/docs/examples asked a server and were answered. Tests compare both.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format } from 'prettier';
import type { $ZodType } from 'zod/v4/core';
import { glossary } from '../src/server/docs/glossary.ts';
import { eachInner } from '../src/server/docs/describe.ts';
import type { bareJsonSchema, Examples, Json, JsonObject } from '../src/server/docs/json-schema.ts';
import type { roots } from '../src/server/docs/roots.ts';
import { commentOf, commentedSchemas, withComments } from './comments.ts';
import { root } from './imports.ts';

const docs = join(root, 'src/server/docs');

/** Returns the text of `descriptions.ts`, made of the comments as they are now. */
export async function describedByComments(): Promise<string> {
  const { roots, bareJsonSchema } = await commentedDocs();
  const found: Record<string, string> = {};
  const collect = (schema: JsonObject, key: string): JsonObject => {
    // A branch of a union says no more than the property whose union it is.
    if (typeof schema['description'] === 'string' && !/\|\d+$/.test(key)) found[key] = schema['description'];
    return eachInner(schema, key, collect);
  };
  for (const { key, schema, io } of roots()) collect(bareJsonSchema(schema, io, addComments), key);
  const code = `/** Made by \`npm run reference\` of the comments beside the fields of the contract. Not edited by hand. */
export const descriptions: Readonly<Record<string, string>> = ${JSON.stringify(found)};
`;
  return formatted(code);
}

interface Told {
  readonly examples: Examples;
  readonly events: Readonly<Record<string, Json>>;
}

/** Returns the text of `examples.ts`, made of what the stories of the tests asked and were answered. */
export const shownByStories = ({ examples, events }: Told): Promise<string> =>
  formatted(`/** Made by \`npm run reference\` of the stories in test/server/docs/examples. Not edited by hand. */
import type { Examples, Json } from './json-schema.ts';

export const examples: Examples = ${JSON.stringify(examples)};

/** The payload of each event. */
export const events: Readonly<Record<string, Json>> = ${JSON.stringify(events)};
`);

const formatted = (code: string): Promise<string> =>
  format(code, { parser: 'typescript', printWidth: 110, singleQuote: true });

/** Writes what an object's shape has as comments into the JSON Schema of its properties. */
function addComments({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: $ZodType;
  jsonSchema: Record<string, unknown>;
}): void {
  const comment = schemaComment(zodSchema);
  if (comment !== undefined) jsonSchema['description'] ??= comment;
  const { shape } = zodSchema._zod.def as { shape?: Record<string | symbol, $ZodType> };
  const properties = jsonSchema['properties'] as Record<string, object> | undefined;
  if (!shape || !properties) return;
  jsonSchema['properties'] = Object.fromEntries(
    Object.entries(properties).map(([field, made]) => {
      const own = shape[commentOf(field)] as unknown as string | undefined;
      if (own !== undefined) return [field, { ...made, description: own }];
      // What a field means says more than what its schema is.
      const text = field in glossary ? undefined : innerComment(shape[field]);
      return [field, { ...made, description: text }];
    }),
  );
}

const schemaComment = (schema: $ZodType): string | undefined =>
  (globalThis as unknown as Record<symbol, WeakMap<$ZodType, string> | undefined>)[commentedSchemas]?.get(
    schema,
  );

/** Returns the comment of a schema that is made optional, nullable or a default of. */
function innerComment(schema: $ZodType | undefined): string | undefined {
  if (!schema) return undefined;
  const { innerType } = schema._zod.def as { innerType?: $ZodType };
  return schemaComment(schema) ?? innerComment(innerType);
}

/** Returns the server's own modules, with their comments as values. */
async function commentedDocs(): Promise<{ roots: typeof roots; bareJsonSchema: typeof bareJsonSchema }> {
  const directory = mkdtempSync(join(root, 'node_modules/.cache/reference-'));
  try {
    const outfile = join(directory, 'docs.mjs');
    await build({
      stdin: {
        contents: `export { roots } from './roots.ts'; export { bareJsonSchema } from './json-schema.ts';`,
        resolveDir: join(root, 'src/server/docs'),
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      outfile,
      plugins: [
        {
          name: 'comments',
          setup: (bundle) => {
            bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
              contents: withComments(readFileSync(path, 'utf8')),
              loader: 'ts',
            }));
          },
        },
      ],
    });
    return (await import(pathToFileURL(outfile).href)) as Awaited<ReturnType<typeof commentedDocs>>;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(docs, 'descriptions.ts'), await describedByComments());
  // The stories are told by a whole server, which is described by the file above.
  const { tellStories } = await import('../test/server/docs/examples/stories.ts');
  writeFileSync(join(docs, 'examples.ts'), await shownByStories(await tellStories()));
  // The stories’ database stays open until tests end, and here are none.
  process.exit();
}
