/** JSON Schema out of the contract's zod schemas. OpenAPI 3.1 takes it as it is. */
import { toJSONSchema } from 'zod/v4/core';
import type { $ZodType } from 'zod/v4/core';
import { describe } from './describe.ts';
import { namedSchemas } from './named-schemas.ts';

/** What `JSON.stringify` can write. The document is data, and `page.ts` reads it as data too. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** One call as it was made and answered. Absent: it has no such part, or it is no JSON. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly answer?: Json;
}

/** Examples by `operationId`. */
export type Examples = Readonly<Record<string, Example>>;

/** Adds to what zod made of a schema. */
type Also = (made: { zodSchema: $ZodType; jsonSchema: Record<string, unknown> }) => void;

/**
 * Returns a reference to a schema that has a name, else the schema itself. `key` says where it stands, for
 * the descriptions of its properties: `createUser.answer`.
 */
export function reference(schema: $ZodType, io: 'input' | 'output', key: string): JsonObject {
  const name = namedSchemas.get(schema);
  return name === undefined ? jsonSchema(schema, io, key) : { $ref: `#/components/schemas/${name}` };
}

/** Returns a zod schema as JSON Schema, with a description of each property. */
export const jsonSchema = (schema: $ZodType, io: 'input' | 'output', key: string): JsonObject =>
  describe(bareJsonSchema(schema, io), key);

/**
 * Returns a zod schema as JSON Schema. `io` decides between what is sent and what comes out of parsing. What
 * JSON Schema cannot say (a check in code) is left out, so a client may pass it and still be refused.
 */
export function bareJsonSchema(schema: $ZodType, io: 'input' | 'output', also?: Also): JsonObject {
  const { $schema: _, ...rest } = toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // A named schema inside another one becomes a reference to it.
    override({ zodSchema, jsonSchema: made }) {
      also?.({ zodSchema, jsonSchema: made });
      // Answers grow. A client that refuses what it does not know would break with the next version.
      if (io === 'output' && made.additionalProperties === false) delete made.additionalProperties;
      // `\p{L}` means something only with the flag `u`, which not every reader of a pattern sets.
      if (made.pattern?.includes('\\p{')) delete made.pattern;
      const parts = made.allOf?.filter(({ pattern }) => !pattern?.includes('\\p{'));
      if (parts?.length === 0) delete made.allOf;
      else if (parts) made.allOf = parts;
      const name = zodSchema === schema ? undefined : namedSchemas.get(zodSchema);
      if (name === undefined) return;
      for (const key of Object.keys(made)) Reflect.deleteProperty(made, key);
      made.$ref = `#/components/schemas/${name}`;
    },
  });
  return plain(rest) as JsonObject;
}

/** Returns the schema without what only zod's own tools use (`~standard`). */
function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key.startsWith('~') ? [] : [[key, plain(inner)]])),
  );
}
