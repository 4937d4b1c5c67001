/**
 * What is published, as its users get it: the built modules in dist/, reached through the package's own name.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { openApiDocument } from '../../src/server/docs/openapi.ts';

const root = join(import.meta.dirname, '../..');

type Target = string | { readonly types: string; readonly default: string };
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, Target>>;
  readonly bin: Readonly<Record<string, string>>;
};
const entries = Object.entries(manifest.exports).map(([path, target]) => ({
  specifier: join(manifest.name, path),
  target,
}));

/** Bundles `code` as a partner's page would, from this package's own name. */
async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  });
  const entry =
    Object.keys(metafile.outputs).find((file) => metafile.outputs[file]?.entryPoint === '<stdin>') ??
    assert.fail('no entry');
  // What is imported later has a file of its own even when nobody is left who would import it. Only the
  // entry's own code counts.
  const code = outputFiles.find(({ path }) => path.endsWith(entry))?.text ?? assert.fail('no code');
  return { entry, code: code.trim(), metafile };
}

for (const { specifier, target } of entries) {
  test(`${specifier}: every file it names is built`, () => {
    const files = typeof target === 'string' ? [target] : Object.values(target);
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
}

/** Written to be linked by the compiler of an Angular application, and does not run before. */
const unlinked = 'dots-flow/angular';

for (const { specifier, target } of entries) {
  if (typeof target === 'string' || specifier === unlinked) continue;
  test(`${specifier}: imports in plain Node, brings no browser along and leaves nothing running`, () => {
    const isTypes = specifier.startsWith('dots-flow/types/');
    const code = `
      const loaded = await import(${JSON.stringify(specifier)});
      if (Object.keys(loaded).length === 0 && !${isTypes}) throw new Error('exports nothing');
      // lit itself brings an element registry for rendering on a server; a window or a document would make
      // other code believe in a browser.
      for (const name of ['window', 'document', 'location']) if (name in globalThis) throw new Error(name + ' appeared');`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
      timeout: 60_000,
      stdio: 'pipe',
    });
  });
}

test('a bare import of the class bundles to nothing', async () => {
  const { code } = await bundle(`import 'dots-flow';`);
  assert.equal(code.slice(0, 200), '');
});

test('an import of "define" registers the element, so it bundles to something', async () => {
  const { code } = await bundle(`import 'dots-flow/define';`);
  assert.match(code, /customElements/);
});

test('nothing that runs before the first field contains zod, phone metadata or a positioning library', async () => {
  const { entry, metafile } = await bundle(`import 'dots-flow/define';`);
  const first = (file: string, seen = new Set<string>()): Set<string> => {
    if (!seen.has(file)) {
      seen.add(file);
      for (const { path, kind } of metafile.outputs[file]?.imports ?? [])
        if (kind === 'import-statement') first(path, seen);
    }
    return seen;
  };
  const inputs = [...first(entry)].flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
  assert.notEqual(inputs.length, 0);
  assert.deepEqual(
    inputs.filter((file) => /node_modules\/(?:zod|libphonenumber-js|@floating-ui)\//.test(file)),
    [],
  );
});

test('a page takes what it uses of zod from one file of ours, which goes with its notice', async () => {
  const { metafile } = await bundle(`import 'dots-flow/define';`);
  const inputs = Object.keys(metafile.inputs);
  assert.equal(inputs.filter((file) => file.endsWith('dist/contract/z.js')).length, 1);
  assert.deepEqual(
    inputs.filter((file) => file.includes('node_modules/zod/')),
    [],
  );
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  assert.match(read('dist/contract/z.js'), /^\/\*! .*zod .*MIT License.*Copyright .*z\.LICENSE\.txt/);
  assert.equal(read('dist/contract/z.LICENSE.txt'), read('node_modules/zod/LICENSE'));
});

test('the published server describes its API as the source does', async () => {
  const built = (await import(
    join(root, 'dist/server/docs/openapi.js')
  )) as typeof import('../../src/server/docs/openapi.ts');
  for (const sandbox of [true, false])
    assert.deepEqual(
      built.openApiDocument('https://api.example', { sandbox }),
      openApiDocument('https://api.example', { sandbox }),
    );
});

test('the command is built and starts with a line that runs it in Node', () => {
  for (const file of Object.values(manifest.bin))
    assert.match(readFileSync(join(root, file), 'utf8'), /^#!\/usr\/bin\/env node\n/);
});
