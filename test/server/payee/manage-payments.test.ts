import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { fields, introduced, messages, newFlow, openFlow, profile } from './payee.ts';
import type { Payee } from './payee.ts';

const methods = '/session/payment-methods';
const finish = '/session/manage-payments';
const seen = (payee: Payee) => payee.seen.current as RequirementOf<'manage-payments'>;
const listed = (payee: Payee) =>
  seen(payee).methods.map(
    ({ masked, status, is_default }) => `${masked} ${status}${is_default ? ' default' : ''}`,
  );
const agreed = (payee: Payee) => ({ mandate_version: seen(payee).mandate.version, consent: true });
const numbers = {
  source: 'manual',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};

const arrived = async (
  steps: Parameters<typeof introduced>[1] = ['manage-payments'],
  server?: TestServer,
) => {
  const on = server ?? (await createTestServer());
  return { server: on, payee: await introduced(on, steps) };
};
const addTyped = (payee: Payee, more: object = {}) =>
  payee.does(methods, { ...numbers, ...agreed(payee), ...more });
async function addAndSend(server: TestServer, payee: Payee, more: object = {}): Promise<string> {
  await addTyped(payee, more);
  const id = seen(payee).methods.at(-1)?.id ?? '';
  await server.runDueJobs();
  payee.seen = await payee.does('/session', undefined, 'GET');
  return id;
}
const tell = (payee: Payee, id: string, amount_1: string, amount_2: string) =>
  payee.does(`${methods}/${id}/deposits`, { amount_1, amount_2 });
const begin = (payee: Payee, institution_id: string) => payee.does('/session/bank-link', { institution_id });
const addLinked = (payee: Payee, account_id = 'checking') =>
  payee.does(methods, { source: 'link', account_id, ...agreed(payee) });
const updates = async (server: TestServer) =>
  (await messages(server, 'payment_method.')).map(({ payload }) => payload);
const outcomes = (payee: Payee) =>
  payee.seen.completions.filter(({ step }) => step === 'manage-payments').map(({ outcome }) => outcome);

