/**
 * How the documentation becomes a site: `npm run docs` builds it into `site/`, `npm run docs:serve` shows
 * it and builds again what is changed. The sources are Markdown that can be read where it lies, so links
 * between them name files; here they become addresses, and one that leads nowhere ends the build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlBasePlugin } from '@11ty/eleventy';
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight';
import { root } from '../imports.ts';
import { openApiJson, referencePages } from './api.ts';
import { assets } from './assets.ts';
import { addressOf, contents } from './contents.ts';
import { markdown } from './markdown.ts';
import { writeForSite } from './for-agents.ts';
import { writeSearch } from './search-index.ts';

/** What is used of Eleventy's configuration. */
interface Config {
  setLibrary(name: 'md', library: unknown): void;
  addPlugin(plugin: unknown): void;
  addExtension(name: string, options: { readonly key: string }): void;
  addTemplate(path: string, content: string, data?: object): void;
  addGlobalData(name: string, value: unknown): void;
  addWatchTarget(path: string): void;
  on(event: 'eleventy.before' | 'eleventy.after', work: (done: Done) => Promise<void>): void;
}

/** A page as it was written. */
export interface Written {
  readonly url: string;
  readonly inputPath: string;
  readonly content: string;
}

interface Done {
  readonly results: readonly Written[];
}

const pages = contents.flatMap((chapter) => chapter.pages);
/** Those that lie outside of `docs/`, where the repository's hosts look for them. */
const outside = pages.filter((page) => !page.startsWith('docs/'));

export default function configure(config: Config) {
  config.addPlugin(HtmlBasePlugin);
  config.addPlugin(syntaxHighlight);
  config.setLibrary('md', markdown());
  config.addExtension('11ty.ts', { key: '11ty.js' });
  config.addGlobalData('layout', 'page.11ty.ts');
  config.addGlobalData(
    'permalink',
    () =>
      ({ page }: { page: { inputPath: string } }) =>
        addressOf(sourceOf(page)),
  );
  for (const page of outside) config.addTemplate(page, readFileSync(join(root, page), 'utf8'));
  for (const { address, html } of referencePages)
    config.addTemplate(`${address.slice(1, -1).replaceAll('/', '-')}.html`, html, { permalink: address });
  config.addWatchTarget('tools/docs');
  config.on('eleventy.before', () => assets());
  config.on('eleventy.after', async ({ results }) => {
    await writeSearch(results);
    await writeForSite(openApiJson);
  });
  return {
    dir: { input: 'docs', output: 'site', layouts: '../tools/docs/layouts' },
    // What is written in braces belongs to the examples.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ['md', 'html'],
  };
}

/** Where a page lies in the repository. */
export const sourceOf = ({ inputPath }: { readonly inputPath: string }): string => {
  const inside = inputPath.replace(/^\.\//, '');
  const alone = inside.replace(/^docs\//, '');
  return outside.includes(alone) ? alone : inside;
};
