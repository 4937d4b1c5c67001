/**
 * The README that npm shows, and the pages that it sends to: links lead into the package, tables are the
 * code's own.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/imports.ts';
import { sandboxRows } from '../../src/server/docs/sandbox-rows.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
/** For those who change the code, who have the repository, and the picture, which npm takes from there. */
const ofRepository = ['CONTRIBUTING.md', 'demo/picture.png'];

/** What npm would pack, as it stands. */
function packed(): { readonly files: { readonly path: string }[]; readonly unpackedSize: number } {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [one] = JSON.parse(said) as [ReturnType<typeof packed>];
  return one;
}

test('the guide says how large the package is', () => {
  const [, said] = /`dots-flow` (\d+)/.exec(readFileSync(join(root, 'docs/start-npm.md'), 'utf8')) ?? [];
  assert.equal(Number(said), Math.round(packed().unpackedSize / 1e6));
});

test('every link of the README leads to a file of the package, or to one that only the repository has', () => {
  const files = new Set(packed().files.map(({ path }) => path));
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
  assert.ok(links.length > 20);
  assert.deepEqual(
    links.filter((link) => !files.has(link) && !ofRepository.includes(link)),
    [],
  );
});

test('the table of docs/sandbox.md is the one of /docs', () => {
  const rows = readFileSync(join(root, 'docs/sandbox.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
  assert.deepEqual(
    rows,
    sandboxRows.map((row) => [...row]),
  );
});

test('docs/webhooks.md shows what a developer needs at a receiver', () => {
  const webhooks = readFileSync(join(root, 'docs/webhooks.md'), 'utf8');
  for (const words of [
    'npm install standardwebhooks',
    'flow.completed',
    'error.code',
    'await request.text()',
    'http://localhost:3000/webhooks',
  ])
    assert.ok(webhooks.includes(words), words);
});
