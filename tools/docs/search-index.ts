/** What the search of the site looks into: every heading with the text below it. It needs no server. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { searchOptions, type Section } from './client/search-options.ts';
import type { Written } from './eleventy.config.ts';
import { site } from './site.ts';

export async function writeSearch(pages: readonly Written[]): Promise<void> {
  const index = new MiniSearch<Section>(searchOptions);
  index.addAll(pages.flatMap(sectionsOf));
  await writeFile(join(site, 'search.json'), JSON.stringify(index));
}

function sectionsOf({ url, content }: Written): Section[] {
  const text = /<main[^>]*>([\s\S]*?)<nav class="around"|<main[^>]*>([\s\S]*?)<\/main>/.exec(content);
  const main = text?.[1] ?? text?.[2] ?? '';
  const page = plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? url);
  return main
    .split(/(?=<h[1-3][\s>])/)
    .flatMap((part) => {
      const [, level = '', attributes = '', title = ''] =
        /^<h([1-3])([^>]*)>([\s\S]*?)<\/h\1>/.exec(part) ?? [];
      if (level === '') return [];
      const id = /id="([^"]+)"/.exec(attributes)?.[1];
      const address = level === '1' || id === undefined ? url : `${url}#${id}`;
      return [{ id: address, title: plain(title), page, text: plain(part).slice(0, 2_000) }];
    })
    .filter((section, at, all) => all.findIndex(({ id }) => id === section.id) === at);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
