/**
 * What is published for pages that load the script from a server: hashes, source maps and the classic loader.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { pinnedTags } from '../../tools/integrity.ts';
import { readIntegrity, type Integrity } from '../../tools/release-files.ts';

const root = join(import.meta.dirname, '../..');
const cdn = join(root, 'dist/cdn');
const read = (file: string) => readFileSync(join(cdn, file), 'utf8');
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json(join(root, 'package.json')) as Readonly<Record<string, string>>;
const shipped = json(join(cdn, 'integrity.json')) as Integrity;

test('every script has its hash, and the version is that of the package', () => {
  assert.deepEqual(shipped, readIntegrity(cdn, manifest['version'] ?? ''));
  assert.ok(shipped.files['dots-flow.js']);
  assert.ok(shipped.files['loader.js']);
});

test('the tags pin the script and all that it loads later', () => {
  const files = { 'dots-flow.js': 'sha384-a', 'chunks/b.js': 'sha384-b', 'loader.js': 'sha384-c' };
  const tags = pinnedTags('https://pay.example/ignored', { version: '1.2.3', files });
  const [, map = ''] =
    /<script type="importmap">(.*)<\/script>/s.exec(tags.split('<script type="module"')[0] ?? '') ?? [];
  assert.deepEqual(JSON.parse(map), {
    integrity: { 'https://pay.example/dots-flow@1.2.3/chunks/b.js': 'sha384-b' },
  });
  assert.match(
    tags,
    /<script type="module" src="https:\/\/pay\.example\/dots-flow@1\.2\.3\/dots-flow\.js" integrity="sha384-a" crossorigin>/,
  );
});

test('public CDNs find the script', () => {
  for (const field of ['unpkg', 'jsdelivr'])
    assert.ok(existsSync(join(root, manifest[field] ?? assert.fail(field))));
});

test('source maps lead to the source, and the scripts say nothing of them', () => {
  for (const file of Object.keys(shipped.files)) assert.doesNotMatch(read(file), /sourceMappingURL/);
  const map = json(join(cdn, 'dots-flow.js.map')) as { sources: string[]; sourcesContent: string[] };
  const at = map.sources.findIndex((source) => source.endsWith('src/dots-flow.ts'));
  assert.equal(map.sourcesContent[at], readFileSync(join(root, 'src/dots-flow.ts'), 'utf8'));
});

test('the loader is a classic script below 1 kB', () => {
  const loader = read('loader.js');
  assert.ok(brotliCompressSync(loader).length < 1000);
  // Compiling it as anything but a module would throw at the first `import` or `export` statement.
  new vm.Script(loader);
});
