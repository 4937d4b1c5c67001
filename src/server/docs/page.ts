/**
 * `/docs`: the OpenAPI document as one HTML page. The page has a strict policy, no script, and loads nothing.
 * It is made from the document alone, so whatever the page says, a machine can read as well.
 */
import { createHash } from 'node:crypto';
import type { Operation } from './operations/operation.ts';
import type { Json, JsonObject } from './json-schema.ts';

/**
 * The style sheet stands in the page. Its hash is in the policy, so a changed sheet changes the policy with
 * it.
 */
const style = `
:root { color-scheme: light dark; --ink: light-dark(#16181d, #e8eaf0); --soft: light-dark(#5b6270, #a2a9b8); --line: light-dark(#dfe3ea, #333845); --tint: light-dark(#f5f7fa, #1d2129); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #14171c); display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
nav { border-inline-end: 1px solid var(--line); padding: 1.5rem 1rem; font-size: 0.875rem; position: sticky; top: 0; height: 100vh; overflow: auto; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav a { color: inherit; text-decoration: none; display: block; padding: 0.15rem 0; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem); max-width: 60rem; }
h1 { font-size: 1.75rem; } h2 { margin-top: 3rem; } h3 { margin: 2.25rem 0 0.25rem; }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
pre, .call { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 0.75rem; overflow: auto; }
.call b { margin-inline-end: 0.75ch; } p { margin: 0.5rem 0; } .soft { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0.5rem 0 1rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { font-weight: 600; color: var(--soft); } td:first-child { white-space: nowrap; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } td:first-child { white-space: normal; } }
`;

/** Only this style sheet applies, and nothing can be loaded. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * Returns the page as text. Every value goes through `escape` or `prose`: descriptions come from our code and
 * have `<`, `&` and backticks in them.
 */
