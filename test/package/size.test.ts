import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, type Manifest } from '../../tools/size.ts';

const manifest: Manifest = {
  'src/define.ts': {
    file: 'dots-flow.js',
    src: 'src/define.ts',
    isEntry: true,
    dynamicImports: ['src/steps/a/index.ts', 'src/steps/b/index.ts', 'src/closing.ts'],
  },
  _shared: { file: 'chunks/shared.js', name: 'shared', imports: ['src/define.ts'] },
  'src/steps/a/index.ts': {
    file: 'chunks/a.js',
    src: 'src/steps/a/index.ts',
    imports: ['src/define.ts', '_shared'],
  },
  'src/steps/b/index.ts': { file: 'chunks/b.js', src: 'src/steps/b/index.ts', imports: ['_shared'] },
  'src/closing.ts': { file: 'chunks/closing.js', src: 'src/closing.ts', imports: ['src/define.ts'] },
  'src/locales/de/index.ts': { file: 'chunks/de.js', src: 'src/locales/de/index.ts' },
  'src/locales/de/a.ts': { file: 'chunks/a-de.js', src: 'src/locales/de/a.ts' },
  'src/steps/authentication/phone-numbers.ts': { file: 'chunks/min.js' },
};
const bytes: Readonly<Record<string, number>> = {
  'dots-flow.js': 100,
  'chunks/shared.js': 30,
  'chunks/a.js': 10,
  'chunks/b.js': 7,
  'chunks/closing.js': 3,
  'chunks/de.js': 6,
  'chunks/a-de.js': 4,
  'chunks/min.js': 500,
};
const sizeOf = (file: string) => bytes[file] ?? assert.fail(file);

test('each file is counted once, where it belongs', () => {
  const { rows, requests, over } = measure(manifest, sizeOf, {
    first: 100,
    requests: 1,
    step: 10,
    steps: 147,
    words: 4,
    least: 3,
  });
  assert.deepEqual(
    rows.map((row) => [row.what, row.bytes]),
    [
      ['until the first field', 100],
      ['step a', 10],
      ['step b', 7],
      ['shared by a, b: shared', 30],
      ['on demand: src/closing.ts', 3],
      ['on demand: src/locales/de/index.ts', 6],
      ['on demand: src/locales/de/a.ts', 4],
      ['first field and all steps', 147],
      ['metadata of phone numbers, after first paint', 500],
    ],
  );
  assert.equal(requests, 1);
  assert.equal(over, false);
});

test('one byte over any limit fails', () => {
  const limits = { first: 100, requests: 1, step: 10, steps: 147, words: 4, least: 3 };
  for (const key of ['first', 'requests', 'step', 'steps', 'words'] as const) {
    assert.equal(measure(manifest, sizeOf, { ...limits, [key]: limits[key] - 1 }).over, true, key);
  }
});

test('a file that is too small fails, whoever loads it', () => {
  const limits = { first: 100, requests: 1, step: 10, steps: 147, words: 4, least: 4 };
  const { small, over } = measure(manifest, sizeOf, limits);
  assert.deepEqual(small, ['chunks/closing.js']);
  assert.equal(over, true);
});

test('what the entry imports statically is a request before the first field', () => {
  const split: Manifest = {
    ...manifest,
    'src/define.ts': { file: 'dots-flow.js', isEntry: true, imports: ['_shared'] },
  };
  const { rows, requests } = measure(split, sizeOf, {
    first: 1000,
    requests: 1,
    step: 10,
    steps: 1000,
    words: 4,
    least: 3,
  });
  assert.equal(requests, 2);
  assert.equal(rows[0]?.bytes, 130);
});
