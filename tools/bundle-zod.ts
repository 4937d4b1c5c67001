/**
 * Makes dist/contract/z.js one file that holds what our modules use of zod, and nothing else. Most bundlers
 * leave out the rest of the package by themselves. Next with Turbopack keeps twice as much as is used, in the
 * chunk that every form waits for.
 *
 * Server and page share the file, because they share the schemas made with it. The server hands them to
 * functions of the package `zod`. That works with two copies, for zod never asks who made a schema, and keeps
 * its configuration and its registry on `globalThis`.
 */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';

const root = join(import.meta.dirname, '..');
const zod = join(root, 'node_modules/zod');
/** The entry of the bundle, which is no file. */
const ENTRY = 'the-used-part';

/** Writes z.js into `dist/contract`. `door` is the module that TypeScript made of src/contract/z.ts. */
export async function bundleZod(dist: string, door: string): Promise<void> {
  const exported = Object.keys((await import(pathToFileURL(door).href)) as object);
  const used = usedNames(dist);
  const unknown = used.filter((name) => !exported.includes(name));
  if (unknown.length > 0) throw new Error(`src/contract/z.ts exports no ${unknown.join(', ')}.`);

  const bundle = await rollup({
    input: ENTRY,
    // Comments that it cannot place, and circles among zod's own modules.
    logLevel: 'silent',
    plugins: [
      {
        name: ENTRY,
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? `export { ${used.join(', ')} } from ${JSON.stringify(door)};` : null),
      },
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es', banner: notice() });
  await bundle.close();
  const [{ code }] = output;
  writeFileSync(join(dist, 'contract/z.js'), code);
  copyFileSync(join(zod, 'LICENSE'), join(dist, 'contract/z.LICENSE.txt'));
}

/** Returns the members of the namespace `z` that the modules under `dist` use. */
function usedNames(dist: string): string[] {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.startsWith('cdn'))
    .flatMap((file) => {
      const code = withoutComments(readFileSync(join(dist, file), 'utf8'));
      if (!/["'][./]+(?:contract\/)?z\.js["']/.test(code)) return [];
      // Another way of importing would hide from us what is used.
      if (!/^import \* as z from /m.test(code)) throw new Error(`${file} does not import all of z.ts as z.`);
      return [...code.matchAll(/(?<![\w./])z\.(\w+)/g)];
    })
    .map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

const withoutComments = (code: string) => code.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

/** Bundlers keep a comment that begins with an exclamation mark, as zod's licence asks of copies. */
function notice(): string {
  const { version } = JSON.parse(readFileSync(join(zod, 'package.json'), 'utf8')) as { version: string };
  const copyright = /^Copyright .*$/m.exec(readFileSync(join(zod, 'LICENSE'), 'utf8'))?.[0];
  if (copyright === undefined) throw new Error('The licence of zod has no line of copyright.');
  return `/*! Holds parts of zod ${version}. MIT License. ${copyright}. See z.LICENSE.txt. */`;
}
