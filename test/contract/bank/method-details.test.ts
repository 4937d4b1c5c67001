/** What makes two payout methods the same one decides whose wait and whose pause a new one takes over. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detailsOf } from '../../../src/contract/bank/method-details.ts';
import type { PayoutMethodInput } from '../../../src/contract/bank/method-inputs.ts';

const cashApp = {
  platform: 'cash_app',
  cash_tag: '$janedoe',
  routing_number: '110000000',
  account_number: '000123456789',
} as const;
const ach = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
} as const;
const iban = {
  platform: 'intl_bank',
  bank_country: 'DE',
  account_holder_name: 'Erika Muster',
  iban: 'DE89370400440532013000',
} as const;
const identity = (method: PayoutMethodInput) => detailsOf(method).identity;

describe('two methods are different', () => {
  const pairs: readonly (readonly [string, PayoutMethodInput, PayoutMethodInput])[] = [
    ['another account behind one Cash App tag', cashApp, { ...cashApp, account_number: '000123456780' }],
    ['another bank behind one Cash App tag', cashApp, { ...cashApp, routing_number: '021000021' }],
    ['another Cash App tag', cashApp, { ...cashApp, cash_tag: '$mallory' }],
    ['another account', ach, { ...ach, account_number: '000123456780' }],
    ['another bank', ach, { ...ach, routing_number: '021000021' }],
    ['another IBAN', iban, { ...iban, iban: 'DE02120300000000202051' }],
    [
      'a Venmo phone and a handle of the same digits',
      { platform: 'venmo', phone_number: '4155550123' },
      { platform: 'venmo', handle: '4155550123' },
    ],
    [
      'the same email address on two rails',
      { platform: 'airtm', email: 'jane@example.com' },
      { platform: 'payoneer', email: 'jane@example.com' },
    ],
  ];
  for (const [what, one, other] of pairs)
    test(what, () => {
      assert.notEqual(identity(one), identity(other));
    });
});

describe('two methods are the same', () => {
  const pairs: readonly (readonly [string, PayoutMethodInput, PayoutMethodInput])[] = [
    ['a tag with and without its sign', cashApp, { ...cashApp, cash_tag: 'JaneDoe' }],
    [
      'a handle with and without its sign',
      { platform: 'venmo', handle: '@Jane-D' },
      { platform: 'venmo', handle: 'jane-d' },
    ],
    ['another name of the holder', iban, { ...iban, account_holder_name: 'E. Muster' }],
  ];
  for (const [what, one, other] of pairs)
    test(what, () => {
      assert.equal(identity(one), identity(other));
    });
});
