/**
 * Numbers of the United States. Who is refused cannot be paid, so each border is looked at from both sides.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isEin, isRoutingNumber, isSsn } from '../../../src/contract/forms/numbers.ts';

describe('a Social Security number', () => {
  const right = ['001010001', '123456789', '665010001', '667010001', '899999999'];
  const wrong = [
    '000123456',
    '666123456',
    '123004567',
    '123450000',
    '12345678',
    '1234567890',
    '12345678a',
    '',
  ];
  for (const number of right) it(`may be ${number}`, () => assert.ok(isSsn(number)));
  for (const number of wrong) it(`may not be ${number || 'empty'}`, () => assert.ok(!isSsn(number)));

  it('of an area from 900 on is an ITIN, whose groups the IRS names', () => {
    const groups = Array.from({ length: 100 }, (_, group) => group);
    const taken = groups.filter((group) => isSsn(`912${String(group).padStart(2, '0')}3456`));
    const named = groups.filter(
      (group) =>
        (group > 49 && group < 66) || (group > 69 && group < 89) || (group > 89 && group < 93) || group > 93,
    );
    assert.deepEqual(taken, named);
    for (const area of ['900', '999']) {
      assert.ok(isSsn(`${area}701234`));
      assert.ok(!isSsn(`${area}491234`));
    }
    // Only the numbers of the SSA have no serial 0000.
    assert.ok(isSsn('912700000'));
  });
});

describe('an Employer Identification Number', () => {
  it('has a prefix of a campus', () => {
    const prefixes = Array.from({ length: 100 }, (_, prefix) => String(prefix).padStart(2, '0'));
    assert.deepEqual(
      prefixes.filter((prefix) => !isEin(`${prefix}1234567`)),
      '00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '),
    );
  });
  for (const number of ['12345678', '1234567890', '12-345678', ''])
    it(`may not be ${number || 'empty'}`, () => assert.ok(!isEin(number)));
});

describe('a routing number', () => {
  /** Returns the number with the last digit that the checksum wants. */
  const complete = (eight: string): string => {
    const digit = '0123456789'.split('').find((last) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = [...eight, last].map(Number);
      return (3 * (a + d + g) + 7 * (b + e + h) + (c + f + i)) % 10 === 0;
    });
    return eight + String(digit);
  };
  it('has a prefix of the Federal Reserve', () => {
    const prefixes = Array.from({ length: 100 }, (_, prefix) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix) => isRoutingNumber(complete(`${String(prefix).padStart(2, '0')}123456`))),
      prefixes.filter((at) => at < 13 || (at > 20 && at < 33) || (at > 60 && at < 73) || at === 80),
    );
  });
  it('has a checksum that notices each mistyped digit', () => {
    assert.ok(isRoutingNumber('011000015'));
    for (let at = 2; at < 9; at += 1)
      for (let other = 1; other < 10; other += 1) {
        const digits = Array.from('011000015');
        digits[at] = String((Number(digits[at]) + other) % 10);
        assert.ok(!isRoutingNumber(digits.join('')), digits.join(''));
      }
  });
  for (const number of ['000000000', '01100001', '0110000150', ''])
    it(`may not be ${number || 'empty'}`, () => assert.ok(!isRoutingNumber(number)));
});
