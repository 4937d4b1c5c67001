/** docs/asvs.md has every requirement of level 1 and 2 once, counts them right, and names what exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../tools/imports.ts';

/** ASVS 5.0.0: the sections of each chapter from 1 on, with the level of each requirement. */
const standard: readonly string[] = [
  '22 1111122223 112222222223 222 123',
  '122 112 12223 23',
  '3 113 12223 11222233 11122333 3 22333',
  '12233 23333 22 1222',
  '2 112333 113 222',
  '122 111111112222 11223333 112233 22222333 2223 33 2222',
  '222 1111 22 11222 223 22',
  '1233 1123 133 23',
  '111 1222',
  '22 223 22223 1111122222233333 22222 22 222',
  '2233 22233 11233 1222 23 23 33',
  '12233 11 22223',
  '2333 222223 2233 1222233',
  '22 12223333 122',
  '12233 12233 1222222 3333',
  '2 22222 2222 222 2223',
  '23 22223333 22',
];
/** Level by number, of the requirements that the page is about. */
const levels = new Map<string, string>(
  standard.flatMap((sections, chapter) =>
    sections
      .split(' ')
      .flatMap((section, at) =>
        [...section].map((level, of) => [`${chapter + 1}.${at + 1}.${of + 1}`, level] as const),
      )
      .filter(([, level]) => level !== '3'),
  ),
);
const numbers = [...levels.keys()];

const text = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The requirements as the page has them; a range stands for all that are in it. */
const told = rows
  .filter(([number = '']) => /^\d+\.\d+\.\d+/.test(number))
  .map(([range = '', level = '', , state = '', how = '']) => {
    const [first = '', last = first] = range.split('–');
    return {
      range,
      level,
      state,
      how,
      about: numbers.slice(numbers.indexOf(first), numbers.indexOf(last) + 1),
    };
  });
const states = ['met', 'not met', 'operator', 'does not apply'];

/** Returns how many requirements there are in each state, of level 1 and then of level 2, and in all. */
function countOf(chapter: string): number[] {
  const counts = ['1', '2'].flatMap((level) =>
    states.map(
      (state) =>
        told
          .filter((row) => row.state === state)
          .flatMap(({ about }) => about)
          .filter((number) => number.startsWith(chapter) && levels.get(number) === level).length,
    ),
  );
  return [...counts, counts.reduce((sum, count) => sum + count, 0)];
}

describe('docs/asvs.md', () => {
  test('has each requirement once, in order, with its level and a state', () => {
    assert.equal(numbers.length, 253);
    assert.deepEqual(
      told.flatMap(({ about }) => about),
      numbers,
    );
    for (const { range, level, state, about } of told) {
      assert.equal(level, [...new Set(about.map((number) => levels.get(number)))].sort().join(', '), range);
      assert.ok(states.includes(state), `${range}: ${state}`);
    }
  });

  test('counts them right, chapter by chapter and in all', () => {
    const counted = rows.filter((row) => row.length === 10 && /^(?:\d+ |all$)/.test(row[0] ?? ''));
    assert.deepEqual(
      counted.map(([, ...counts]) => counts.map(Number)),
      [...standard.map((_, chapter) => countOf(`${chapter + 1}.`)), countOf('')],
    );
    const of = (state: string) =>
      told.filter((row) => row.state === state).reduce((sum, { about }) => sum + about.length, 0);
    const inWords = text.replace(/\s+/g, ' ');
    const [met, notMet, operator, none] = states.map(of);
    assert.ok(inWords.includes(`Of 253 requirements ${met} are met and ${notMet} are not`));
    assert.ok(inWords.includes(`${operator} are left to the operator, and ${none} do not apply.`));
  });

  test('names the code and the test of what is met, says where there is no test, and all files exist', () => {
    const untested = told.filter(({ how }) => how.includes('No test of its own.'));
    assert.match(text, new RegExp(`\\(${untested.length} have no test of their own\\)`));
    for (const { range, state, how } of told) {
      const paths = [...how.matchAll(/`([\w./@-]+(?:\.ts|\.md|\.json|\/))`/g)].map(([, path = '']) => path);
      for (const path of paths)
        assert.ok(
          ['.', 'src', 'test'].some((start) => existsSync(join(root, start, path))),
          `${range}: ${path}`,
        );
      if (state !== 'met') continue;
      const isTest = (path: string) => /\.(?:test|spec)\.ts$/.test(path);
      assert.ok(
        paths.some((path) => !isTest(path)),
        `${range} names no code`,
      );
      assert.equal(
        paths.some(isTest),
        !how.includes('No test of its own.'),
        `${range} names a test, or none`,
      );
    }
  });
});