export function docsPage(document: JsonObject): string {
  const groups = operationsByTag(document);
  const schemas = Object.entries(at(document, 'components', 'schemas') as JsonObject);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Flows API</title><style>${style}</style></head>
<body>
<nav aria-label="Contents">${groups
    .map(
      ([tag, list]) =>
        `<strong>${escape(tag)}</strong><ul>${list.map(({ operation }) => `<li><a href="#${escape(text(operation['operationId']))}">${escape(text(operation['summary']))}</a></li>`).join('')}</ul>`,
    )
    .join(
      '',
    )}<strong>Objects</strong><ul>${schemas.map(([name]) => `<li><a href="#schema-${escape(name)}">${escape(name)}</a></li>`).join('')}</ul></nav>
<main>
<h1>${escape(text(at(document, 'info', 'title')))}</h1>
<p>${prose(text(at(document, 'info', 'description')))}</p>
<p>The same as a machine reads it: <a href="/openapi.json">openapi.json</a></p>
${groups.map(([tag, list]) => `<h2>${escape(tag)}</h2>${list.map((entry) => operationHtml(entry)).join('')}`).join('')}
<h2>Objects</h2>
${schemas.map(([name, schema]) => `<h3 id="schema-${escape(name)}">${escape(name)}</h3>${schemaHtml(schema as JsonObject)}`).join('')}
</main>
</body>
</html>
`;
}

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
}

/**
 * Returns the calls under their first tag, in the order of the document. Every operation has exactly one tag.
 */
function operationsByTag(document: JsonObject): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const [path, methods] of Object.entries(document['paths'] as JsonObject)) {
    for (const [method, operation] of Object.entries(methods as JsonObject)) {
      const entry = { method, path, operation: operation as JsonObject };
      const tag = text(((operation as JsonObject)['tags'] as Json[])[0]);
      groups.set(tag, [...(groups.get(tag) ?? []), entry]);
    }
  }
  return [...groups];
}

/** How each kind of credentials is said. A kind without words does not compile. */
const access: Readonly<Record<string, string>> = {
  basic: 'HTTP Basic, <code>client_id:api_key</code>',
  session: 'Bearer token of the payee’s session',
} satisfies Record<Exclude<Operation['security'], 'none'>, string>;

function operationHtml({ method, path, operation }: Entry): string {
  const security = Object.keys(((operation['security'] as Json[])[0] ?? {}) as JsonObject)[0];
  const parameters = operation['parameters'] as JsonObject[];
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema') as
    JsonObject | undefined;
  // The first answer is the good one, and `default` comes after it. Numbers come before words in every
  // object.
  const [[status, answer]] = Object.entries(operation['responses'] as JsonObject) as [[string, Json]];
  const [type, content] = Object.entries((at(answer, 'content') ?? {}) as JsonObject)[0] ?? ['', undefined];
  return `<section id="${escape(text(operation['operationId']))}">
<h3>${escape(text(operation['summary']))}</h3>
<p class="call"><b>${escape(method.toUpperCase())}</b><code>/v2${escape(path)}</code></p>
${operation['deprecated'] ? '<p class="soft">Kept for clients of the older spelling.</p>' : ''}
${operation['description'] === undefined ? '' : `<p>${prose(text(operation['description']))}</p>`}
<p class="soft">${security === undefined ? 'No credentials.' : `${access[security] ?? ''}.`}</p>
${
  parameters.length === 0
    ? ''
    : table(
        ['Parameter', 'In', 'Meaning'],
        parameters.map((parameter) => [
          code(text(parameter['name'])),
          escape(text(parameter['in'])),
          `${typeOf(parameter['schema'] as JsonObject)}${parameter['description'] === undefined ? '' : ` ${prose(text(parameter['description']))}`}`,
        ]),
      )
}
${body === undefined ? '' : `<p><strong>Body</strong></p>${schemaHtml(body)}`}
<p><strong>Answer ${escape(status)}</strong> ${content === undefined ? 'without a body' : type === 'application/json' ? '' : code(type)}</p>
${type === 'application/json' ? schemaHtml(at(content ?? {}, 'schema') as JsonObject) : ''}
</section>`;
}

/**
 * Describes an object field by field. A union is described branch by branch, because each has other fields.
 */
function schemaHtml(schema: JsonObject): string {
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonObject[] | undefined;
  if (branches) return branches.map((branch) => schemaHtml(branch)).join('<p class="soft">or</p>');
  const properties = schema['properties'] as JsonObject | undefined;
  if (!properties || Object.keys(properties).length === 0) return `<p>${typeOf(schema)}</p>`;
  const required = new Set((schema['required'] ?? []) as string[]);
  const description =
    schema['description'] === undefined ? '' : `<p>${prose(text(schema['description']))}</p>`;
  return (
    description +
    table(
      ['Field', 'Type', ''],
      Object.entries(properties).map(([name, value]) => [
        code(name),
        typeOf(value as JsonObject),
        required.has(name) ? '' : '<span class="soft">optional</span>',
      ]),
    )
  );
}

/**
 * Describes a type in a few words. An object within an object is described by the names of its fields, down
 * to the second level: a table cell has room for no more.
 */
function typeOf(schema: JsonObject, depth = 0): string {
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonObject[] | undefined;
  if (branches) return [...new Set(branches.map((branch) => typeOf(branch, depth)))].join(' or ');
  if (schema['const'] !== undefined) return code(JSON.stringify(schema['const']));
  if (Array.isArray(schema['enum'])) {
    const values = schema['enum'] as string[];
    // A country has about 250 values, which nobody reads in a table.
    return values.length > 12
      ? `${values
          .slice(0, 3)
          .map((value) => code(value))
          .join(', ')} … (${values.length} values)`
      : values.map((value) => code(value)).join(', ');
  }
  if (schema['type'] === 'array') return `list of ${typeOf((schema['items'] ?? {}) as JsonObject, depth)}`;
  const properties = schema['properties'] as JsonObject | undefined;
  if (properties) {
    if (depth > 1) return 'object';
    return `{ ${Object.entries(properties)
      .map(([name, value]) => `${code(name)}: ${typeOf(value as JsonObject, depth + 1)}`)
      .join(', ')} }`;
  }
  const format = schema['format'] === undefined ? '' : ` (${escape(text(schema['format']))})`;
  return schema['type'] === undefined ? 'anything' : `${escape(text(schema['type']))}${format}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const code = (value: string) => `<code>${escape(value)}</code>`;
/** Text as descriptions have it: plain, with code between backticks. */
const prose = (value: string) => escape(value).replace(/`([^`]+)`/g, '<code>$1</code>');
const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');

function at(value: Json, ...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? (inner as JsonObject)[key]
        : undefined,
    value,
  );
}

/** Escapes for text and for quoted attributes alike. */
function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
