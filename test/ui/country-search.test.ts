/** What is typed to find a country, in the list beside the phone number. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryCodes } from '../../src/contract/forms/countries.ts';
import { countrySearch } from '../../src/ui/country-search.ts';

const searchIn = (locale: string) => {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const find = countrySearch(
    countryCodes.map((country) => ({ country, name: names.of(country) ?? '', code: '999' })),
  );
  return (typed: string) => find(typed).map(({ country }) => country);
};

describe('the search for a country', () => {
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    en: {
      usa: 'US',
      'U.S.A.': 'US',
      us: 'US',
      america: 'US',
      uk: 'GB',
      'great britain': 'GB',
      england: 'GB',
      holland: 'NL',
      oest: 'AT',
      österreich: 'AT',
      osterreich: 'AT',
      deutsch: 'DE',
      schweiz: 'CH',
      suisse: 'CH',
      svizzera: 'CH',
      españa: 'ES',
      espana: 'ES',
      polska: 'PL',
      türkiye: 'TR',
      tuerkiye: 'TR',
      日本: 'JP',
      uae: 'AE',
      'ivory coast': 'CI',
      'guinea bissau': 'GW',
      ger: 'DE',
      de: 'DE',
    },
    de: {
      usa: 'US',
      amerika: 'US',
      grossbritannien: 'GB',
      großbritannien: 'GB',
      england: 'GB',
      holland: 'NL',
      oesterreich: 'AT',
      öst: 'AT',
      daenemark: 'DK',
      vae: 'AE',
      france: 'FR',
      germany: 'DE',
      sverige: 'SE',
    },
  };
  for (const [locale, wanted] of Object.entries(cases)) {
    const find = searchIn(locale);
    for (const [typed, country] of Object.entries(wanted))
      it(`finds ${country} by “${typed}” on a page in ${locale}`, () =>
        assert.equal(find(typed)[0], country));
  }

  it('finds all that have the text in them, and nothing by nonsense', () => {
    const find = searchIn('en');
    assert.deepEqual(find('ger').toSorted(), ['DE', 'DZ', 'NE', 'NG']);
    assert.deepEqual(find('xyzzy'), []);
    assert.equal(find('').length, countryCodes.length);
    assert.ok(find('uk').includes('UA'));
  });
});
