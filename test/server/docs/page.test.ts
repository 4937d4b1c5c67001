/** The page has what the description has: fields within fields, all answers, the server's own address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachInner } from '../../../src/server/docs/describe.ts';
import { prose } from '../../../src/server/docs/html.ts';
import type { JsonObject } from '../../../src/server/docs/json-schema.ts';
import { openApiDocument } from '../../../src/server/docs/openapi.ts';
import { docsPage } from '../../../src/server/docs/page.ts';

const serverUrl = 'https://flows.test';
const document = openApiDocument(serverUrl, { sandbox: true });
const html = docsPage(document, serverUrl, { sandbox: true });

test('each field of each schema has its meaning on the page, those within others as well', () => {
  const unsaid = new Set<string>();
  let count = 0;
  const visit = (schema: JsonObject, key: string, field?: string): JsonObject => {
    const { description } = schema;
    if (field !== undefined && typeof description === 'string') {
      count += 1;
      if (!html.includes(prose(description))) unsaid.add(`${key}: ${description}`);
    }
    return eachInner(schema, key, visit);
  };
  const schemas = (document['components'] as { schemas: Record<string, JsonObject> }).schemas;
  for (const [name, schema] of Object.entries(schemas)) visit(schema, name);
  assert.ok(count > 400);
  assert.deepEqual([...unsaid], []);
  for (const path of ['compliance.flags.ofac', 'steps[].force', 'steps[].redirect_url'])
    assert.ok(html.replaceAll('<wbr>', '').includes(`<code>${path}</code>`), path);
});

test('a call with two good answers shows both', () => {
  const section = html.split('<section id="createUser">')[1]?.split('</section>')[0] ?? '';
  assert.match(section, /Answer 200.*Answer 201/s);
});

test('examples name this server, and no other', () => {
  assert.doesNotMatch(JSON.stringify(document) + html, /localhost:4400/);
  assert.match(JSON.stringify(document), /"link":"https:\/\/flows\.test\/flow\//);
});

test('what a form makes goes into the forms that are about it', () => {
  for (const [path, kind] of [
    ['/payouts', 'transfers'],
    ['/webhook-endpoints/{id}/test', 'deliveries'],
    ['/apps', 'apps'],
    ['/flows', 'flows'],
    ['/flow/create', 'flows'],
    ['/flows/{id}/sessions', 'sessions'],
  ] as const)
    assert.match(html, new RegExp(`data-path="${path}" data-security="\\w+" data-kind="${kind}"`), path);
});
