/** The rules of the house that a machine can hold: how long files and lines may be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFiles, lineCounts, longLines, longestLine } from '../../tools/house.ts';
import { sourceFiles } from '../../tools/imports.ts';

const longestFile = 250;

/** Files of src/ that may be longer, because they are read by looking something up. Each has its reason. */
const mayBeLonger: Readonly<Record<string, string>> = {
  'src/contract/bank/bank-specs.ts': 'a table: what a bank account is called and made of, country by country',
  'src/server/docs/examples.ts': 'made by `npm run reference` of what a server was asked and answered',
  'src/server/docs/descriptions.ts': 'made by `npm run reference` of the comments beside the fields',
};

test(`no file of src is longer than ${longestFile} lines, but for data and words`, () => {
  const long = [...lineCounts(sourceFiles())].filter(
    ([file, lines]) => lines > longestFile && !(file in mayBeLonger),
  );
  assert.deepEqual(
    long.map(([file, lines]) => `${file}: ${lines}`),
    [],
  );
});

test('what may be longer is there, and is longer', () => {
  const lines = lineCounts(sourceFiles());
  assert.deepEqual(
    Object.keys(mayBeLonger).filter((file) => (lines.get(file) ?? 0) <= longestFile),
    [],
  );
});

test(`no line is longer than ${longestLine} columns, but for literals and URLs`, () => {
  assert.deepEqual(longLines(codeFiles()), []);
});
