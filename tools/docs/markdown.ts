/** Markdown as the documentation is written in. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { root } from '../imports.ts';
import { addressOf, contents } from './contents.ts';

interface Env {
  readonly page: { readonly inputPath: string };
}

export function markdown(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  md.core.ruler.push('headings', (state) => {
    const seen = new Map<string, number>();
    for (const [at, token] of state.tokens.entries()) {
      if (token.type !== 'heading_open') continue;
      const slug = slugOf(state.tokens[at + 1]?.content ?? '');
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      token.attrSet('id', before === 0 ? slug : `${slug}-${before}`);
    }
  });
  md.core.ruler.push('links', (state) => {
    for (const { children } of state.tokens) {
      // A file of the repository is named, and not linked: the site does not have it.
      let dropped = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const address = siteAddress(token.attrGet('href') ?? '', (state.env as Env).page.inputPath);
          dropped = address === null;
          if (address !== null) token.attrSet('href', address);
        }
        if (dropped && token.type.startsWith('link_')) token.type = 'text';
      }
    }
  });
  // A table that is wider than the page is scrolled alone.
  md.renderer.rules['table_open'] = () => '<div class="table" tabindex="0"><table>\n';
  md.renderer.rules['table_close'] = () => '</table></div>\n';
  return md;
}

/** As the hosts of repositories make them, so that a link to a heading holds there as well. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const pages = new Set(contents.flatMap((chapter) => chapter.pages));

/**
 * Returns where a link leads in the site; null: to a file of the repository that is no page.
 * @throws Error when there is nothing
 */
function siteAddress(href: string, inputPath: string): string | null {
  if (/^(?:https?:|mailto:|#|\/)/.test(href)) return href;
  const [path = '', hash] = href.split('#');
  const inside = inputPath.replace(/^\.\//, '');
  const from = pages.has(inside) ? inside : inside.replace(/^docs\//, '');
  const target = posix.join(posix.dirname(from), path);
  if (target === 'README.md') return '/';
  if (pages.has(target)) return addressOf(target) + (hash === undefined ? '' : `#${hash}`);
  if (!existsSync(join(root, target))) throw new Error(`${from} leads to ${href}, where nothing is.`);
  return null;
}
