/**
 * `/docs`: the OpenAPI document as one HTML page. The page has a strict policy and loads nothing; only that
 * of a sandbox has a script, with which each call can be tried. It is made from the document alone, so
 * whatever the page says, a machine can read as well.
 */
import { createHash } from 'node:crypto';
import type { Operation } from './operations/operation.ts';
import { guide } from './guide.ts';
import { at, code, escape, example, opened, paragraphs, prose, table, text } from './html.ts';
import type { Json, JsonObject } from './json-schema.ts';
import { schemaHtml, typeOf } from './schema-html.ts';
import { tryAs, tryForm } from './try-it.ts';
import { tryScript } from './try-script.ts';

/**
 * The style sheet stands in the page. Its hash is in the policy, so a changed sheet changes the policy with
 * it.
 */
const style = `
:root { color-scheme: light dark; --ink: light-dark(#16181d, #e8eaf0); --soft: light-dark(#5b6270, #a2a9b8); --line: light-dark(#dfe3ea, #333845); --tint: light-dark(#f5f7fa, #1d2129); --edge: light-dark(#7b8494, #737c8d); --mark: light-dark(#1f5fd6, #8ab4ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #14171c); display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
nav { border-inline-end: 1px solid var(--line); padding: 1.5rem 1rem; font-size: 0.875rem; position: sticky; top: 0; height: 100vh; overflow: auto; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav a { color: inherit; text-decoration: none; display: block; padding: 0.15rem 0; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem); max-width: 60rem; }
h1 { font-size: 1.75rem; } h2 { margin-top: 3rem; } h3 { margin: 2.25rem 0 0.25rem; }
code, pre, .pre { font: 0.875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre, .call, .pre { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 0.75rem; overflow: auto; }
.call b { margin-inline-end: 0.75ch; } p { margin: 0.5rem 0; } .soft { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0.5rem 0 1rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.try form, .as { display: grid; gap: 0.5rem; justify-items: start; } label { display: grid; width: 100%; max-width: 34rem; font-size: 0.875rem; color: var(--soft); }
input, textarea, button { font: inherit; color: var(--ink); background: transparent; border: 1px solid var(--edge); border-radius: 6px; padding: 0.4rem 0.6rem; min-height: 2.75rem; min-width: 0; }
textarea { font: 0.875rem/1.5 ui-monospace, monospace; } button { padding-inline: 1.25rem; font-weight: 600; cursor: pointer; } summary { padding-block: 0.35rem; cursor: pointer; }
output.pre { width: 100%; white-space: pre-wrap; } output.pre:empty { display: none; } :focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
th { font-weight: 600; color: var(--soft); } td:first-child { white-space: nowrap; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } td:first-child { white-space: normal; } }
`;

const hashOf = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Only this style sheet applies, and nothing can be loaded. A sandbox's own script may call the API. */
export const docsPolicy = ({ sandbox }: { readonly sandbox: boolean }): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(sandbox ? [`script-src ${hashOf(tryScript)}`, "connect-src 'self'"] : []),
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
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Flows API</title><style>${style}</style></head>
<body>
<nav aria-label="Contents"><strong>Guide</strong><ul>${sections.map(({ id, title }) => `<li><a href="#guide-${id}">${escape(title)}</a></li>`).join('')}${sandbox ? '<li><a href="#try">Try it</a></li>' : ''}</ul>${groups
    .map(
      ([tag, list]) =>
        `<strong>${escape(tag)}</strong><ul>${list.map(({ operation }) => `<li><a href="#${escape(text(operation['operationId']))}">${escape(text(operation['summary']))}</a></li>`).join('')}</ul>`,
    )
    .join(
      '',
    )}<strong>Objects</strong><ul>${schemas.map(([name]) => `<li><a href="#schema-${escape(name)}">${escape(name)}</a></li>`).join('')}</ul></nav>
<main>
<h1>${escape(text(at(document, 'info', 'title')))}</h1>
<p>The same as a machine reads it: <a href="/openapi.json">openapi.json</a></p>
${sections.map(({ id, title, html }) => `<section id="guide-${id}"><h2>${escape(title)}</h2>${html}</section>`).join('')}
${sandbox ? tryAs : ''}
${groups.map(([tag, list]) => `<h2>${escape(tag)}</h2><p>${prose(tagWords(document, tag))}</p>${list.map((entry) => operationHtml(entry, sandbox)).join('')}`).join('')}
<h2>Objects</h2>
${schemas.map(([name, schema]) => `<h3 id="schema-${escape(name)}">${escape(name)}</h3>${schemaHtml(schema as JsonObject)}`).join('')}
</main>
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

function operationHtml({ method, path, operation }: Entry, sandbox: boolean): string {
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
          `<span class="soft">${typeOf(parameter['schema'] as JsonObject)}</span>${parameter['description'] === undefined ? '' : `<br>${prose(text(parameter['description']))}`}`,
        ]),
      )
}
${body === undefined ? '' : `<p><strong>Body</strong></p>${schemaHtml(body)}${example('Example of the body', at(operation, 'requestBody', 'content', 'application/json', 'example'))}`}
<p><strong>Answer ${escape(status)}</strong> ${content === undefined ? 'without a body' : type === 'application/json' ? '' : code(type)}</p>
${type === 'application/json' ? schemaHtml(at(content ?? {}, 'schema') as JsonObject) + example('Example of the answer', at(content ?? {}, 'example')) : ''}
${samplesHtml(operation)}${errorsHtml(operation)}${sandbox ? tryForm(method, path, operation) : ''}
</section>`;
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

const tagWords = (document: JsonObject, tag: string): string =>
  text((document['tags'] as JsonObject[]).find(({ name }) => name === tag)?.['description']);
