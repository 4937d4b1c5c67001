import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { placeBounds, placeNames, placeSetting } from '../../../src/server/ports/places.ts';
import { limits } from '../../../src/server/http/limits.ts';

/** As people say it. */
const windows: Readonly<Record<number, string>> = { 600: 'ten minutes', 3600: 'an hour', 86_400: 'a day' };

const page = readFileSync('docs/limits.md', 'utf8');

/** Returns the first three cells of each row of the tables in `text`. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:---|what|setting)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    );

test('docs/limits.md has every limit, as it is', () => {
  const told = Object.entries(limits).flatMap(([what, bounds]) =>
    bounds.map(({ per, points, windowSeconds }) => [
      what,
      per,
      `${points.toLocaleString('en')} in ${windows[windowSeconds]}`,
    ]),
  );
  assert.deepEqual(rowsOf(page.slice(0, page.indexOf('## Places'))), told);
});

test('docs/limits.md has every place, as it is', () => {
  assert.deepEqual(
    rowsOf(page.slice(page.indexOf('## Places'))).map(([setting, , usual]) => [setting, usual]),
    placeNames.map((place) => [`\`${placeSetting(place)}\``, String(placeBounds[place].usual)]),
  );
});
