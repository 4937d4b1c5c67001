/** Everything that the API's description names, it explains; and what stands for money says so. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openApiDocument } from '../../../src/server/docs/openapi.ts';
import { eachInner } from '../../../src/server/docs/describe.ts';
import { glossary } from '../../../src/server/docs/glossary.ts';
import type { JsonObject } from '../../../src/server/docs/json-schema.ts';
import { describedByComments } from '../../../tools/reference.ts';

interface Property {
  /** `User.wallet.amount` */
  readonly key: string;
  readonly field: string;
  readonly schema: JsonObject;
}

const document = openApiDocument('https://flows.test', { sandbox: true });

/** Returns every property of every schema in the document. */
function properties(): Property[] {
  const found: Property[] = [];
  const visit = (schema: JsonObject, key: string, field?: string): JsonObject => {
    if (field !== undefined) found.push({ key, field, schema });
    return eachInner(schema, key, visit);
  };
  const search = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'schema') visit(inner as JsonObject, key);
      else if (name === 'schemas')
        for (const [schema, made] of Object.entries(inner as object)) visit(made as JsonObject, schema);
      else if (!/^examples?$/.test(name)) search(inner, `${key}/${name}`);
    }
  };
  search(document, '');
  return found;
}

const descriptionOf = ({ description }: JsonObject) => (typeof description === 'string' ? description : '');

/** Names that stand for money when they are whole numbers. */
const money =
  /^(?:amount(?:_\d)?|fee|net|balance|minimum|maximum|withdrawable_amount|credit_balance)$|_amount$/;

describe('the API’s description', () => {
  test('explains every property', () => {
    const all = properties();
    assert.ok(all.length > 1000);
    const silent = all.filter(({ schema }) => descriptionOf(schema) === '');
    assert.deepEqual(
      silent.map(({ key }) => key),
      [],
    );
  });

  test('says of every sum of money that it is in cents of US dollars', () => {
    const sums = properties().filter(
      ({ field, schema }) => money.test(field) && [schema['type']].flat().includes('integer'),
    );
    assert.ok(sums.length > 20);
    const unclear = sums.filter(({ schema }) => !descriptionOf(schema).includes('cents of US dollars'));
    assert.deepEqual(
      unclear.map(({ key, schema }) => `${key}: ${descriptionOf(schema)}`),
      [],
    );
  });

  test('is what the comments beside the fields say: `npm run reference` was run', async () => {
    const kept = readFileSync(new URL('../../../src/server/docs/descriptions.ts', import.meta.url), 'utf8');
    assert.equal(kept, await describedByComments());
  });

  test('has no word in its glossary that no field is called by', () => {
    const fields = new Set(properties().map(({ field }) => field));
    assert.deepEqual(
      Object.keys(glossary).filter((field) => !fields.has(field)),
      [],
    );
  });

  test('lets answers grow: no answer forbids fields that a client does not know', () => {
    const closed: string[] = [];
    const search = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('additionalProperties' in value && value.additionalProperties === false) closed.push(at);
      for (const [name, inner] of Object.entries(value))
        if (name !== 'requestBody') search(inner, `${at}/${name}`);
    };
    search(document['paths'], '');
    const { schemas } = document['components'] as { schemas: JsonObject };
    for (const [name, schema] of Object.entries(schemas))
      if (!/^(?:Create|Update)/.test(name)) search(schema, name);
    assert.deepEqual(closed, []);
  });
});
