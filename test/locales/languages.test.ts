import assert from 'node:assert/strict';
import { after, describe, it, test } from 'node:test';
import { chooseLanguage, directionOf, languages } from '../../src/locales/languages.ts';
import { ownNames } from '../../src/locales/own-names.ts';

const own = Object.keys(languages).map((name) => [
  name,
  new Intl.DisplayNames([name], { type: 'language' }).of(name),
]);
test('each language has the name that it calls itself, and no other has one', () =>
  assert.deepEqual(ownNames, Object.fromEntries(own)));

/** Names of languages that there are no words in yet. */
const planned = ['pt', 'pt-BR', 'zh-Hans', 'zh-Hant', 'sr-Latn', 'ar'];
const table = languages as Record<string, null>;

describe('the choice of a language', () => {
  for (const name of planned) table[name] ??= null;
  after(() => {
    for (const name of planned) if (table[name] === null) Reflect.deleteProperty(table, name);
  });

  const cases: [wanted: string, language: string][] = [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt'],
    // Most who speak Portuguese are in Brazil.
    ['pt', 'pt-BR'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['sr', 'en'],
    ['fr', 'en'],
    ['english', 'en'],
    ['nonsense_lang!', 'en'],
    ['', 'en'],
  ];
  for (const [wanted, language] of cases)
    it(`finds ${language} for "${wanted}"`, () => assert.equal(chooseLanguage([wanted])[0], language));

  it('goes on to the next when there are no words in the first', () => {
    assert.deepEqual(chooseLanguage(['fr', 'de-CH', 'en']), ['de', 'de-CH']);
    assert.deepEqual(chooseLanguage(['fr-CA', 'fr']), ['en', 'en']);
  });

  it('writes dates and amounts as the payee’s own region does', () => {
    assert.deepEqual(chooseLanguage(['en', 'en-GB', 'en-US']), ['en', 'en-GB']);
    assert.deepEqual(chooseLanguage(['de-AT', 'de-DE']), ['de', 'de-AT']);
    assert.deepEqual(chooseLanguage(['de', 'en-GB']), ['de', 'de']);
    assert.deepEqual(chooseLanguage(['zh-TW', 'zh-CN']), ['zh-Hant', 'zh-TW']);
  });

  it('knows in which direction a language is written', () => {
    assert.deepEqual(['en', 'de', 'ar', 'he', 'fa', 'ur'].map(directionOf), [
      'ltr',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
    ]);
  });
});
