import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPhone, readTypedPhone } from '../../../src/contract/forms/phone.ts';
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

test('a number that is on file stays what it is', () => {
  assert.equal(readPhone('+541123456789', undefined, 'sms'), 'invalid-phone-number-landline');
});

test('other landlines are called, and get no text', () => {
  assert.equal(readTypedPhone('030 12345678', 'DE', 'sms'), 'invalid-phone-number-landline');
  assert.equal(typeof readTypedPhone('030 12345678', 'DE', 'voice'), 'object');
});
