import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  callingCodeOf,
  countryOfPhone,
  guessCountry,
  maskPhone,
  reachedBy,
  readPhone,
  readTypedPhone,
} from '../../../src/contract/forms/phone.ts';
import { unreadable, written } from '../../support/phone-numbers.ts';

for (const [country, text, e164, of] of written)
  test(`“${text}” in ${country} is ${e164}`, () => {
    const phone = readPhone(text, country, 'voice');
    assert.deepEqual(typeof phone === 'string' ? phone : [phone.e164, phone.country], [e164, of]);
  });

for (const [country, text] of unreadable)
  test(`“${text}” in ${country} is no number`, () => {
    assert.equal(readPhone(text, country, 'voice'), 'invalid-phone-number');
  });

test('an Argentine who leaves out the 9 means their mobile when a text is wanted', () => {
  for (const text of ['11 2345-6789', '011 2345-6789', '+54 11 2345 6789', '+541123456789']) {
    const sms = readTypedPhone(text, 'AR', 'sms');
    assert.equal(typeof sms === 'string' ? sms : sms.e164, '+5491123456789', text);
    const voice = readTypedPhone(text, 'AR', 'voice');
    assert.equal(typeof voice === 'string' ? voice : voice.e164, '+541123456789', text);
  }
});

test('what was typed is kept, so that the same number can be reached another way', () => {
  const sms = readTypedPhone('11 2345-6789', 'AR', 'sms');
  assert.ok(typeof sms !== 'string');
  assert.deepEqual([sms.e164, sms.typed], ['+5491123456789', '+541123456789']);
  assert.equal(reachedBy(sms.typed, 'sms'), '+5491123456789');
  assert.equal(reachedBy(sms.typed, 'voice'), '+541123456789');
  // Whoever types the 9, or the 15 of a mobile number, means the mobile.
  for (const [text, country] of [
    ['+54 9 11 2345 6789', 'AR'],
    ['011 15 2345-6789', 'AR'],
    // Mexico gave its 1 up. No number has it by either way.
    ['+52 1 55 1234 5678', 'MX'],
    ['044 55 1234 5678', 'MX'],
    ['415 555 0100', 'US'],
  ] as const) {
    const typed = readTypedPhone(text, country, 'sms');
    assert.ok(typeof typed !== 'string', text);
    for (const channel of ['sms', 'voice'] as const)
      assert.equal(reachedBy(typed.typed, channel), typed.e164, `${text} ${channel}`);
  }
});

test('a number that is on file stays what it is', () => {
  assert.equal(readPhone('+541123456789', undefined, 'sms'), 'invalid-phone-number-landline');
});

test('other landlines are called, and get no text', () => {
  assert.equal(readTypedPhone('030 12345678', 'DE', 'sms'), 'invalid-phone-number-landline');
  assert.equal(typeof readTypedPhone('030 12345678', 'DE', 'voice'), 'object');
});

test('the country is the first that the browser’s languages name, or the US', () => {
  for (const [languages, country] of [
    ['de-AT,de;q=0.9,en-GB;q=0.8', 'AT'],
    ['de, en-gb;q=0.8', 'GB'],
    ['zh-Hant-TW', 'TW'],
    ['es-419, pt-BR', 'BR'],
    ['en-XX, fr-CH', 'CH'],
    ['de', 'US'],
    ['', 'US'],
    [undefined, 'US'],
  ] as const)
    assert.equal(guessCountry(languages), country, languages);
});

test('a number is masked but for its country and its last four digits', () => {
  assert.equal(maskPhone('+14155550100'), '+1 ••• ••• 0100');
  assert.equal(maskPhone('+4915123456789'), '+49 ••• ••• 6789');
  assert.equal(maskPhone('+999123456789'), '+9 ••• ••• 6789', 'a code that nobody has');
});

test('a country has its calling code, one that does not exist that of the US; a number says its country', () => {
  assert.deepEqual(['DE', 'CA', 'XX'].map(callingCodeOf), ['49', '1', '1']);
  assert.deepEqual(['+4915123456789', '+14165550100', '+999'].map(countryOfPhone), ['DE', 'CA', null]);
});
