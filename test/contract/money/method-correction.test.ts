import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionOf } from '../../../src/contract/money/method-correction.ts';
import { bankSpecs } from '../../../src/contract/bank/bank-specs.ts';
import { nextActs, payoutFailures } from '../../../src/contract/money/payout-failures.ts';

const holder = 'Ada Example';

test('only what can be put right in a form is to be corrected', () => {
  for (const reason of payoutFailures)
    assert.equal(
      correctionOf({ platform: 'paypal', email: 'a@b.example' }, reason) !== null,
      nextActs[reason] === 'correct',
      reason,
    );
  assert.equal(correctionOf({ platform: 'paypal', email: 'a@b.example' }, null), null);
});

test('in every country, nothing that names the account or its holder’s tax number is told', () => {
  for (const spec of Object.values(bankSpecs)) {
    const method = {
      platform: 'intl_bank',
      bank_country: spec.country,
      account_holder_name: holder,
      ...Object.fromEntries(spec.fields.map(({ name, example }) => [name, example])),
    };
    const told = correctionOf(method, 'account-not-found');
    const account = spec.fields.find(({ about }) => about === 'account');
    assert.equal(told?.field, account?.name, spec.country);
    assert.deepEqual(
      Object.keys(told?.details ?? {}).sort(),
      [
        'account_holder_name',
        'bank_country',
        ...spec.fields.filter(({ about }) => about === 'bank').map(({ name }) => name),
      ].sort(),
      spec.country,
    );
  }
});

test('a name is wrong at the name, where there is a field for it', () => {
  const iban = { platform: 'intl_bank', bank_country: 'DE', account_holder_name: holder, iban: 'DE89' };
  assert.equal(correctionOf(iban, 'name-mismatch')?.field, 'account_holder_name');
  const ach = {
    platform: 'ach',
    routing_number: '110000000',
    account_number: '1234',
    account_type: 'savings',
  };
  assert.deepEqual(correctionOf(ach, 'name-mismatch'), {
    reason: 'name-mismatch',
    field: 'account_number',
    details: { routing_number: '110000000', account_type: 'savings' },
  });
  assert.equal(
    correctionOf({ platform: 'cash_app', cash_tag: '$a', account_number: '1' }, 'account-invalid')?.field,
    'account_number',
  );
  assert.equal(
    correctionOf({ platform: 'venmo', phone_number: '4155550100' }, 'not-claimed')?.field,
    'handle',
  );
});