describe('an account whose numbers are typed', () => {
  it('waits for two deposits, which the job sends, and is verified by their amounts', async () => {
    const { server, payee } = await arrived();
    await addTyped(payee);
    assert.deepEqual(listed(payee), ['••• 6789 pending']);
    assert.equal(payee.seen.waiting, true);
    await server.runDueJobs();
    await payee.does('/session', undefined, 'GET');
    assert.deepEqual(listed(payee), ['••• 6789 sent']);
    assert.equal(payee.seen.waiting, false);
    assert.equal(seen(payee).methods[0]?.deposits?.tries_left, 3);
    assert.equal(seen(payee).methods[0]?.bank_name, 'Test Bank');
    const id = seen(payee).methods[0]?.id ?? '';
    await tell(payee, id, '0.45', '32');
    assert.deepEqual(listed(payee), ['••• 6789 verified default']);
    assert.deepEqual(
      await updates(server),
      Array.from({ length: 3 }, () => ({
        event: 'payment_method.updated',
        payment_method_id: id,
        api_version: '2',
      })),
    );
  });

  it('has three tries, and is added anew after the third', async () => {
    const { server, payee } = await arrived();
    const id = await addAndSend(server, payee);
    for (const left of [2, 1]) {
      await tell(payee, id, '1', '2');
      assert.equal(seen(payee).methods[0]?.deposits?.tries_left, left);
    }
    await tell(payee, id, '32', '46');
    assert.deepEqual(listed(payee), ['••• 6789 failed']);
    assert.equal(seen(payee).methods[0]?.failure, 'wrong-deposit-amounts');
    assert.equal(
      (await payee.refused(`${methods}/${id}/deposits`, { amount_1: '32', amount_2: '45' })).error_code,
      'no-deposits',
    );
    const again = await addAndSend(server, payee);
    assert.notEqual(again, id);
    await tell(payee, again, '45¢', '$0.32');
    assert.deepEqual(listed(payee), ['••• 6789 verified default']);
  });

  it('is refused by the field that is wrong', async () => {
    const { payee } = await arrived();
    const cases: [object, string[]][] = [
      [{ routing_number: '123456789' }, ['routing_number:invalid-routing-number']],
      [{ account_number: '12' }, ['account_number:invalid-account-number']],
      [{ account_number: '000111111116' }, ['account_number:account-closed']],
      [{ account_number: '000222222227' }, ['account_number:account-unverifiable']],
      [{ account_type: '' }, ['account_type:required']],
      [{ consent: false }, ['consent:consent-required']],
      [{ source: 'card' }, ['source:invalid-choice']],
    ];
    for (const [wrong, expected] of cases) {
      assert.deepEqual(
        fields(await payee.refused(methods, { ...numbers, ...agreed(payee), ...wrong })),
        expected,
        JSON.stringify(wrong),
      );
    }
    assert.equal(
      (await payee.refused(methods, { ...numbers, consent: true, mandate_version: '1999' })).error_code,
      'mandate-changed',
    );
    assert.deepEqual(listed(payee), []);
  });

  it('cannot be added twice', async () => {
    const { payee } = await arrived();
    await addTyped(payee);
    const twin = await payee.refused(methods, {
      ...numbers,
      ...agreed(payee),
      account_number: '0001 2345-6789',
      account_type: 'savings',
    });
    assert.deepEqual([twin.status, fields(twin)], [409, ['account_number:payment-method-exists']]);
  });

  it('may turn out to be closed when the deposits come back', async () => {
    const { server, payee } = await arrived();
    await addAndSend(server, payee, { account_number: '000333333338' });
    assert.deepEqual(listed(payee), ['••• 3338 failed']);
    assert.equal(seen(payee).methods[0]?.failure, 'account-closed');
  });

  it('gets no deposits once it was removed, and they are sent once however often the job runs', async () => {
    const { server, payee } = await arrived();
    await addTyped(payee);
    const id = seen(payee).methods[0]?.id ?? '';
    await payee.does(`${methods}/${id}`, undefined, 'DELETE');
    await server.runDueJobs();
    assert.deepEqual(listed(payee), []);
    assert.equal((await updates(server)).length, 2);
  });
});

