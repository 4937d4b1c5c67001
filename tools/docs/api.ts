/**
 * The reference of the Flows API: a page for each kind of thing, made of the OpenAPI document by what
 * makes `/docs`.
 */
import { at, escape, prose, text } from '../../src/server/docs/html.ts';
import type { JsonObject } from '../../src/server/docs/json-schema.ts';
import { openApiDocument } from '../../src/server/docs/openapi.ts';
import { operationHtml, operationsByTag, tagWords } from '../../src/server/docs/page.ts';
import { schemaHtml } from '../../src/server/docs/schema-html.ts';
import { slugOf } from './markdown.ts';

interface ReferencePage {
  readonly address: string;
  readonly title: string;
  readonly html: string;
}

const document = openApiDocument('https://pay.example', { sandbox: true });

function makePages(): ReferencePage[] {
  const groups = operationsByTag(document);
  const schemas = Object.entries(at(document, 'components', 'schemas') as JsonObject);
  const pages = groups.map(([tag, operations]) => ({
    address: `/api/${slugOf(tag)}/`,
    title: tag,
    html: `<h1>${escape(tag)}</h1><p>${prose(tagWords(document, tag))}</p>${operations.map((operation) => operationHtml(operation, null)).join('')}`,
  }));
  const objects = {
    address: '/api/objects/',
    title: 'Objects',
    html: `<h1>Objects</h1><p>What calls take and answer, and webhooks tell.</p>${schemas.map(([name, schema]) => `<h3 id="schema-${escape(name)}">${escape(name)}</h3>${schemaHtml(schema as JsonObject)}`).join('')}`,
  };
  const index = {
    address: '/api/',
    title: 'Flows API',
    html: `<h1>Flows API</h1><p>Every call that your server makes, and every call of the payee's side. <a href="/openapi.json">openapi.json</a> says the same to machines; a server of yours has it at <code>/openapi.json</code>, and at <code>/docs</code> a page on which a sandbox can be tried.</p>${groups
      .map(
        ([tag, operations], n) =>
          `<h2 id="${slugOf(tag)}"><a href="${pages[n]?.address ?? ''}">${escape(tag)}</a></h2><ul>${operations.map(({ method, path, operation }) => `<li><a href="${pages[n]?.address ?? ''}#${escape(text(operation['operationId']))}">${escape(text(operation['summary']))}</a> <code>${method.toUpperCase()} /v2${escape(path)}</code></li>`).join('')}</ul>`,
      )
      .join('')}<h2 id="objects"><a href="/api/objects/">Objects</a></h2>`,
  };
  return [index, ...pages, objects].map((page) => ({ ...page, html: linked(page.html) }));
}

/** Headings get their ids, and what leads to an object leads to its page. */
const linked = (html: string): string =>
  html
    .replace(/<table/g, '<div class="table" tabindex="0"><table')
    .replace(/<\/table>/g, '</table></div>')
    .replace(/href="#schema-/g, 'href="/api/objects/#schema-')
    .replace(/<section id="([^"]+)">\s*<h3>/g, '<section><h2 id="$1">')
    .replace(/(<h2 id="[^"]+">(?:(?!<\/h[23]>).)*)<\/h3>/g, '$1</h2>');

/** Made once: the build of the site, each of its pages and the files for agents want them. */
export const referencePages: readonly ReferencePage[] = makePages();
export const openApiJson = JSON.stringify(document);
