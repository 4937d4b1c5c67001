import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestOf, type Chunk } from '../../tools/bundlers.ts';

const metadata: Chunk = {
  name: 'min.js',
  bytes: 900,
  modules: ['/page/node_modules/libphonenumber-js/min/index.js'],
};
const main: Chunk = { name: 'main.js', bytes: 50, modules: ['/page/node_modules/dots-flow/dist/define.js'] };
const runtime: Chunk = { name: 'runtime.js', bytes: 7, modules: [] };

test('the phone metadata are not counted', () => {
  assert.equal(largestOf([metadata, runtime, main]), main);
});

test('nor is what reads numbers by them, while it is in their chunk', () => {
  const reader = '/page/node_modules/dots-flow/dist/steps/authentication/phone-numbers.js';
  const both: Chunk = { ...metadata, modules: [...metadata.modules, reader] };
  assert.equal(largestOf([both, main]), main);
  const alone: Chunk = { name: 'reader.js', bytes: 60, modules: [reader] };
  assert.equal(largestOf([alone, main]), alone);
});

test('a chunk that holds the phone metadata and more is counted in full', () => {
  const both: Chunk = { name: 'all.js', bytes: 950, modules: [...metadata.modules, ...main.modules] };
  assert.equal(largestOf([main, both]), both);
});

test('a chunk of the bundler alone is counted', () => {
  assert.equal(largestOf([metadata, runtime]), runtime);
});

test('a bundler that makes nothing does not pass', () => {
  assert.throws(() => largestOf([metadata]), /Nothing was made/);
});
