/**
 * Makes the gallery's files, in memory: `npm start` serves them below /gallery/, and they work below any
 * path of a static host.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface GalleryFile {
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const font = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`);

/** A brand's sheet is about a page of its own. Here `body` is what is around the element. */
async function brandCss(brand: string): Promise<string> {
  const css = await readFile(here(`../brands/${brand}.css`), 'utf8');
  return css.replace(/^body(?= \{)/m, 'main').replace(/^dots-flow/gm, 'staying-flow');
}

/**
 * Returns the files by their names; the page itself is `index.html`. `inOne` puts all code into one file:
 * what is loaded when it is needed is there at once, so that no photograph is taken before it.
 */
export async function bundleGallery({ inOne = false } = {}): Promise<Map<string, GalleryFile>> {
  const files = new Map<string, GalleryFile>();
  const add = (name: string, type: string, content: Uint8Array | string): void =>
    void files.set(name, { type, content: Uint8Array.from(Buffer.from(content)) });
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    entryPoints: { page: here('page.ts') },
    outdir: '/',
    splitting: !inOne,
    format: 'esm',
    chunkNames: 'part-[hash]',
    legalComments: 'none',
  });
  for (const { path, contents } of outputFiles) add(basename(path), 'text/javascript', contents);
  add('index.html', 'text/html', await readFile(here('index.html')));
  add('page.css', 'text/css', await readFile(here('page.css')));
  for (const brand of ['pomelo', 'halyard', 'northgate'])
    add(`${brand}.css`, 'text/css', await brandCss(brand));
  add('regular.ttf', 'font/ttf', await readFile(font('DejaVuSans.ttf')));
  add('bold.ttf', 'font/ttf', await readFile(font('DejaVuSans-Bold.ttf')));
  return files;
}
