/** Each call says what its name does not: when to use it, and what follows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '../../../src/server/docs/operations.ts';
import { createTestServer } from '../support.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];

test('each call has a description that says more than its summary', () => {
  const bare = operations.filter(({ description = '', summary }) => {
    const known = new Set(wordsOf(summary));
    const more = wordsOf(description).filter((word) => !known.has(word));
    return more.length < 8 || !/^["“`\p{Lu}\d].*[.:)]$/su.test(description);
  });
  assert.deepEqual(
    bare.map(({ id, description }) => `${id}: ${description}`),
    [],
  );
});

test('no two calls have the same one', () => {
  const all = operations.map(({ description }) => description);
  assert.equal(new Set(all).size, all.length);
});

test('they name calls and events that there are', async () => {
  const { app } = await createTestServer();
  const { paths } = (await (await app.request('/openapi.json')).json()) as {
    paths: Record<string, Record<string, { description: string }>>;
  };
  const events = await (await app.request('/docs')).text();
  const wrong: string[] = [];
  for (const { id, description = '' } of operations) {
    for (const [, method = '', path = ''] of description.matchAll(
      /`(GET|POST|PUT|PATCH|DELETE) (\/[^`\s?]*)/g,
    ))
      if (!path.includes('…') && !paths[path]?.[method.toLowerCase()]) wrong.push(`${id}: ${method} ${path}`);
    for (const [, event = ''] of description.matchAll(/`((?:flow|user|payment_method)\.[a-z_.]+)`/g))
      if (!events.includes(event)) wrong.push(`${id}: ${event}`);
  }
  assert.deepEqual(wrong, []);
});
