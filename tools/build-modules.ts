/**
 * `npm run build:modules` copies the published modules. `tsc -b` keeps them beside its caches, one for each
 * file of src/. Here they become dist/, without those whose source is gone. dist/cdn belongs to the bundle's
 * script.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'node_modules/.cache/tsc/modules');
const dist = join(root, 'dist');

mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist))
  if (name !== 'cdn') rmSync(join(dist, name), { recursive: true, force: true });

for (const file of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
  const source = /^(.*?)(?:\.d\.ts|\.js)$/.exec(file)?.[1];
  if (source === undefined || !existsSync(join(root, 'src', `${source}.ts`))) continue;
  const target = join(dist, file);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(built, file), target);
}
