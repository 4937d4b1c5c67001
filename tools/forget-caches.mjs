/**
 * Removes the caches of tsc and eslint. npm runs this (`dependencies` in package.json) whenever it has
 * changed node_modules. `tsc -b` looks only at our own files to decide whether to check anything again, and
 * eslint only at the file itself. Neither sees that the types of a package have changed.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

for (const name of ['tsc', 'eslint'])
  rmSync(join(import.meta.dirname, '../node_modules/.cache', name), { recursive: true, force: true });
