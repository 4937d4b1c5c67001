/** What messages, comments and descriptions tell people to call exists, with that method. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { operations } from '../../../src/server/docs/operations.ts';
import { root, sourceFiles } from '../../../tools/imports.ts';

const shape = (path: string): string => path.replace(/^\/v2/, '').replace(/\{\w+\}/g, '{}');
const offered = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${shape(path)}`));

/** A pattern of the router, or a path that goes on in a variable, names no call. */
const named = /\b(GET|POST|PUT|PATCH|DELETE) (\/[\w{}/-]*[\w}])(?![\w{}/:$*…-])/g;

test('every call that the source names is offered', () => {
  const calls = sourceFiles().flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(named)].map(
      ([, method = '', path = '']) => [file, `${method} ${shape(path)}`] as const,
    ),
  );
  assert.ok(calls.length > 50, `${calls.length}`);
  assert.deepEqual(
    calls.filter(([, call]) => !offered.has(call)),
    [],
  );
});
