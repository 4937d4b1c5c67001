/**
 * What coding agents read: `llms.txt` (llmstxt.org) names the pages with a sentence each, `llms-full.txt`
 * is all of them in one file. Both are of the sources, which are Markdown as they are. `npm run build`
 * writes them into the package, where they name files of it; `npm run docs` into the site, where they name
 * addresses.
 */
import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../imports.ts';
import { addressOf, contents } from './contents.ts';
import { site } from './site.ts';

/** Long, and nothing that an integration is written from. */
const left = new Set(['CHANGELOG.md', 'docs/asvs.md', 'docs/architecture.md']);
/** For those who change the code. The package does not have it. */
const ofRepository = new Set(['CONTRIBUTING.md']);

export const skill = 'skills/dots-flow/SKILL.md';

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** A file that is no page, and what it says. */
type Other = readonly [where: string, what: string];

/** `where`: what stands for a page in a link; null: nothing, and the page is not named. */
function listOf(where: (page: string) => string | null, others: readonly Other[]): string {
  const [lead = ''] = read('docs/index.md').split('\n## ');
  const chapters = contents.map(({ title, pages }) => {
    const lines = pages.flatMap((page) => {
      const [, name = page] = /^# (.+)$/m.exec(read(page)) ?? [];
      const link = where(page);
      return link === null ? [] : [`- [${name}](${link}): ${firstSentence(read(page))}`];
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  const rest = others.map(([link, what]) => `- [${link.split('/').at(-1) ?? link}](${link}): ${what}`);
  return `${lead.trim().replace(/^# .+\n+/, '# dots-flow\n\n> ')}\n\n${chapters.join('\n\n')}\n\n## For agents and machines\n\n${rest.join('\n')}\n`;
}

const ofSkill = 'the steps in which an agent embeds the element and verifies a webhook';

/** `base`: where the site is. */
export const llmsOfSite = (base: string): string =>
  listOf(
    (page) => `${base}${addressOf(page)}`,
    [
      [`${base}/${skill}`, ofSkill],
      [`${base}/openapi.json`, 'every call of the Flows API'],
    ],
  );

export const llmsOfPackage = (): string =>
  listOf(
    (page) => (ofRepository.has(page) ? null : page),
    [
      [skill, ofSkill],
      ['custom-elements.json', 'every attribute, event, slot, part and property of the element'],
      ['llms-full.txt', 'the pages that an integration is written from, in one file'],
    ],
  );

export const llmsFull = (): string =>
  contents
    .flatMap(({ pages }) => pages)
    .filter((page) => !left.has(page))
    .map((page) => read(page).trim())
    .join('\n\n---\n\n') + '\n';

function firstSentence(text: string): string {
  // Code is no sentence, and may have blank lines.
  const parts = text.replace(/^```[\s\S]*?^```$/gm, '').split(/\n{2,}/);
  const paragraph = parts.find((part) => /^[^#|<\-\n*]/.test(part)) ?? '';
  const [sentence = ''] = /^.+?[.](?=\s|$)/s.exec(paragraph.replace(/\s+/g, ' ')) ?? [paragraph];
  return sentence.replace(/:$/, '.');
}

/** `openApi`: the description of the API as JSON, which is slow to make and not in the package. */
export async function writeForSite(openApi: string): Promise<void> {
  await writeFile(join(site, 'llms.txt'), llmsOfSite(''));
  await writeFile(join(site, 'llms-full.txt'), llmsFull());
  await writeFile(join(site, 'openapi.json'), openApi);
  await cp(join(root, skill), join(site, skill));
}

async function writeForPackage(): Promise<void> {
  await writeFile(join(root, 'llms.txt'), llmsOfPackage());
  await writeFile(join(root, 'llms-full.txt'), llmsFull());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeForPackage();
