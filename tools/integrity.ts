/**
 * `npm run integrity -- https://pay.example` prints the tags that pin this build on a page: the script with its
 * hash, and an import map with the hashes of what the script loads later.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Integrity } from './release-files.ts';

/** Returns the tags. `origin` is where the Flows API, which also serves the script, is reached. */
export function pinnedTags(origin: string, { version, files }: Integrity): string {
  const urlOf = (file: string) => new URL(`/dots-flow@${version}/${file}`, origin).href;
  const entry = 'dots-flow.js';
  const later = Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => file.startsWith('chunks/'))
      .map(([file, hash]) => [urlOf(file), hash]),
  );
  return [
    `<script type="importmap">\n${JSON.stringify({ integrity: later }, null, 2)}\n</script>`,
    `<script type="module" src="${urlOf(entry)}" integrity="${files[entry] ?? ''}" crossorigin></script>`,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = readFileSync(new URL('../dist/cdn/integrity.json', import.meta.url), 'utf8');
  console.log(pinnedTags(process.argv[2] ?? 'http://localhost:4400', JSON.parse(built) as Integrity));
}
