/**
 * Every language in the table is whole. Every portion has the words that the code which loads it brings in
 * English.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asIssued } from '../../src/locales/as-issued.ts';
import english from '../../src/locales/en/index.ts';
import { languages } from '../../src/locales/languages.ts';
import { differences, portionsOf } from '../../tools/words.ts';

const source = await portionsOf(english);

for (const [tag, load] of Object.entries(languages)) {
  if (!load) continue;
  describe(`the words in ${tag}`, async () => {
    const words = await portionsOf((await load()).default);

    it('are all there, with the placeholders and forms that they need', () =>
      assert.deepEqual(differences(tag, source, words), []));

    it('explain what stays English', () => {
      const explained = Object.values(source).flatMap((terms) =>
        Object.keys(terms).filter((term) => terms[term] === ''),
      );
      const all = Object.assign({}, ...Object.values(words)) as Record<string, string>;
      assert.ok(explained.length > 0);
      for (const term of explained) assert.ok(all[term], term);
    });

    it('have no double spaces, straight quotation marks or spaces at their ends', () => {
      const wrong = Object.values(words)
        .flatMap((terms) => Object.entries(terms))
        .flatMap(([term, entry]) =>
          (typeof entry === 'string' ? [entry] : Object.values(entry)).map((text) => [term, text] as const),
        )
        .filter(([, text]) => / {2}|["]|^\s|\s$/.test(text));
      assert.deepEqual(wrong, []);
    });
  });
}

describe('what stays English', () => {
  it('is worded in English', () => {
    const all = Object.assign({}, ...Object.values(source)) as Record<string, string>;
    for (const term of asIssued) assert.ok(all[term], term);
  });
});
