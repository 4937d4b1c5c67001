/** The tool `read_docs`: the pages that are in the package, by its `llms.txt`. */
import { readFile } from 'node:fs/promises';
import { answer, failure } from './answer.ts';
import type { Answer } from './answer.ts';

/** Of the package; from `dist/` and from `src/` it is as far away. */
const read = (file: string) => readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');

export async function readDocs({ page }: { readonly page?: string | undefined }): Promise<Answer> {
  const list = await read('llms.txt').catch(() => null);
  if (list === null) return failure('This checkout has no llms.txt yet: `npm run build` makes it.');
  if (page === undefined) return answer(list);
  // Only what the list names: a path of the agent's own could lead to any file.
  const pages = [...list.matchAll(/\]\(([^)]+\.md)\):/g)].map(([, path = '']) => path);
  if (pages.includes(page)) return answer(await read(page));
  return failure({ title: `There is no page ${JSON.stringify(page)}.`, pages });
}
