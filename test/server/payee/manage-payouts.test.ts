import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { createTestServer } from '../support.ts';
import { bankAccount, fields, introduced, messages, openFlow } from './payee.ts';
import type { Payee } from './payee.ts';

const methods = '/session/payout-methods';
const finish = '/session/manage-payouts';
const seen = (payee: Payee) => payee.seen.current as RequirementOf<'manage-payouts'>;
const listed = (payee: Payee) =>
  seen(payee).methods.map((method) => `${method.masked}${method.is_default ? ' default' : ''}`);
const paypal = { platform: 'paypal', email: 'Jane@Example.com' };
const venmo = { platform: 'venmo', handle: '@jane-doe' };
const cashApp = {
  platform: 'cash_app',
  cash_tag: '$janedoe',
  routing_number: '021000021',
  account_number: '12345678',
};

describe('payout methods', () => {
  it('are shown masked, the first as default', async () => {
    const payee = await introduced(await createTestServer(), ['manage-payouts']);
    for (const method of [bankAccount, paypal, venmo, cashApp]) await payee.does(methods, method);
    assert.deepEqual(listed(payee), ['••• 6789 default', 'J•••@Example.com', '@j•••', '$j•••']);
    assert.equal(seen(payee).methods[3]?.bank_name, 'JPMorgan Chase');
  });

  it('are refused with the field that is wrong', async () => {
    const payee = await introduced(await createTestServer(), ['manage-payouts']);
    const cases: [object, string[]][] = [
      [{}, ['platform:required']],
      [{ platform: 'bitcoin' }, ['platform:invalid-choice']],
      [{ ...bankAccount, routing_number: '123456789' }, ['routing_number:invalid-routing-number']],
      [{ ...bankAccount, account_number: '12' }, ['account_number:invalid-account-number']],
      [{ ...bankAccount, account_number: '000111111116' }, ['account_number:account-closed']],
      [{ ...bankAccount, account_number: '000222222227' }, ['account_number:account-unverifiable']],
      [{ platform: 'ach' }, ['account_number:required', 'account_type:required', 'routing_number:required']],
      [{ platform: 'paypal', email: 'jane' }, ['email:invalid-email']],
      [{ platform: 'venmo', handle: 'a b' }, ['handle:invalid-handle']],
      [{ ...cashApp, cash_tag: '$12' }, ['cash_tag:invalid-cash-tag']],
    ];
    for (const [given, expected] of cases) {
      assert.deepEqual(fields(await payee.refused(methods, given)).sort(), expected, JSON.stringify(given));
    }
  });

  it('cannot be added twice, however they are typed', async () => {
    const payee = await introduced(await createTestServer(), ['manage-payouts']);
    await payee.does(methods, bankAccount);
    const twin = await payee.refused(methods, {
      ...bankAccount,
      account_number: '0001 2345 6789',
      account_type: 'savings',
    });
    assert.equal(twin.error_code, 'payout-method-exists');
    assert.equal(twin.status, 409);
    assert.deepEqual(fields(twin), ['account_number:payout-method-exists']);
    await payee.does(methods, paypal);
    assert.deepEqual(
      fields(await payee.refused(methods, { platform: 'paypal', email: 'jane@example.com' })),
      ['email:payout-method-exists'],
    );
  });

  it('are stored and compared as they look', async () => {
    const server = await createTestServer();
    const jane = await introduced(server, ['manage-payouts']);
    await jane.does(methods, { platform: 'paypal', email: 'jos\u00e9@example.com' });
    for (const email of [
      'jose\u0301@example.com',
      'jos\u200b\u00e9@example.com',
      'JOS\u00c9@ｅｘａｍｐｌｅ．ｃｏｍ\u00a0',
    ]) {
      const twin = await jane.refused(methods, { platform: 'paypal', email });
      assert.deepEqual(fields(twin), ['email:payout-method-exists'], JSON.stringify(email));
    }
    const refused = await jane.refused(methods, { platform: 'paypal', email: 'ada..b@example.com' });
    assert.deepEqual(fields(refused), ['email:invalid-email']);
    const hidden = await jane.refused(methods, { platform: 'paypal', email: 'ada\u2800b@example.com' });
    assert.deepEqual(fields(hidden), ['email:invalid-characters']);
  });

  it('can be removed and added again; the default is never guessed while there is a choice', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    for (const method of [bankAccount, paypal, venmo]) await payee.does(methods, method);
    const [first, second] = seen(payee).methods;
    await payee.does(`${methods}/${first?.id}`, undefined, 'DELETE');
    assert.deepEqual(listed(payee), ['J•••@Example.com', '@j•••']);
    await payee.does(`${methods}/${second?.id}`, undefined, 'DELETE');
    assert.deepEqual(listed(payee), ['@j••• default']);
    await payee.does(methods, bankAccount);
    const added = seen(payee).methods.at(-1);
    await payee.does(`${methods}/${added?.id}/default`, {}, 'PUT');
    assert.deepEqual(listed(payee), ['@j•••', '••• 6789 default']);
    for (const id of [first?.id, 'nonsense']) {
      assert.equal(
        (await payee.refused(`${methods}/${id}`, undefined, 'DELETE')).error_code,
        'no-such-resource',
      );
      assert.equal(
        (await payee.refused(`${methods}/${id}/default`, {}, 'PUT')).error_code,
        'no-such-resource',
      );
    }
    const told = (await messages(server, 'user.')).map(({ event }) => event.replace('user.updated.', ''));
    const count = (event: string) => told.filter((name) => name === event).length;
    assert.equal(count('payout_method'), 6);
    assert.equal(count('default_payout_method_changed'), 4);
  });

  it('belong to one payee', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['manage-payouts']);
    await one.does(methods, bankAccount);
    const other = await introduced(server, ['manage-payouts'], undefined, {
      country: 'US',
      phone_number: '415 555 0101',
    });
    assert.deepEqual(listed(other), []);
    assert.equal(
      (await other.refused(`${methods}/${seen(one).methods[0]?.id}`, undefined, 'DELETE')).error_code,
      'no-such-resource',
    );
    await other.does(methods, bankAccount);
  });

  it('need the step to be current', async () => {
    const payee = await introduced(await createTestServer(), ['compliance', 'manage-payouts']);
    assert.equal((await payee.refused(methods, bankAccount)).error_code, 'step-not-current');
  });

  it('name the bank while the number is typed', async () => {
    const payee = await introduced(await createTestServer(), ['manage-payouts']);
    assert.deepEqual((await payee.call('GET', '/session/banks/021000021')).body, {
      bank_name: 'JPMorgan Chase',
    });
    assert.deepEqual((await payee.call('GET', '/session/banks/999999999')).body, { bank_name: null });
  });
});

