import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stdnum } from 'stdnum';
import { isCountryCode } from '../../../src/contract/forms/countries.ts';
import { treaties } from '../../../src/contract/forms/treaties.ts';
import { isAbn, isTaxId, isVatId, validatorNames } from '../../../src/server/tax/tax-ids.ts';

describe('foreign tax numbers', () => {
  it('are checked by validators that exist', () => {
    for (const [country, name] of validatorNames) assert.ok(stdnum[country]?.[name], `${country}.${name}`);
  });

  const right: [string, 'person' | 'business', string][] = [
    ['DE', 'person', '86 095 742 719'],
    ['FR', 'person', '30 23 217 600 053'],
    ['IN', 'person', 'ACUPA7085R'],
    ['MX', 'person', 'GODE561231GR8'],
    ['BR', 'person', '390.533.447-05'],
    ['NL', 'person', '1112.22.333'],
    ['PL', 'person', '44051401359'],
    ['DE', 'business', 'DE136695976'],
    ['JP', 'business', '5835678256246'],
    ['PH', 'person', 'whatever it is'],
    ['constructor', 'person', '1'],
  ];
  for (const [country, payee, number] of right)
    it(`${country} takes ${number}`, () => assert.ok(isTaxId(country, payee, number)));

  const wrong: [string, 'person' | 'business', string][] = [
    ['DE', 'person', '12 345 678 901'],
    ['BR', 'person', '390.533.447-06'],
    ['IN', 'person', '12345'],
    ['DE', 'business', '1'],
  ];
  for (const [country, payee, number] of wrong)
    it(`${country} refuses ${number}`, () => assert.ok(!isTaxId(country, payee, number)));

  it('of value added tax may come with or without the letters in front', () => {
    const numbers: [string, string][] = [
      ['DE', 'DE136695976'],
      ['DE', '136 695 976'],
      ['FR', 'FR40303265045'],
      ['FR', '40303265045'],
      ['GR', 'EL094259216'],
      ['AT', 'ATU13585627'],
      ['IT', 'IT00743110157'],
      ['NL', 'NL4495445B01'],
      ['PL', 'PL8567346215'],
    ];
    for (const [country, number] of numbers) assert.ok(isVatId(country, number), `${country} ${number}`);
    assert.ok(!isVatId('DE', 'DE123456789'));
  });

  it('of Australian businesses', () =>
    assert.deepEqual([isAbn('51 824 753 556'), isAbn('51 824 753 557')], [true, false]));
});

describe('treaties', () => {
  it('are with countries that exist, at rates that can be claimed', () => {
    for (const [country, rule] of Object.entries(treaties)) {
      assert.ok(isCountryCode(country), country);
      assert.ok(
        rule === null || (rule.rate >= 0 && rule.rate <= 0.3 && rule.article.startsWith('Article ')),
        country,
      );
    }
    for (const ended of ['HU', 'RU', 'BY']) assert.ok(!(ended in treaties));
  });
});
