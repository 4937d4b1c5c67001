import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { moneyCodec } from '../../src/ui/money-codec.ts';

const read = (locale: string, text: string) => moneyCodec(locale).parse(text);

describe('an amount of money', () => {
  it('reads what is below zero, for others to judge', () => {
    assert.equal(read('en-US', '-5'), -500);
    assert.equal(read('de', '−1,50 $'), -150);
    assert.equal(read('en-US', '-0'), 0);
  });

  const typed: Readonly<Record<string, readonly [string, number | null][]>> = {
    'en-US': [
      ['120', 120_00],
      ['120.5', 120_50],
      ['$1,234.50', 1_234_50],
      ['1,234', 1_234_00],
      ['1234567.89', 1_234_567_89],
      ['12,50', 12_50],
      ['.5', 50],
      ['5.', 5_00],
      ['USD 7', 7_00],
      ['US$ 7', 7_00],
      ['1 234.50', 1_234_50],
      ['1.234,50', 1_234_50],
      ['0', 0],
    ],
    de: [
      ['120,5', 120_50],
      ['1.234,50 $', 1_234_50],
      ['1.234', 1_234_00],
      ['12.50', 12_50],
      ['1,234.50', 1_234_50],
    ],
    fr: [
      ['1\u202f234,50', 1_234_50],
      ['12,5', 12_50],
      ['12.50', 12_50],
    ],
    'de-CH': [['1’234.50', 1_234_50]],
    'en-IN': [['1,00,000.00', 100_000_00]],
    ar: [
      ['١٢٠', 120_00],
      ['١٬٢٣٤٫٥٠', 1_234_50],
      ['\u200f١٢٣٤٫٥', 1_234_50],
    ],
    fa: [['۱۲۳۴٫۵۰', 1_234_50]],
    hi: [['१,२३४.५०', 1_234_50]],
    ja: [['１２３４．５', 1_234_50]],
  };
  for (const [locale, cases] of Object.entries(typed))
    for (const [text, cents] of cases)
      it(`${text} in ${locale} is ${cents} cents`, () => assert.equal(read(locale, text), cents));

  it('is not guessed at: a thousand and a bit more than one look too alike', () => {
    assert.equal(read('en-US', '1.234'), null);
    assert.equal(read('de', '1,234'), null);
  });

  for (const text of [
    '',
    ' ',
    '--5',
    '5-',
    '1e3',
    'ten',
    '1.2.3',
    '1,23,4',
    '12,3456',
    '1,2345',
    '1.234.56',
    '$',
    '.',
    '٫',
    '1/2',
    '99999999999999999',
  ])
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(read('en-US', text), null));

  it('is read back as it was written, whatever the language', () => {
    const locales = [
      'en-US',
      'en-GB',
      'en-IN',
      'de',
      'de-AT',
      'de-CH',
      'fr',
      'es',
      'es-MX',
      'pt-BR',
      'it',
      'nl',
      'pl',
      'ru',
      'tr',
      'ar',
      'ar-EG',
      'fa',
      'hi',
      'bn',
      'mr',
      'my',
      'ja',
      'zh',
      'ko',
      'th',
      'he',
      'sv',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.nat(1_000_000_000), (locale, cents) => {
        const codec = moneyCodec(locale);
        assert.equal(codec.parse(codec.format(cents)), cents, `${locale} ${codec.format(cents)}`);
      }),
      { numRuns: 2000 },
    );
  });
});
