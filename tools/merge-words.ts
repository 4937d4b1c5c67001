/**
 * Puts small files of words together, in every language alike: each file that a page loads is a request, and
 * one below 1 kB is more overhead than content. In the source they stay apart, because in English they are
 * part of the code that they word.
 */
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * The file that is made, and what is in it. None may get larger than 3 kB (`sizes.words` in package.json).
 */
const files: Readonly<Record<string, readonly string[]>> = {
  'known-tax-review-and-redirect': ['authentication-known', 'compliance-review', 'redirect'],
  'tax-parts': ['compliance-business', 'compliance-claim'],
  methods: ['bank-account', 'payout-methods', 'manage-payouts'],
  'payout-and-ending': ['payout', 'ending'],
  'other-accounts': ['bank-link', 'intl-bank'],
  'id-photos': ['id-verification-capture', 'id-verification-handoff'],
};

/** Returns the name of the file that has the words of `name`; undefined when they have one of their own. */
export const mergedFile = (name: string): string | undefined =>
  Object.keys(files).find((file) => files[file]?.includes(name));

export function mergeWords(): Plugin {
  return {
    name: 'merge-words',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = /^\.\/([\w-]+)\.ts$/.exec(source)?.[1];
      if (!name || !importer || !/\/locales\/[\w-]+\/index\.ts$/.test(importer)) return null;
      const merged = mergedFile(name);
      // A file that only the bundle has.
      return merged === undefined ? null : join(dirname(importer), `${merged}.merged.ts`);
    },
    load(id) {
      const merged = /\/([\w-]+)\.merged\.ts$/.exec(id)?.[1];
      return merged === undefined
        ? null
        : (files[merged] ?? []).map((name) => `export * from './${name}.ts';`).join('\n');
    },
  };
}
