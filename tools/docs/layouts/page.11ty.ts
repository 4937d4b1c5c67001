/**
 * One page of the site: contents beside it, headings of the page on the other side, no script needed to
 * read.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../imports.ts';
import { referencePages } from '../api.ts';
import { addressOf, contents } from '../contents.ts';

interface Data {
  readonly content: string;
  readonly page: { readonly url: string };
}

/** As strict as the page that the documentation recommends for the element. */
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'",
  "worker-src 'self'; base-uri 'none'; form-action 'none'",
  "require-trusted-types-for 'script'; trusted-types lit-html dots-flow-worker",
].join('; ');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** In the contents a title need not say again where it stands. */
const shorter = (source: string, title: string): string => {
  if (source === 'docs/index.md') return 'Overview';
  return /`([\w-]+)`$/.exec(title)?.[1] ?? title.replace(/^dots-flow in |`/g, '');
};

const titles = new Map(
  contents
    .flatMap((chapter) => chapter.pages)
    .map((page) => [addressOf(page), /^# (.+)$/m.exec(readFileSync(join(root, page), 'utf8'))?.[1] ?? page]),
);

/** Pages that are made and have no source of their own. */
const made: Readonly<Record<string, string>> = Object.fromEntries(
  referencePages.map(({ address, title }) => [address, address === '/api/' ? 'All calls' : title]),
);

const order = [...titles.keys()];

const names = new Map(
  contents
    .flatMap((chapter) => chapter.pages)
    .map((page) => [addressOf(page), shorter(page, titles.get(addressOf(page)) ?? page)]),
);

export default class Page {
  render({ content: written, page: { url } }: Data): string {
    // Code that is wider than the page is scrolled, also by keyboard.
    const content = written.replace(/<pre(?=[ >])/g, '<pre tabindex="0"');
    const title = (titles.get(url) ?? made[url] ?? '').replace(/`/g, '');
    const description = plain(/<p>([\s\S]+?)<\/p>/.exec(content)?.[1] ?? title).slice(0, 155);
    const name = url === '/' ? 'dots-flow' : `${plain(title)} · dots-flow`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${name}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="/site.css">
<link rel="icon" href="/icon.svg">
<script type="module" src="/site.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a class="home" href="/"><img src="/icon.svg" width="28" height="28" alt=""> dots-flow <small>${version}</small></a>
<search hidden><label class="hidden" for="find">Search the documentation</label><input id="find" type="search" placeholder="Search" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list"><kbd>/</kbd><ul id="found" role="listbox" aria-label="Found" hidden></ul></search>
</header>
<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>
${contents.map(({ title: chapter, pages }) => `<strong>${chapter}</strong><ul>${pages.map((source) => entry(addressOf(source), url)).join('')}</ul>`).join('\n')}
<strong>Flows API</strong><ul>${Object.keys(made)
      .map((address) => entry(address, url))
      .join('')}</ul>
</details></nav>
<main id="content">
${content}
${around(url)}
</main>
${headings(content)}
</body>
</html>
`;
  }
}

const entry = (address: string, here: string): string =>
  `<li><a href="${address}"${address === here ? ' aria-current="page"' : ''}>${escape(names.get(address) ?? made[address] ?? address)}</a></li>`;

/** The page before and the one after. */
function around(url: string): string {
  const at = order.indexOf(url);
  const link = (address: string | undefined, rel: string, word: string) =>
    address === undefined
      ? ''
      : `<a rel="${rel}" href="${address}"><small>${word}</small>${escape(names.get(address) ?? '')}</a>`;
  return at < 0
    ? ''
    : `<nav class="around" aria-label="Before and after">${link(order[at - 1], 'prev', 'Before')}${link(order[at + 1], 'next', 'Next')}</nav>`;
}

/** What the page consists of, where it is long enough to be lost in. */
function headings(content: string): string {
  const found = [...content.matchAll(/<h2 id="([^"]+)"[^>]*>([\s\S]+?)<\/h2>/g)];
  if (found.length < 2 || found.length > 60) return '';
  const items = found.map(([, id = '', html = '']) => `<li><a href="#${id}">${plain(html)}</a></li>`);
  return `<nav class="here" aria-label="On this page"><strong>On this page</strong><ul>${items.join('')}</ul></nav>`;
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The text of HTML, for attributes and lists. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/"/g, '&quot;')
    .trim();
