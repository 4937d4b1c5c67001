/** “B” notices are recorded, listed and undone, and decide what is withheld. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BNotice } from '../../../src/contract/partner/b-notices.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import type { AppConfig } from '../../../src/server/ports/deps.ts';
import { addMethod, addUser, fileForm, paypal } from '../ledger/support.ts';
import { company, person } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';

const day = 24 * 60 * 60 * 1000;

async function begin(config: Partial<AppConfig> = { withholding: 'deduct' }, form: object = person) {
  const server = await createTestServer({ config });
  const user = await addUser(server);
  await addMethod(server, user, paypal);
  await fileForm(server, user, {}, form);
  server.clock.advance(day);
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const at = `/users/${user.id}/b-notices`;
  const record = async (body: object = {}) => {
    const { status, body: notice } = await ask('POST', at, body);
    return { status, notice: notice as unknown as BNotice };
  };
  const list = async () => (await ask('GET', at)).body['data'] as BNotice[];
  /** Returns what is withheld of a payout, or why it is refused. */
  const pay = async (amount = 300_000) => {
    const to = { user_id: user.id, amount, platform: 'paypal', fund: true };
    const { status, body } = await ask('POST', '/payouts', to);
    if (status !== 201) return body['error_code'];
    const { parts } = (body['withholding'] as { parts: { rate: number; reason: string }[] }) ?? {};
    return parts?.map(({ rate, reason }) => `${rate} ${reason}`).join() ?? 'whole';
  };
  const wants = async () =>
    ((await ask('GET', `/users/${user.id}`)).body as unknown as User).compliance.must_collect_1099;
  return { server, user, ask, at, record, list, pay, wants };
}

describe('a B-notice', () => {
  test('is recorded once, listed, and undone', async () => {
    const { ask, at, record, list } = await begin();
    const { status, notice } = await record();
    assert.deepEqual([status, notice.kind, notice.standing, notice.letter], [201, 'first', 'waiting', null]);
    const again = await record({ received: notice.received });
    assert.deepEqual([again.status, again.notice.id], [200, notice.id]);
    assert.deepEqual(await list(), [notice]);
    const undone = await ask('PATCH', `${at}/${notice.id}`, { undone: true });
    assert.deepEqual([undone.status, undone.body['standing']], [200, 'undone']);
    assert.equal((await list())[0]?.standing, 'undone');
  });

  test('is refused with what is wrong', async () => {
    const { ask, at, record, server } = await begin();
    const tomorrow = new Date(server.clock.now().getTime() + day).toISOString().slice(0, 10);
    for (const received of ['yesterday', '2026-02-30', tomorrow])
      assert.equal((await record({ received })).status, 422, received);
    const { notice } = await record();
    assert.equal((await ask('PATCH', `${at}/${notice.id}`, {})).status, 422);
    assert.equal((await ask('PATCH', `${at}/${notice.id}`, { letter: 'w9' })).status, 422);
    const both = await ask('PATCH', `${at}/${notice.id}`, { letter: 'ssa', undone: true });
    const [wrong] = (both.body['errors'] ?? []) as Problem['errors'] & object;
    assert.deepEqual([both.status, wrong?.field], [422, 'undone']);
    assert.match(wrong?.message ?? '', /letter/);
    assert.equal(
      (await ask('PATCH', `${at}/7f000000-0000-4000-8000-000000000000`, { undone: true })).status,
      404,
    );
  });

  test('asks for a W-9, pays meanwhile, and withholds after 30 business days', async () => {
    const { server, user, record, pay, wants, list } = await begin();
    assert.deepEqual([await wants(), await pay()], [false, 'whole']);
    const { notice } = await record();
    assert.deepEqual([await wants(), await pay()], [true, 'whole']);
    const left = new Date(`${notice.withhold_from}T00:00:00Z`).getTime() - server.clock.now().getTime();
    server.clock.advance(left);
    assert.deepEqual([await wants(), await pay()], [true, '0.24 wrong-number']);
    assert.equal((await list())[0]?.standing, 'withholding');
    await fileForm(server, user, {}, person);
    assert.deepEqual([await wants(), await pay()], [false, 'whole']);
  });

  test('the second time wants the letter, and no W-9', async () => {
    const { server, user, ask, at, record, pay, wants } = await begin();
    await record();
    server.clock.advance(365 * day);
    const { notice } = await record();
    assert.equal(notice.kind, 'second');
    server.clock.advance(60 * day);
    await fileForm(server, user, {}, person);
    assert.deepEqual([await wants(), await pay()], [false, '0.24 wrong-number']);
    await ask('PATCH', `${at}/${notice.id}`, { letter: 'ssa' });
    assert.equal(await pay(), 'whole');
  });

  test('of somebody of whom something was withheld last year needs no threshold', async () => {
    const { server, record, pay } = await begin();
    await record();
    server.clock.advance(90 * day);
    const year = server.clock.now().getUTCFullYear();
    assert.equal(await pay(), '0.24 wrong-number');
    server.clock.advance(new Date(Date.UTC(year + 1, 0, 2)).getTime() - server.clock.now().getTime());
    assert.equal(await pay(1_000), '0.24 wrong-number', '26 USC §3406(b)(6)(C)');
  });
});

test('an S corporation has no code of exemption, and code 5 is that of a corporation', async () => {
  for (const [tax_classification, exempt_payee_code, rate] of [
    ['s_corporation', '1', '0.24 wrong-number'],
    ['partnership', '5', '0.24 wrong-number'],
    ['c_corporation', '5', 'whole'],
  ] as const) {
    const form = { ...company, tax_classification, exempt_payee_code };
    const { server, record, pay } = await begin(undefined, form);
    await record();
    server.clock.advance(60 * day);
    assert.equal(await pay(), rate, tax_classification);
  }
});
