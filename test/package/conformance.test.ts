/**
 * docs/accessibility.md has every criterion once, names tests that exist, and claims nothing without
 * evidence.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { criteria, rows } from '../../tools/docs/conformance.ts';
import { groups, verdicts, type Evidence } from '../../tools/docs/conformance/kinds.ts';
import { madePages } from '../../tools/docs/made.ts';
import { root, sourceFiles } from '../../tools/imports.ts';

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/: the levels of each guideline’s criteria from 1 on; 0 is 4.1.1. */
const standard: Readonly<Record<string, string>> = {
  '1.1': 'A',
  '1.2': 'A A A AA AA AAA AAA AAA AAA',
  '1.3': 'A A A AA AA AAA',
  '1.4': 'A A AA AA AA AAA AAA AAA AAA AA AA AA AA',
  '2.1': 'A A AAA A',
  '2.2': 'A A AAA AAA AAA AAA',
  '2.3': 'A AAA AAA',
  '2.4': 'A A A A AA AA AA AAA AAA AAA AA AAA AAA',
  '2.5': 'A A A A AAA AAA AA AA',
  '3.1': 'A AA AAA AAA AAA AAA',
  '3.2': 'A A AA AA AAA A',
  '3.3': 'A A AA AA AAA AAA A AA AAA',
  '4.1': '0 A AA',
};
const wanted = Object.entries(standard).flatMap(([guideline, levels]) =>
  levels.split(' ').flatMap((level, at) => (/^AA?$/.test(level) ? [`${guideline}.${at + 1} ${level}`] : [])),
);

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Returns whether `file` has a test, or a group of tests, of this name. */
function hasTest([file, name]: Evidence): boolean {
  const calls = [
    ...read(join('test', file)).matchAll(/\b(?:describe|it|test)\(\s*(['`])((?:\\.|(?!\1).)*)\1/g),
  ];
  return calls.some(([, , found]) => found === name);
}

describe('the accessibility conformance report', () => {
  test('has each criterion of WCAG 2.2, A and AA, once and in order', () => {
    assert.equal(wanted.length, 55);
    assert.deepEqual(
      criteria.map(({ number, level }) => `${number} ${level}`),
      wanted,
    );
  });

  test('has each clause once, with a verdict that a VPAT knows', () => {
    const numbers = rows.map(({ number }) => number);
    assert.deepEqual([...new Set(numbers)], numbers);
    for (const { number, verdict } of rows) assert.ok(verdicts.includes(verdict), number);
  });

  test('names tests that exist', () => {
    const named = [
      ...rows.flatMap(({ tests = [] }) => tests),
      ...Object.values(groups).flatMap(({ tests }) => tests),
    ];
    assert.ok(named.length > 80, `${named.length} tests`);
    assert.deepEqual(
      named.filter((evidence) => !hasTest(evidence)),
      [],
    );
  });

  test('says what shows each verdict, but that something does not exist', () => {
    const bare = rows.filter(
      ({ verdict, by = [], tests = [], absent, read: was }) =>
        verdict !== 'Not applicable' && !by.length && !tests.length && !absent && !was,
    );
    assert.deepEqual(
      bare.map(({ number }) => number),
      [],
    );
  });

  test('names sources that exist', () => {
    for (const { number, read: was = '' } of rows)
      for (const [, path = ''] of was.matchAll(/`((?:src|docs)\/[^`]+\.(?:ts|md))`/g))
        assert.ok(read(path), `${number}: ${path}`);
  });

  const drawn = sourceFiles().filter((file) =>
    /^src\/(?:shell|steps|ui|skeleton|server\/hosted|dots-flow)/.test(file),
  );
  for (const { number, absent } of rows)
    if (absent)
      test(`finds nowhere in what draws ${absent[1]} (${number})`, () => {
        assert.ok(drawn.length > 100, 'no files were found');
        assert.deepEqual(
          drawn.filter((file) => absent[0].test(read(file))),
          [],
        );
      });

  test('is current: `npm run docs:made`', async () => {
    assert.equal(read('docs/accessibility.md'), (await madePages())['docs/accessibility.md']);
  });
});