describe('signing in at a bank', () => {
  it('finds banks by name', async () => {
    const { payee } = await arrived();
    const search = async (q: string) =>
      (
        (await payee.call('GET', `/session/institutions?q=${encodeURIComponent(q)}`)).body as unknown as {
          institutions: { name: string }[];
        }
      ).institutions;
    assert.ok((await search('')).length > 4);
    assert.deepEqual(
      (await search(' LANTERN ')).map(({ name }) => name),
      ['Lantern National Bank'],
    );
    assert.deepEqual(await search('no such bank'), []);
  });

  it('adds the account that the payee chooses, verified at once, and forgets the sign-in', async () => {
    const { server, payee } = await arrived();
    await begin(payee, 'sandbox-lantern');
    assert.equal(seen(payee).link?.phase, 'accounts');
    assert.equal(seen(payee).link?.simulated, true);
    await addLinked(payee, 'savings');
    assert.deepEqual(listed(payee), ['••• 5559 verified default']);
    assert.equal(seen(payee).methods[0]?.bank_name, 'Lantern National Bank');
    assert.equal(seen(payee).link, null);
    assert.equal((await updates(server)).length, 1);
    assert.equal(
      (await payee.refused(methods, { source: 'link', account_id: 'savings', ...agreed(payee) })).error_code,
      'no-bank-link',
    );
  });

  it('asks a second factor where the bank wants one', async () => {
    const { payee } = await arrived();
    await begin(payee, 'sandbox-juniper');
    assert.match(seen(payee).link?.question ?? '', /code/);
    assert.deepEqual(fields(await payee.refused('/session/bank-link/answer', { answer: '111111' })), [
      'answer:wrong-answer',
    ]);
    await payee.does('/session/bank-link/answer', { answer: '123 456' });
    assert.equal(seen(payee).link?.accounts.length, 3);
  });

  it('says why nothing comes of it, and lets the payee try another bank or give up', async () => {
    const { payee } = await arrived();
    for (const [bank, failure] of [
      ['sandbox-pebble', 'institution-down'],
      ['sandbox-harrow', 'declined'],
      ['sandbox-thimble', 'no-accounts'],
    ] as const) {
      await begin(payee, bank);
      assert.deepEqual([seen(payee).link?.phase, seen(payee).link?.failure], ['failed', failure]);
    }
    await payee.does('/session/bank-link', undefined, 'DELETE');
    assert.equal(seen(payee).link, null);
    assert.deepEqual(fields(await payee.refused('/session/bank-link', { institution_id: 'nowhere' })), [
      'institution_id:invalid-choice',
    ]);
  });

  it('refuses an account that the bank has closed, and one that was not offered', async () => {
    const { payee } = await arrived();
    await begin(payee, 'sandbox-lantern');
    assert.deepEqual(
      fields(await payee.refused(methods, { source: 'link', account_id: 'old', ...agreed(payee) })),
      ['account_id:account-closed'],
    );
    assert.deepEqual(
      fields(await payee.refused(methods, { source: 'link', account_id: 'else', ...agreed(payee) })),
      ['account_id:invalid-choice'],
    );
  });

  describe('whose owner', () => {
    /** A bank that names these owners for every account. */
    const ownedBy = async (owners: string[]) => {
      const server = await createTestServer();
      const { bankLinks } = server.deps.providers;
      assert.ok(bankLinks);
      const numbers: typeof bankLinks.numbers = async (...given) => {
        const known = await bankLinks.numbers(...given);
        return known && { ...known, owners };
      };
      const providers = { ...server.deps.providers, bankLinks: { ...bankLinks, numbers } };
      const { payee } = await arrived(
        ['manage-payments'],
        await createTestServer({ deps: { ...server.deps, providers } }),
      );
      await begin(payee, 'sandbox-lantern');
      return payee;
    };
    const takes = (payee: Payee) =>
      payee.call('POST', methods, { source: 'link', account_id: 'savings', ...agreed(payee) });

    it('is somebody else, or nobody whom the bank tells, is not debited', async () => {
      for (const owners of [
        ['Mallory Stranger'],
        [],
        [''],
        ['東京 商事'],
        ['Jane Stranger'],
        ['Mallory Doe'],
      ]) {
        const payee = await ownedBy(owners);
        const { status, body } = await takes(payee);
        assert.deepEqual([status, fields(body)], [422, ['account_id:owner-mismatch']], owners.join());
        assert.equal(seen(payee).link?.phase, 'accounts', 'another account may be chosen');
      }
    });

    it('is the payee, as banks write names, or one of several, is', async () => {
      for (const owners of [['DOE, JANE M'], ['John Smith', 'Jane Doe']])
        assert.equal((await takes(await ownedBy(owners))).status, 200, owners.join());
    });
  });

  it('takes the place of the same account that waits for its deposits', async () => {
    const { server, payee } = await arrived();
    await addTyped(payee, { account_number: '000444444442' });
    await begin(payee, 'sandbox-lantern');
    await addLinked(payee);
    assert.deepEqual(listed(payee), ['••• 4442 verified default']);
    await server.runDueJobs();
    assert.deepEqual(listed(payee), ['••• 4442 verified default']);
  });

  it('cannot be done on a server without a provider', async () => {
    const server = await createTestServer();
    const without = { ...server.deps, providers: { ...server.deps.providers, bankLinks: null } };
    const { payee } = await arrived(['manage-payments'], await createTestServer({ deps: without }));
    assert.equal(seen(payee).linking, false);
    assert.equal(
      (await payee.refused('/session/bank-link', { institution_id: 'sandbox-lantern' })).error_code,
      'no-bank-link',
    );
  });
});

