/**
 * `npm run build:modules` copies the published modules. `tsc -b` keeps them beside its caches, one for each
 * file of src/. Here they become dist/, without those whose source is gone and without the indentation of
 * templates. dist/cdn belongs to the bundle's script.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { bundleZod } from './bundle-zod.ts';
import { minifyTemplatesIn } from './minify-templates.ts';

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
  const code = withBuiltNames(readFileSync(join(built, file), 'utf8'));
  const hasTemplates = file.endsWith('.js') && /\b(?:html|svg|css) ?`/.test(code);
  writeFileSync(target, hasTemplates ? minifyTemplatesIn(code, parseSync(file, code).program) : code);
}
await bundleZod(dist, join(built, 'contract/z.js'));

/**
 * TypeScript 6 leaves the extension of a dynamic import that stands in an array (`() =>
 * [import('./payout.ts')]`), although `rewriteRelativeImportExtensions` rewrites every other one.
 */
function withBuiltNames(code: string): string {
  return code.replace(/\bimport\((["'])(\.{1,2}\/[^"']+)\.ts\1\)/g, 'import($1$2.js$1)');
}