describe('finishing manage-payouts', () => {
  it('says whether anything was changed', async () => {
    for (const [changes, outcome] of [
      [false, 'unchanged'],
      [true, 'saved'],
    ] as const) {
      const payee = await introduced(await createTestServer(), ['manage-payouts']);
      if (changes) await payee.does('/session/auto-payout', { enabled: true }, 'PUT');
      const done = await payee.does(finish);
      assert.equal(done.completions.at(-1)?.outcome, outcome);
    }
  });

  it('needs what the partner requires', async () => {
    const payee = await introduced(await createTestServer(), [
      {
        name: 'manage-payouts',
        require_default_payout_method: true,
        require_auto_payout_method: true,
        auto_payout_enabled: false,
      },
    ]);
    assert.deepEqual(seen(payee).blockers, ['default-payout-method-required', 'auto-payout-required']);
    assert.deepEqual(seen(payee).auto_payout, { shown: true, enabled: false });
    const refused = await payee.refused(finish);
    assert.deepEqual([refused.status, refused.error_code], [409, 'default-payout-method-required']);
    await payee.does(methods, bankAccount);
    assert.equal((await payee.refused(finish)).error_code, 'auto-payout-required');
    assert.deepEqual(fields(await payee.refused('/session/auto-payout', { enabled: 'yes' }, 'PUT')), [
      'enabled:invalid-boolean',
    ]);
    await payee.does('/session/auto-payout', { enabled: true }, 'PUT');
    assert.equal((await payee.does(finish)).flow.status, 'completed');
  });

  it('hides the switch when the partner asks for that', async () => {
    const payee = await introduced(await createTestServer(), [
      { name: 'manage-payouts', auto_payout_enabled: false },
    ]);
    assert.equal(seen(payee).auto_payout.shown, false);
  });

  it('without a continue button happens by itself, and the payee may go on managing', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, [
      { name: 'manage-payouts', hide_continue_button: true, require_auto_payout_method: true },
    ]);
    await payee.does(methods, bankAccount);
    assert.equal(payee.seen.flow.status, 'in_progress');
    await payee.does('/session/auto-payout', { enabled: true }, 'PUT');
    assert.equal(payee.seen.flow.status, 'completed');
    assert.equal(payee.seen.current?.step, 'manage-payouts');
    await payee.does(methods, paypal);
    assert.equal(listed(payee).length, 2);
    assert.equal((await messages(server)).filter(({ event }) => event === 'flow.completed').length, 1);
    const reloaded = await openFlow(server, payee.flowId);
    assert.equal(reloaded.seen.current?.step, 'manage-payouts');
    assert.equal((await openFlow(server, payee.flowId, 'elsewhere')).seen.current?.step, 'authentication');
  });
});
