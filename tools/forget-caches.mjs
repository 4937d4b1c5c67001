/**
 * Removes the caches of tsc and eslint when packages have changed since they were made. `tsc -b` looks only
 * at our own files to decide whether to check anything again, and eslint only at the file itself. Neither
 * sees that the types of a package have changed. Whatever keeps such a cache runs this first: npm runs
 * nothing by itself here (`ignore-scripts` in .npmrc).
 *
 * `node tools/forget-caches.mjs [directory]`
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(process.argv[2] ?? join(import.meta.dirname, '..'), 'node_modules');
const caches = join(modules, '.cache');
const mark = join(caches, 'packages');

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

// npm writes down there what it has installed.
const installed = createHash('sha256')
  .update(read(join(modules, '.package-lock.json')))
  .digest('hex');
if (read(mark) !== installed) {
  for (const name of ['tsc', 'eslint']) rmSync(join(caches, name), { recursive: true, force: true });
  mkdirSync(caches, { recursive: true });
  writeFileSync(mark, installed);
}
