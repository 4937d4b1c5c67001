import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '../../../src/server/docs/operations.ts';
import { parameters } from '../../../src/server/docs/parameters.ts';
import { queries } from '../../../src/server/partner/queries.ts';

test('every partner call documents what it takes in its query, and takes nothing else', () => {
  const documented = operations
    .filter(({ security }) => security === 'basic')
    .flatMap((operation) => {
      const names = (parameters(operation) as { name: string; in: string }[]).flatMap((one) =>
        one.in === 'query' ? [one.name] : [],
      );
      const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
      return names.length > 0 ? [[`${operation.method.toUpperCase()} ${path}`, names.sort()] as const] : [];
    });
  const taken = Object.entries(queries).map(([call, { shape }]) => [call, Object.keys(shape).sort()]);
  assert.deepEqual(Object.fromEntries(taken), Object.fromEntries(documented));
});
