/** The paths that the documents name exist. Readers follow them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { contents } from '../../tools/docs/contents.ts';
import { root, sourceFiles } from '../../tools/imports.ts';

/** Each document, and the folders in which its paths begin. Its own text says which. */
const documents: Readonly<Record<string, readonly string[]>> = {
  'CONTRIBUTING.md': ['.', 'src', 'src/contract', 'src/server', 'src/server/payee'],
  'SECURITY.md': ['.', 'src', 'test'],
  'docs/answers.md': ['.'],
  'docs/architecture.md': ['.', 'src', 'src/server', 'src/contract'],
  'docs/asvs.md': ['.', 'src', 'test'],
  'docs/running.md': ['.'],
  'docs/money.md': ['.'],
};

/** What the recipes of CONTRIBUTING.md tell the reader to make. */
const made = /survey|\bfr\b/;

/** What looks like a path and is the name of a package or of one of its entries. */
const packages = /^(?:@[\w.-]+|dots-flow)\//;

const names = new Set(sourceFiles().map((file) => basename(file)));

/** Returns what stands in backticks and is written like a path: with a slash, or as the name of a file. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path]) => path ?? '');
  return quoted.filter(
    (path) => /^[\w.-]+(?:\/[\w.-]+)*\/?$/.test(path) && /[\w-]\/|\.(?:ts|md)$/.test(path),
  );
}

/** A file named without its folder is one of several, or one whose folder was named before. */
const exists = (path: string, starts: readonly string[]): boolean =>
  names.has(path) || starts.some((start) => existsSync(join(root, start, path)));

for (const [document, starts] of Object.entries(documents)) {
  test(`every path in ${document} exists`, () => {
    const paths = pathsIn(readFileSync(join(root, document), 'utf8'));
    assert.ok(paths.length > 0, 'no paths were found');
    assert.deepEqual(
      paths.filter((path) => !made.test(path) && !packages.test(path) && !exists(path, starts)),
      [],
    );
  });
}

test('every link between the documents leads somewhere', () => {
  const pages = ['README.md', ...contents.flatMap((chapter) => chapter.pages)];
  const broken = pages.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, link]) => join(root, document, '..', link ?? ''))
      .filter((path) => !existsSync(path)),
  );
  assert.deepEqual(broken, []);
});
