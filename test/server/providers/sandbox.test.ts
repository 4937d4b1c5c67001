import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRoutingNumber } from '../../../src/contract/forms/numbers.ts';
import { bankName, namedRoutingNumbers } from '../../../src/contract/bank/bank-names.ts';
import type { ScreenedName } from '../../../src/server/ports/screening.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';

const { codes, tins, banks, screening } = createSandboxProviders({ clock: { now: () => new Date(0) } });

describe('bank names', () => {
  it('belong to real routing numbers', () =>
    assert.deepEqual(
      namedRoutingNumbers.filter((number) => !isRoutingNumber(number)),
      [],
    ));
  it('are absent for numbers nobody vouched for, and for what is no number', () => {
    for (const asked of ['122000661', 'constructor', '__proto__', ''])
      assert.equal(bankName(asked), null, asked);
  });
});

describe('the sandbox', () => {
  it('refuses phones by how they end', async () => {
    assert.equal(await codes.check('+14155550001', 'sms'), 'phone-undeliverable');
    assert.equal(await codes.check('+14155550002', 'sms'), 'invalid-phone-number-landline');
    assert.equal(await codes.check('+14155550002', 'voice'), null);
    assert.equal(await codes.check('+14155550003', 'sms'), 'invalid-phone-number-voip');
    assert.equal(await codes.check('+14155550004', 'sms'), 'too-many-requests');
    assert.equal(await codes.check('+14155550100', 'sms'), null);
  });
  it('matches tax numbers by how they end', async () => {
    const match = (tin: string, attempt = 1) =>
      tins.match({ tin, tinType: 'ssn', name: 'Jane Doe', attempt });
    assert.deepEqual(await match('123450001'), { status: 'mismatched' });
    assert.deepEqual(await match('123450002'), { status: 'pending', retryInMs: 5000 });
    assert.deepEqual(await match('123450002', 2), { status: 'matched' });
    assert.deepEqual(await match('123456789'), { status: 'matched' });
  });
  it('knows the test bank and its bad accounts', async () => {
    assert.equal(banks.nameOf('110000000'), 'Test Bank');
    assert.equal(banks.nameOf('021000021'), 'JPMorgan Chase');
    assert.equal(await banks.check('110000000', '000123456789'), null);
    assert.equal(await banks.check('110000000', '000111111116'), 'account-closed');
    assert.equal(await banks.check('110000000', '000222222227'), 'account-unverifiable');
  });
  it('screens names', async () => {
    const nobody = { first: '', last: '', country: null, dateOfBirth: null };
    const entries = async (name: Partial<ScreenedName>) => {
      const found = await screening.screen({ role: 'person', name: '', ...nobody, ...name });
      return typeof found === 'string' ? found : found.map(({ entry, verdict }) => `${entry} ${verdict}`);
    };
    assert.deepEqual(await entries({ first: 'Sam', last: 'Sanctioned' }), [
      'sanctioned id_verification_required',
    ]);
    assert.deepEqual(await entries({ first: 'Sam', last: 'review' }), ['review in_review']);
    assert.deepEqual(await entries({ role: 'business', name: 'Review & Sons Ltd' }), ['review in_review']);
    for (const last of ['Smith', 'Constructor', '__proto__', ''])
      assert.deepEqual(await entries({ first: 'Review', last, name: `Jane ${last}` }), [], last);
  });
});
