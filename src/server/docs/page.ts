/**
 * `/docs`: the OpenAPI document as one HTML page. The page has a strict policy and loads nothing. Its one
 * script searches the page; that of a sandbox has another, with which each call can be tried. It is made from
 * the document alone, so whatever the page says, a machine can read as well.
 */
import { createHash } from 'node:crypto';
import { guide } from './guide.ts';
import { at, code, escape, example, opened, paragraphs, prose, table, text } from './html.ts';
import type { Json, JsonObject } from './json-schema.ts';
import type { Operation } from './operations/operation.ts';
import { style } from './page-style.ts';
import { schemaHtml, typeOf } from './schema-html.ts';
import { searchBox, searchScript } from './search.ts';
import { kindsOf, tryAs, tryForm, type Kinds } from './try-it.ts';
import { tryScript } from './try-script.ts';

const hashOf = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Only this style sheet and these scripts apply, and nothing is loaded. A sandbox's may call the API. */
export const docsPolicy = ({ sandbox }: { readonly sandbox: boolean }): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${[searchScript, ...(sandbox ? [tryScript] : [])].map(hashOf).join(' ')}`,
    ...(sandbox ? ["connect-src 'self'"] : []),
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ].join('; ');

/**
 * Returns the page as text. Every value goes through `escape` or `prose`: descriptions come from our code and
 * have `<`, `&` and backticks in them.
 */
export function docsPage(
  document: JsonObject,
  serverUrl: string,
  { sandbox }: { readonly sandbox: boolean },
): string {
  const sections = guide(serverUrl, { sandbox });
  const groups = operationsByTag(document);
  const schemas = Object.entries(at(document, 'components', 'schemas') as JsonObject);
  const kinds = sandbox ? kindsOf(document) : null;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Flows API</title><style>${style}</style></head>
<body>
<a class="skip" href="#content">Skip the contents</a>
<nav aria-label="Contents"><details><summary>Contents</summary><strong>Guide</strong><ul>${sections.map(({ id, title }) => `<li><a href="#guide-${id}">${escape(title)}</a></li>`).join('')}${sandbox ? '<li><a href="#try">Try it</a></li>' : ''}</ul>${groups
    .map(
      ([tag, list]) =>
        `<strong>${escape(tag)}</strong><ul>${list.map(({ operation }) => `<li><a href="#${escape(text(operation['operationId']))}">${escape(text(operation['summary']))}</a></li>`).join('')}</ul>`,
    )
    .join(
      '',
    )}<strong>Objects</strong><ul>${schemas.map(([name]) => `<li><a href="#schema-${escape(name)}">${escape(name)}</a></li>`).join('')}</ul></details></nav>
<main id="content">
<h1>${escape(text(at(document, 'info', 'title')))}</h1>
<p>The same as a machine reads it: <a href="/openapi.json">openapi.json</a></p>
${searchBox}
${sections.map(({ id, title, html }) => `<section id="guide-${id}"><h2>${escape(title)}</h2>${html}</section>`).join('')}
${sandbox ? tryAs : ''}
${groups.map(([tag, list]) => `<h2>${escape(tag)}</h2><p>${prose(tagWords(document, tag))}</p>${list.map((entry) => operationHtml(entry, kinds)).join('')}`).join('')}
<h2>Objects</h2>
${schemas.map(([name, schema]) => `<h3 id="schema-${escape(name)}">${escape(name)}</h3>${schemaHtml(schema as JsonObject)}`).join('')}
</main>
<script>${searchScript}</script>
${sandbox ? `<script>${tryScript}</script>\n` : ''}</body>
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
export function operationsByTag(document: JsonObject): [string, Entry[]][] {
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

/** `kinds`: what the forms fill in; null where there are none. */
export function operationHtml({ method, path, operation }: Entry, kinds: Kinds | null): string {
  const security = Object.keys(((operation['security'] as Json[])[0] ?? {}) as JsonObject)[0];
  const parameters = operation['parameters'] as JsonObject[];
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema') as
    JsonObject | undefined;
  const answers = Object.entries(operation['responses'] as JsonObject).filter(([status]) =>
    status.startsWith('2'),
  );
  const description = text(operation['description']);
  const summary = text(operation['summary']);
  return `<section id="${escape(text(operation['operationId']))}">
<h3>${escape(text(operation['summary']))}</h3>
<p class="call"><b>${escape(method.toUpperCase())}</b><code>/v2${escape(path)}</code></p>
${operation['deprecated'] ? '<p class="soft">Kept for clients of the older spelling.</p>' : ''}
${description === `${summary}.` ? '' : paragraphs(description)}
<p class="soft">${security === undefined ? 'No credentials.' : `${access[security] ?? ''}.`}</p>
${
  parameters.length === 0
    ? ''
    : table(
        ['Parameter', 'In', 'Meaning'],
        parameters.map((parameter) => [
          code(text(parameter['name'])),
          escape(text(parameter['in'])),
          `<span class="soft">${typeOf(parameter['schema'] as JsonObject)}</span>${parameter['description'] === undefined ? '' : `<br>${prose(text(parameter['description']))}`}`,
        ]),
        'short',
      )
}
${body === undefined ? '' : `<p><strong>Body</strong></p>${schemaHtml(body)}${example('Example of the body', at(operation, 'requestBody', 'content', 'application/json', 'example'))}`}
${answersHtml(answers)}
${samplesHtml(operation)}${errorsHtml(operation)}${kinds ? tryForm(method, path, operation, kinds) : ''}
</section>`;
}

/** The good answers. They have the same body, which is shown once. */
function answersHtml(answers: readonly (readonly [status: string, answer: Json])[]): string {
  const [, first = null] = answers[0] ?? [];
  const [type, content] = Object.entries((at(first, 'content') ?? {}) as JsonObject)[0] ?? ['', null];
  const said = answers.map(([status, answer]) => {
    const when = answers.length > 1 ? ` ${prose(text(at(answer, 'description')))}` : '';
    return `<p><strong>Answer ${escape(status)}</strong>${when}</p>`;
  });
  if (content === null) return `${said.join('')}<p class="soft">Without a body.</p>`;
  if (type !== 'application/json') return `${said.join('')}<p>${code(type)}</p>`;
  const schema = at(content, 'schema') as JsonObject;
  return said.join('') + schemaHtml(schema) + example('Example of the answer', at(content, 'example'));
}

const samplesHtml = (operation: JsonObject): string =>
  (operation['x-codeSamples'] as JsonObject[])
    .map(({ label, source }) => opened(text(label), text(source)))
    .join('');

/** What can go wrong, by status. */
function errorsHtml(operation: JsonObject): string {
  const refusals = Object.entries(operation['responses'] as JsonObject).filter(([status]) =>
    /^[45]/.test(status),
  );
  return `<details><summary>Errors</summary>${refusals
    .map(([status, answer]) => `<p><b>${status}</b></p>${paragraphs(text(at(answer, 'description')))}`)
    .join('')}</details>`;
}

export const tagWords = (document: JsonObject, tag: string): string =>
  text((document['tags'] as JsonObject[]).find(({ name }) => name === tag)?.['description']);
