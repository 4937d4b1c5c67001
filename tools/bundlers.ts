/**
 * `npm run size:bundlers` prints the largest chunk that a page gets from other bundlers than our own, and
 * exits with 1 when one is over the limit under `sizes` in package.json. `npm run build:modules` has to run
 * before.
 *
 * It installs the packed package into a folder outside the repository, as a page's developer does. There no
 * setting of ours can help the bundler along. Sizes are minified and not compressed, because a bundler warns
 * about those. 1 kB = 1000 bytes.
 *
 * Angular's application builder is esbuild with code splitting, so esbuild's row stands for it.
 */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { minify } from 'terser';
import webpack from 'webpack';

export interface Chunk {
  readonly name: string;
  readonly bytes: number;
  /** Files that the chunk was made of. */
  readonly modules: readonly string[];
}
/** Bundles the page whose script is `page`, and returns every chunk. Nothing outside `dir` is written. */
type Bundler = (page: string, dir: string) => Promise<Chunk[]>;

const bundlers: Readonly<Record<string, Bundler>> = {
  async esbuild(page, dir) {
    const { metafile } = await build({
      entryPoints: [page],
      outdir: join(dir, 'esbuild'),
      absWorkingDir: dir,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      metafile: true,
      logLevel: 'warning',
    });
    return Object.entries(metafile.outputs).map(([file, { bytes, inputs }]) => ({
      name: basename(file),
      bytes,
      modules: Object.keys(inputs),
    }));
  },

  webpack(page, dir) {
    return new Promise((resolve, reject) => {
      const path = join(dir, 'webpack');
      webpack({ mode: 'production', context: dir, entry: page, output: { path } }, (error, stats) => {
        if (error || !stats || stats.hasErrors())
          return reject(error ?? new Error(stats?.toString('errors-only')));
        const { chunks = [] } = stats.toJson({
          all: false,
          chunks: true,
          chunkModules: true,
          nestedModules: true,
        });
        resolve(
          chunks.flatMap(({ files = [], modules = [] }) =>
            files.map((file) => {
              const code = readFileSync(join(path, file), 'utf8');
              return {
                name: file,
                bytes: Buffer.byteLength(code),
                modules: [
                  ...modules.flatMap(({ nameForCondition }) => nameForCondition ?? []),
                  // Of what webpack puts together into one module it names only the first.
                  ...(/country_calling_codes"?:\{/.test(code) ? ['libphonenumber-js'] : []),
                ],
              };
            }),
          ),
        );
      });
    });
  },

  async rollup(page) {
    const bundle = await rollup({
      input: page,
      plugins: [nodeResolve({ browser: true })],
      logLevel: 'silent',
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    const chunks = output.flatMap((file) => (file.type === 'chunk' ? file : []));
    return Promise.all(
      chunks.map(async ({ fileName, code, moduleIds }) => {
        const minified = await minify(code, { module: true, ecma: 2020 });
        return { name: fileName, bytes: Buffer.byteLength(minified.code ?? code), modules: moduleIds };
      }),
    );
  },
};

/** The world's tables of numbers, and the little of ours that is loaded to read numbers by them. */
const readsPhones = [
  'libphonenumber-js',
  ...[
    'steps/authentication/phone-numbers',
    'contract/forms/phone-reading',
    'contract/input/normalise',
    'ui/reformat',
  ].map((name) => `dots-flow/dist/${name}.js`),
];

/** The tables are data of the world, loaded when the payee turns to the form, and not ours to shrink. */
const isPhoneMetadata = ({ modules }: Chunk): boolean =>
  modules.some((file) => file.includes('libphonenumber-js')) &&
  modules.every((file) => readsPhones.some((part) => file.includes(part)));

/** Returns the largest chunk but for the phone metadata. What holds them and more counts in full. */
export function largestOf(chunks: readonly Chunk[]): Chunk {
  const [largest] = chunks.filter((chunk) => !isPhoneMetadata(chunk)).sort((a, b) => b.bytes - a.bytes);
  if (!largest) throw new Error('Nothing was made but phone metadata.');
  return largest;
}

/** Packs the package and installs it into `dir`. Returns the page's script. */
function install(dir: string): string {
  const root = join(import.meta.dirname, '..');
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync('npm', [...args, '--ignore-scripts', '--silent'], { cwd, encoding: 'utf8' }).trim();
  const tarball = npm(root, 'pack', '--pack-destination', dir);
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'page', private: true, type: 'module' }));
  npm(dir, 'install', '--prefer-offline', '--no-audit', '--no-fund', join(dir, tarball));
  mkdirSync(join(dir, 'src'));
  const page = join(dir, 'src/page.js');
  writeFileSync(page, `import 'dots-flow/define';\n`);
  return page;
}

async function main(): Promise<void> {
  const { sizes } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    sizes: { bundlers: number };
  };
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const dir = mkdtempSync(join(tmpdir(), 'dots-flow-bundlers-'));
  try {
    const page = install(dir);
    console.log(`largest chunk, minified, without phone metadata (limit ${kB(sizes.bundlers)})`);
    for (const [name, bundle] of Object.entries(bundlers)) {
      const largest = largestOf(await bundle(page, dir));
      const over = largest.bytes > sizes.bundlers;
      console.log(
        `${name.padEnd(8)} ${kB(largest.bytes).padStart(9)}  ${largest.name}${over ? '  OVER' : ''}`,
      );
      if (over) process.exitCode = 1;
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
