/** What the phone field makes of a number while it is typed, and what it sends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPhone } from '../../../src/contract/forms/phone.ts';
import {
  formatPhone,
  parsePhone,
  withoutCallingCode,
} from '../../../src/steps/authentication/phone-numbers.ts';
import { unreadable, written } from '../../support/phone-numbers.ts';

/** Returns what is in the field, and the country beside it, after each character of `text`. */
function type(text: string, country: string): { text: string; country: string } {
  let field = { text: '', country };
  for (const char of text) field = formatPhone(field.text + char, field.country);
  return field;
}

for (const [country, text, e164, of] of written)
  test(`“${text}” in ${country} is ${e164}, sent at once, pasted or typed`, () => {
    for (const [way, field] of [
      ['at once', { text, country }],
      ['pasted', formatPhone(text, country)],
      ['typed', type(text, country)],
    ] as const)
      assert.deepEqual(parsePhone(field.text, field.country), { country: of, phone_number: e164 }, way);
  });

for (const [country, text] of unreadable)
  test(`“${text}” in ${country} is no number`, () => {
    const sent = parsePhone(text, country);
    const field = type(text, country);
    assert.equal(field.country, country, 'and the country stays');
    // The small metadata knows only lengths of some; the server refuses those.
    assert.ok(!sent || readPhone(sent.phone_number, sent.country, 'voice') === 'invalid-phone-number');
  });

test('the country follows the number: at once behind a +, once it is whole behind an exit code', () => {
  assert.deepEqual(type('+44', 'US'), { text: '+44', country: 'GB' });
  assert.equal(type('+44', 'JE').country, 'JE');
  assert.equal(type('+1', 'DE').country, 'US');
  assert.equal(type('+1 416 555 0123', 'DE').country, 'CA');
  assert.equal(type('011 44 7400 12345', 'US').country, 'US');
  assert.deepEqual(type('011 44 7400 123456', 'US'), { text: '+44 7400 123456', country: 'GB' });
  assert.deepEqual(type('0049 1512 3456789', 'US'), { text: '+49 1512 3456789', country: 'DE' });
  // The area code of Buenos Aires looks like an exit code.
  assert.equal(type('011 4312-3456', 'AR').country, 'AR');
});

test('a number of the country is no number from abroad', () => {
  for (const [text, country] of [
    ['011 2345-6789', 'AR'],
    ['011 91234-5678', 'BR'],
    ['010 1234 5678', 'KR'],
    ['010 8765 4321', 'CN'],
    ['090-1234-5678', 'JP'],
    ['0912 345 678', 'TW'],
    ['030 12345678', 'DE'],
    ['8 912 345-67-89', 'RU'],
    ['(810) 555-0123', 'US'],
  ] as const)
    assert.equal(type(text, country).country, country, text);
});

test('an extension stays in the field while it is typed', () => {
  assert.equal(type('2025550123 x12', 'US').text, '(202) 555-0123x12');
});

test('no digit is lost by a letter among them', () => {
  for (const text of ['2O2 555 0123', '+1 2o2 555 0123', '202 55S 0123', '202-555-0I23'])
    assert.equal(formatPhone(text, 'US').text, text);
});

test('another country keeps the digits, and drops the calling code of the one before', () => {
  for (const [text, chosen, rest] of [
    ['+44 7400 123456', 'DE', '7400123456'],
    ['+1 202 555 0123', 'CA', '+1 202 555 0123'],
    ['(202) 555-0123', 'DE', '(202) 555-0123'],
    ['+4', 'DE', '4'],
    ['+', 'DE', ''],
    ['', 'DE', ''],
  ] as const)
    assert.equal(withoutCallingCode(text, chosen), rest, text);
});