describe('the list of accounts', () => {
  it('has one default among the verified ones; it is never guessed while there is a choice', async () => {
    const { server, payee } = await arrived();
    for (const account of ['checking', 'savings']) {
      await begin(payee, 'sandbox-lantern');
      await addLinked(payee, account);
    }
    const id = await addAndSend(server, payee);
    assert.deepEqual(listed(payee), ['••• 4442 verified default', '••• 5559 verified', '••• 6789 sent']);
    assert.equal(
      (await payee.refused(`${methods}/${id}/default`, {}, 'PUT')).error_code,
      'payment-method-unverified',
    );
    const [first, second] = seen(payee).methods;
    await payee.does(`${methods}/${second?.id}/default`, {}, 'PUT');
    assert.deepEqual(listed(payee), ['••• 4442 verified', '••• 5559 verified default', '••• 6789 sent']);
    await payee.does(`${methods}/${second?.id}`, undefined, 'DELETE');
    assert.deepEqual(listed(payee), ['••• 4442 verified default', '••• 6789 sent']);
    assert.equal(
      (await payee.refused(`${methods}/${second?.id}`, undefined, 'DELETE')).error_code,
      'no-such-resource',
    );
    assert.equal(
      (await payee.refused(`${methods}/nonsense/default`, {}, 'PUT')).error_code,
      'no-such-resource',
    );
    assert.ok(first);
  });

  it('belongs to one payee', async () => {
    const { server, payee } = await arrived();
    await begin(payee, 'sandbox-lantern');
    await addLinked(payee);
    const other = await introduced(server, ['manage-payments'], profile, {
      country: 'US',
      phone_number: '415 555 0101',
    });
    assert.deepEqual(listed(other), []);
    assert.equal(
      (await other.refused(`${methods}/${seen(payee).methods[0]?.id}`, undefined, 'DELETE')).error_code,
      'no-such-resource',
    );
  });

  it('keeps the proof of what was agreed to, and when it was taken back', async () => {
    const { server, payee } = await arrived();
    await begin(payee, 'sandbox-lantern');
    await addLinked(payee);
    const [method] = seen(payee).methods;
    assert.match(method?.mandate.text.join(' ') ?? '', /I, Jane Doe, authorize Acme Market/);
    server.clock.advance(60_000);
    await payee.does(`${methods}/${method?.id}`, undefined, 'DELETE');
    const [row] = await server.db.query(
      'select mandate_version, mandate_text, mandate_accepted, mandate_revoked, flow_id from payment_methods',
    );
    assert.deepEqual(row, {
      mandate_version: method?.mandate.version,
      mandate_text: method?.mandate.text,
      mandate_accepted: new Date(server.clock.now().getTime() - 60_000),
      mandate_revoked: server.clock.now(),
      flow_id: payee.flowId,
    });
  });
});

