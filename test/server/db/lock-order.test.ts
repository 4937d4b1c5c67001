/**
 * Two requests about one payee at the same moment wait for each other in one direction only. Only PostgreSQL
 * has such moments (`ledger/concurrency.test.ts` says why).
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Queryable } from '../../../src/server/ports/database.ts';
import { lockFlow } from '../../../src/server/db/flows.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { holdFor } from '../../../src/server/screening/screen.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { addMethod, addUser, fileForm, paypal } from '../ledger/support.ts';
import { atIdentity, shows, submits } from '../payee/identity.ts';
import { introduced, newFlow, newPhone, openFlow, person } from '../payee/payee.ts';
import type { Payee } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { database } from './databases.ts';
import { meanwhile } from './meanwhile.ts';

const code = '/session/authentication/code';
const check = '/session/authentication/check';
const ada = { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com', country_code: '1' };
const newNumber = { country_code: '1', phone_number: '4155550177' };

if (database.name === 'PostgreSQL')
  describe('at the same moment', () => {
    let server: TestServer;
    let first: Payee;
    let userId: string;

    beforeEach(async () => {
      server = await createTestServer();
      first = await introduced(server, ['manage-payouts', 'payout']);
      userId = first.seen.flow.user_id as string;
    });

    const lockUsers = (tx: Queryable) => tx.query('select id from users for update');
    const partner = (method: string, path: string, body?: unknown) => async () =>
      (await server.asPartner(method, `/v2/users/${userId}${path}`, body)).status;
    const ask = (payee: Payee, method: string, path: string, body?: unknown) => async () =>
      (
        await server.app.request(`/v2${path}`, {
          method,
          headers: { authorization: `Bearer ${payee.token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
      ).status;

    /**
     * Does both, the first a little earlier, while somebody holds `lock`. Returns what they were answered.
     */
    async function both(
      lock: (tx: Queryable) => Promise<unknown>,
      ...works: (() => Promise<number>)[]
    ): Promise<number[]> {
      const answers: number[] = [];
      await meanwhile(
        server.db,
        lock,
        works.map((work, index) => async () => void (answers[index] = await work())),
        async () => undefined,
      );
      return answers;
    }

    const review = { ...person, last_name: 'Review' };
    /** A flow of the user that is at its tax form. */
    const filing = async (browser: string): Promise<Payee> =>
      openFlow(server, (await newFlow(server, ['compliance'], { user_id: userId })).id, browser);

    /** A flow that asks for a code, which was sent. */
    async function waitsForCode(input: object, phone: object = {}): Promise<Payee> {
      const one = await openFlow(server, (await newFlow(server, ['manage-payouts'], input)).id, 'other');
      await one.does(code, phone);
      return one;
    }

    for (const [what, method, path, body] of [
      ['gives the payee another phone', 'PUT', '/phone', newNumber],
      ['ends their sessions', 'POST', '/end-sessions', undefined],
      ['disables them', 'POST', '/disable', undefined],
      ['deletes them', 'DELETE', '', undefined],
    ] as const)
      test(`a code is checked while the partner ${what}`, async () => {
        const one = await waitsForCode({ user_id: userId, require_auth: true });
        const [changed, checked = 0] = await both(
          lockUsers,
          partner(method, path, body),
          ask(one, 'POST', check, { code: '123456' }),
        );
        assert.equal(changed, 200);
        assert.ok([401, 410].includes(checked), `the check was answered with ${checked}`);
        assert.equal((await ask(one, 'GET', '/session')()) === 200, false, 'nobody is let in');
      });

    test('a code that was right a moment before the change of phone opens nothing afterwards', async () => {
      const one = await waitsForCode({}, newPhone);
      const [checked, changed] = await both(
        lockUsers,
        ask(one, 'POST', check, { code: '123456' }),
        partner('PUT', '/phone', newNumber),
      );
      assert.deepEqual([checked, changed], [200, 200]);
      assert.equal(await ask(one, 'GET', '/session')(), 401);
      const again = await openFlow(server, one.flowId, 'other');
      assert.equal(again.seen.authenticated, false);
      assert.match(JSON.stringify((await again.does(code, {})).current), /0177/);
    });

    test('a second code is checked by somebody who is asked for more, while the phone changes', async () => {
      await partner('PATCH', '', { date_of_birth: person.date_of_birth })();
      server.clock.advance(400 * 24 * 3_600_000);
      const one = await waitsForCode({}, newPhone);
      await one.does(check, { code: '123456' });
      server.clock.advance(60_000);
      await one.does(code, {});
      const answers = await both(
        lockUsers,
        partner('PUT', '/phone', newNumber),
        ask(one, 'POST', check, { code: '123456' }),
      );
      assert.deepEqual(answers, [200, 401]);
    });

    test('several users are given one number, which one of them gets', async () => {
      const ids = [userId];
      for (const number of ['4155550181', '4155550182', '4155550183']) {
        const added = await server.asPartner('POST', '/v2/users', { ...ada, phone_number: number });
        assert.equal(added.status, 201);
        ids.push(((await added.json()) as { id: string }).id);
      }
      const answers = await both(
        lockUsers,
        ...ids.map((id) => async () => {
          const answer = await server.asPartner('PUT', `/v2/users/${id}/phone`, newNumber);
          if (answer.status === 422) assert.match(await answer.text(), /phone-in-use/);
          return answer.status;
        }),
      );
      assert.deepEqual(answers.sort(), [200, 422, 422, 422]);
    });

    test('a user is given the number with which another one is made', async () => {
      const answers = await both(
        lockUsers,
        async () => (await server.asPartner('POST', '/v2/users', { ...ada, ...newNumber })).status,
        partner('PUT', '/phone', newNumber),
      );
      assert.deepEqual(answers, [201, 422]);
    });

    test('one browser signs out of two flows', async () => {
      const second = await openFlow(server, (await newFlow(server, ['payout'], { user_id: userId })).id);
      const out = (payee: Payee) => ask(payee, 'DELETE', '/session');
      const lock = (tx: Queryable) => lockFlow(tx, first.flowId);
      assert.deepEqual(await both(lock, out(first), out(second)), [204, 204]);
    });

    const move = (input: object) => () =>
      server.asPartner('POST', '/v2/payouts', { user_id: userId, platform: 'paypal', ...input });

    test('a payee files forms in two flows, and is found on a list', async () => {
      const file = ask({ ...(await filing('one')) }, 'POST', '/session/compliance', review);
      const other = ask({ ...(await filing('two')) }, 'POST', '/session/compliance', review);
      await server.db.query(
        `insert into paper_chains (app_id, number, hash) select id, 0, '' from apps on conflict do nothing`,
      );
      const chain = (tx: Queryable) => tx.query('select 1 from paper_chains for update');
      assert.deepEqual(await both(chain, file, other), [200, 200]);
    });

    test('a payout is made while a link is made for its payee', async () => {
      await addMethod(server, { id: userId } as UserRow, paypal);
      await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: -100 });
      const wallets = (tx: Queryable) => tx.query('select 1 from ledger_accounts for update');
      const answers = await both(
        wallets,
        async () => (await move({ amount: 500, fund: true })()).status,
        async () =>
          (await server.asPartner('POST', '/v2/payout-links', { user_id: userId, amount: 100 })).status,
      );
      assert.deepEqual(answers, [201, 201]);
    });

    for (const what of ['given money', 'paid'] as const)
      test(`a payee is deleted while they are ${what}: one of the two`, async () => {
        await addMethod(server, { id: userId } as UserRow, paypal);
        await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: -100 });
        await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: 100 });
        const give = async () =>
          (await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: -100 })).status;
        const pays = async () => (await move({ amount: 500, fund: true })()).status;
        // A link, so that the deletion goes on to the wallets.
        await server.asPartner('POST', '/v2/payout-links', { user_id: userId, amount: 100 });
        const chosen = what === 'paid' ? pays : give;
        const wallets = (tx: Queryable) => tx.query('select 1 from ledger_accounts for update');
        assert.deepEqual(await both(wallets, partner('DELETE', ''), chosen), [200, 404]);
      });

    test('a payee who is just given money is not deleted', async () => {
      await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: -100 });
      await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: 100 });
      const wallets = (tx: Queryable) => tx.query('select 1 from ledger_accounts for update');
      const give = async () =>
        (await server.asPartner('POST', '/v2/transfers', { user_id: userId, amount: -100 })).status;
      assert.deepEqual(await both(wallets, give, partner('DELETE', '')), [200, 409]);
    });

    test('a name is found on a list while a verdict about a document waits for its user', async () => {
      server = await createTestServer();
      const one = await atIdentity(server);
      const id = one.seen.flow.user_id as string;
      await server.db.query(`update users set ofac_status = 'id_verification_required'`);
      await shows(server, one);
      await submits(one);
      await server.runDueJobs();
      server.clock.advance(2_000);
      // Whoever holds the user has found a business of theirs on a list.
      const finds = async (tx: Queryable) => {
        const user = await findUserById(tx, id);
        assert.ok(user);
        const verdict = 'flagged' as const;
        const found = { role: 'business', name: 'Doe Studio', list: 'SDN', entry: '7', verdict } as const;
        await holdFor(server.deps, tx, user, [found]);
      };
      const verdict = () => server.runDueJobs();
      await meanwhile(server.db, finds, [verdict], async () => undefined);
      const [user] = await server.db.query<{ ofac_status: string; id_status: string }>(
        'select ofac_status, id_status from users where id = $1',
        [id],
      );
      assert.deepEqual(user, { ofac_status: 'flagged', id_status: 'verified' });
    });

    test('two remittances set the same cents off', async () => {
      server = await createTestServer({ config: { withholding: 'deduct' } });
      const payee = await addUser(server, { country: 'DE', phone_e164: '+4915123456789' });
      await addMethod(server, payee, paypal);
      await fileForm(server, payee, { place_of_work: 'inside' });
      const pay = async (amount: number) => {
        const body = { user_id: payee.id, amount, platform: 'paypal', fund: true };
        return ((await (await server.asPartner('POST', '/v2/payouts', body)).json()) as { id: string }).id;
      };
      const remit = (id: string, set_off: number) => async () =>
        (await server.asPartner('POST', `/v2/transfers/${id}/withholding/remit`, { set_off })).status;
      const runs = async (ms: number) => {
        await server.runDueJobs();
        server.clock.advance(ms);
        await server.runDueJobs();
      };
      const back = await pay(1_014);
      await runs(3_500);
      assert.equal(await remit(back, 0)(), 200);
      await runs(10_000);
      const [one, two] = [await pay(1_000), await pay(1_000)];
      await runs(3_500);
      const wallet = (tx: Queryable) => tx.query('select 1 from ledger_accounts for update');
      const answers = await both(wallet, remit(one, 300), remit(two, 300));
      assert.deepEqual(answers, [200, 422], '304 cents are too much, and not 600');
    });

    test('held money is freed while its payee does something in the flow of it', async () => {
      await addMethod(server, { id: userId } as UserRow, paypal);
      await server.asPartner('PUT', '/v2/sandbox/sanctions-list', { names: ['Doe'] });
      await server.runDueJobs();
      await server.db.query(`update users set ofac_status = 'in_review'`);
      assert.equal((await move({ amount: 500, fund: true })()).status, 201);
      await server.db.query('update transfers set flow_id = $1', [first.flowId]);
      const [match] = await server.db.query<{ id: string }>('select id from screening_matches');
      const answers = await both(
        lockUsers,
        async () => {
          const path = `/v2/screening-matches/${match?.id}/release`;
          return (await server.asPartner('POST', path, { reason: 'Somebody else.' })).status;
        },
        ask(first, 'PUT', '/session/auto-payout', { enabled: true }),
      );
      assert.deepEqual(answers, [200, 200]);
      await server.runDueJobs();
      const rows = await server.db.query<{ status: string }>(
        `select status from transfers where type = 'payout'`,
      );
      assert.ok(rows.every(({ status }) => status !== 'flagged'));
    });

    test('somebody uses a replaced token while its session checks a code', async () => {
      const one = await waitsForCode({ user_id: userId, require_auth: true });
      const stolen = one.token;
      one.token = (await one.call('POST', '/session/refresh')).body.token;
      server.clock.advance(60_000);
      const thief = { ...one, token: stolen };
      const answers = await both(
        lockUsers,
        ask(one, 'POST', check, { code: '123456' }),
        ask(thief, 'GET', '/session'),
      );
      assert.deepEqual(answers, [200, 401]);
      assert.equal(await ask(one, 'GET', '/session')(), 401, 'two had it');
    });
  });
