/**
 * npm runs this (`dependencies` in package.json) whenever it has changed node_modules. `tsc -b` looks only at our own files to
 * decide whether anything is to be checked again, and eslint only at the file itself; what a package says of its types is in neither.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

for (const name of ['tsc', 'eslint'])
  rmSync(join(import.meta.dirname, '../node_modules/.cache', name), { recursive: true, force: true });
