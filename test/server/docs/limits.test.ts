import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { limits } from '../../../src/server/http/limits.ts';

/** As people say it. */
const windows: Readonly<Record<number, string>> = { 600: 'ten minutes', 3600: 'an hour', 86_400: 'a day' };

test('docs/limits.md has every limit, as it is', () => {
  const rows = readFileSync('docs/limits.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:---|what)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    );
  const told = Object.entries(limits).flatMap(([what, bounds]) =>
    bounds.map(({ per, points, windowSeconds }) => [
      what,
      per,
      `${points.toLocaleString('en')} in ${windows[windowSeconds]}`,
    ]),
  );
  assert.deepEqual(rows, told);
});