describe('finishing manage-payments', () => {
  it('says what the partner has: an account, one on its way, or none', async () => {
    const without = await arrived();
    await without.payee.does(finish);
    assert.deepEqual(outcomes(without.payee), ['none']);

    const waiting = await arrived();
    await addTyped(waiting.payee);
    await waiting.payee.does(finish);
    assert.deepEqual(outcomes(waiting.payee), ['pending']);

    const linked = await arrived();
    await begin(linked.payee, 'sandbox-lantern');
    await addLinked(linked.payee);
    await linked.payee.does(finish);
    assert.deepEqual(outcomes(linked.payee), ['connected']);
    assert.equal(linked.payee.seen.flow.status, 'completed');
  });

  it('is not needed again once an account is verified, unless the partner forces it', async () => {
    const { server, payee } = await arrived();
    await begin(payee, 'sandbox-lantern');
    await addLinked(payee);
    await payee.does(finish);
    const user_id = payee.seen.flow.user_id;
    const steps = async (...asked: object[]) =>
      (await newFlow(server, asked, { user_id })).plan.map(({ state }) => state);
    assert.deepEqual(await steps({ name: 'manage-payments' }), ['skipped']);
    assert.deepEqual(await steps({ name: 'manage-payments', force: true }), ['active']);
    assert.deepEqual(await steps({ name: 'manage-payments', hide_continue_button: true }), ['active']);
  });

  it('without a continue button happens by itself, and the payee may go on managing', async () => {
    const { server, payee } = await arrived([{ name: 'manage-payments', hide_continue_button: true }]);
    const id = await addAndSend(server, payee);
    assert.deepEqual(outcomes(payee), ['pending']);
    assert.equal(payee.seen.flow.status, 'completed');
    assert.equal(payee.seen.current?.step, 'manage-payments');
    await tell(payee, id, '32', '45');
    assert.deepEqual(listed(payee), ['••• 6789 verified default']);
    assert.deepEqual(outcomes(payee), ['pending']);
  });

  it('tells who lives elsewhere, who may go on without an account or add one in the US', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payments'], { ...profile, country: 'DE' });
    assert.equal(seen(payee).in_us, false);
    await begin(payee, 'sandbox-lantern');
    await addLinked(payee);
    await payee.does(finish);
    assert.deepEqual(outcomes(payee), ['connected']);
  });
});

describe('coming back days later', () => {
  const days = 24 * 60 * 60 * 1000;

  it('to the finished flow asks for a code, then for the amounts, and then is done', async () => {
    const { server, payee } = await arrived(['manage-payments']);
    await addTyped(payee);
    await payee.does(finish);
    assert.equal(payee.seen.current, null);
    await server.runDueJobs();
    server.clock.advance(2 * days);
    const back = await openFlow(server, payee.flowId);
    assert.equal(back.seen.current?.step, 'authentication');
    await back.authenticates(null);
    assert.deepEqual(listed(back), ['••• 6789 sent']);
    assert.equal(seen(back).hide_continue_button, true);
    await tell(back, seen(back).methods[0]?.id ?? '', '32', '45');
    assert.equal(back.seen.current, null);
    assert.equal(back.seen.flow.status, 'completed');
    assert.deepEqual(outcomes(back), ['pending']);
    assert.equal((await messages(server)).filter(({ event }) => event === 'flow.completed').length, 1);
    server.clock.advance(days);
    assert.equal((await openFlow(server, payee.flowId)).seen.current, null);
  });

  it('to a new flow shows the account that waits', async () => {
    const { server, payee } = await arrived();
    await addTyped(payee);
    await payee.does(finish);
    await server.runDueJobs();
    const flow = await newFlow(server, ['manage-payments'], { user_id: payee.seen.flow.user_id });
    const back = await openFlow(server, flow.id);
    assert.deepEqual(listed(back), ['••• 6789 sent']);
    await tell(back, seen(back).methods[0]?.id ?? '', '32', '45');
    await back.does(finish);
    assert.deepEqual(outcomes(back), ['connected']);
  });

  it('after three wrong amounts lets the account be added anew', async () => {
    const { server, payee } = await arrived();
    await addTyped(payee);
    await payee.does(finish);
    await server.runDueJobs();
    server.clock.advance(2 * days);
    const back = await openFlow(server, payee.flowId);
    await back.authenticates(null);
    const id = seen(back).methods[0]?.id ?? '';
    for (const amount of ['1', '2', '3']) await tell(back, id, amount, '4');
    assert.deepEqual(listed(back), ['••• 6789 failed']);
    const again = await addAndSend(server, back);
    await tell(back, again, '32', '45');
    assert.equal(back.seen.current, null);
  });
});
