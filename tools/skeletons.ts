/**
 * Writes dist/cdn/skeletons.json: what `dots-flow/skeleton` returns in each language. The hosted page takes
 * it from there, and so can servers that do not run Node.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { languages } from '../src/locales/languages.ts';
import { skeleton, styleHash } from '../src/skeleton/index.ts';

export function skeletons(): Plugin {
  return {
    name: 'skeletons',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle is written to no folder.');
      const html = Object.fromEntries(Object.keys(languages).map((lang) => [lang, skeleton({ lang })]));
      const text = JSON.stringify({ style: await styleHash(), html }, null, 2);
      writeFileSync(join(dir, 'skeletons.json'), `${text}\n`);
    },
  };
}
