/**
 * What coding agents read: `llms.txt` (llmstxt.org) names the pages with a sentence each, `llms-full.txt`
 * is all of them in one file. Both are of the sources, which are Markdown as they are.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../imports.ts';
import { openApiJson } from './api.ts';
import { addressOf, contents } from './contents.ts';
import { site } from './site.ts';

/** Long, and nothing that an integration is written from. */
const left = new Set(['CHANGELOG.md', 'docs/asvs.md', 'docs/architecture.md']);

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** `base`: where the site is. */
export function llms(base: string): string {
  const [lead = ''] = read('docs/index.md').split('\n## ');
  const chapters = contents.map(({ title, pages }) => {
    const lines = pages.map((page) => {
      const [, name = page] = /^# (.+)$/m.exec(read(page)) ?? [];
      return `- [${name}](${base}${addressOf(page)}): ${firstSentence(read(page))}`;
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  return `${lead.trim().replace(/^# .+\n+/, '# dots-flow\n\n> ')}\n\n${chapters.join('\n\n')}\n\n## Machine-readable\n\n- [openapi.json](${base}/openapi.json): every call of the Flows API\n`;
}

const llmsFull = (): string =>
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

export async function writeForAgents(): Promise<void> {
  await writeFile(join(site, 'llms.txt'), llms(''));
  await writeFile(join(site, 'llms-full.txt'), llmsFull());
  await writeFile(join(site, 'openapi.json'), openApiJson());
}
