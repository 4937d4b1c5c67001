/**
 * Makes the files of the demo's page, in memory: the same ones are served by `npm start` and written by
 * `npm run demo:static`. Names are below the page's own place, so that it works under any path.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageFile {
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const brands = ['pomelo', 'halyard', 'northgate'];

/** The component of each example app, of which the page's snippets are cut. */
const examples = {
  react: 'react-19/src/payouts.tsx',
  vue: 'vue/src/Payouts.vue',
  svelte: 'svelte/src/Payouts.svelte',
  angular: 'angular/src/payouts.ts',
  solid: 'solid/src/payouts.tsx',
};

export async function readExamples(): Promise<Record<keyof typeof examples, string>> {
  const read = ([name, file]: [string, string]) =>
    readFile(here(`frameworks/${file}`), 'utf8').then((code) => [name, code] as const);
  return Object.fromEntries(await Promise.all(Object.entries(examples).map(read))) as Record<
    keyof typeof examples,
    string
  >;
}

/**
 * A brand's sheet is about a page of its own. Here it is about the site on the stage: `body` is the site, and
 * what depends on the window's width depends on the site's.
 */
async function brandCss(brand: string): Promise<string> {
  const css = await readFile(here(`brands/${brand}.css`), 'utf8');
  const nested = css
    .replace(/^body(?= \{)/m, '&')
    .replace(/@media \((?=min-width)/g, '@container (')
    .replace(/(?<=\d)vw\b/g, 'cqi');
  return `.site[data-brand='${brand}'] {\n${nested}\n}`;
}

/** Returns the page's files by their paths, e.g. `demo/page.js`. */
export async function bundlePage(): Promise<Map<string, PageFile>> {
  const css = await Promise.all([
    readFile(here('site/page.css'), 'utf8'),
    readFile(here('site/panel.css'), 'utf8'),
    ...brands.map(brandCss),
  ]);
  const common = { bundle: true, minify: true, write: false, target: 'es2022' } as const;
  const [scripts, styles] = await Promise.all([
    build({
      ...common,
      entryPoints: { page: here('site/main.ts') },
      outdir: '/demo',
      splitting: true,
      format: 'esm',
      chunkNames: 'part-[hash]',
      define: { EXAMPLES: JSON.stringify(await readExamples()) },
      legalComments: 'none',
    }),
    build({
      ...common,
      stdin: { contents: css.join('\n'), loader: 'css' },
      // Nested rules, and `light-dark()` as it is.
      target: ['chrome123', 'firefox121', 'safari17.5'],
    }),
  ]);
  const files = new Map<string, PageFile>();
  const add = (path: string, type: string, content: Uint8Array): void =>
    void files.set(path, { type, content: Uint8Array.from(content) });
  for (const { path, contents } of scripts.outputFiles)
    add(`demo/${basename(path)}`, 'text/javascript', contents);
  for (const { contents } of styles.outputFiles) add('demo/page.css', 'text/css', contents);
  add('demo/icon.svg', 'image/svg+xml', await readFile(here('icon.svg')));
  add('index.html', 'text/html', await readFile(here('site/index.html')));
  add('thanks.html', 'text/html', await readFile(here('thanks.html')));
  return files;
}

/** It allows no more than the policy of docs/strict-pages.md, so that the demo proves it. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
