/** No package runs anything when it is installed here, and nothing of our own counts on that it would. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../tools/imports.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

test('scripts of packages do not run', () => {
  assert.match(readFileSync(join(root, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
});

test('no script of ours is one that npm would have to run by itself', () => {
  // npm, "scripts": what belongs to the life of a package, and `pre` and `post` of any other.
  const ofNpm =
    /^(?:dependencies|prepare|prepublish(?:Only)?|(?:pre|post)?(?:install|pack|version|publish))$/;
  const names = Object.keys(scripts);
  const beside = names.filter((name) =>
    names.some((other) => [`pre${other}`, `post${other}`].includes(name)),
  );
  assert.deepEqual([...names.filter((name) => ofNpm.test(name)), ...beside], []);
});

describe('what was found of a file', () => {
  const tool = join(root, 'tools/forget-caches.mjs');
  const dir = mkdtempSync(join(tmpdir(), 'dots-flow-caches-'));
  const caches = ['tsc', 'eslint'].map((name) => join(dir, 'node_modules/.cache', name));
  const installs = (packages: string) =>
    writeFileSync(join(dir, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  const kept = () => {
    execFileSync(process.execPath, [tool, dir]);
    return caches.filter((cache) => existsSync(cache)).length;
  };
  const fill = () => caches.forEach((cache) => mkdirSync(cache, { recursive: true }));

  test('is forgotten when packages have changed, and only then', () => {
    fill();
    installs('one');
    assert.equal(kept(), 0, 'nobody knows for which packages it was found');
    fill();
    assert.equal(kept(), 2);
    installs('another');
    assert.equal(kept(), 0);
    fill();
    assert.equal(kept(), 2);
    rmSync(dir, { recursive: true });
  });

  test('is looked at by everything that keeps it', () => {
    const keeping = Object.entries(scripts).filter(([, command]) =>
      /\btsc -b|--cache-location/.test(command),
    );
    assert.ok(keeping.length > 2);
    for (const [name, command] of keeping)
      assert.match(command, /^node tools\/forget-caches\.mjs && /, `npm run ${name}`);
  });
});
