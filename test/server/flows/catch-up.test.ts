/** One payee, two flows: what is done in one while the other is open. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { StepName, StepRequestInput } from '../../../src/contract/steps.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { looks, tries } from '../payee/identity.ts';
import {
  bankAccount,
  introduced,
  messages,
  newFlow,
  openFlow,
  person,
  profile,
  states,
} from '../payee/payee.ts';
import type { Payee } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const mandate = (one: Payee) => (one.seen.current as RequirementOf<'manage-payments'>).mandate.version;

async function connectsBank(one: Payee): Promise<void> {
  await one.does('/session/bank-link', { institution_id: 'sandbox-lantern' });
  await one.does('/session/payment-methods', {
    source: 'link',
    account_id: 'checking',
    mandate_version: mandate(one),
    consent: true,
  });
}

/**
 * Has a report made that the payee has to see. A report without objections would end the step by itself,
 * wherever the payee waits at it.
 */
async function isChecked(server: TestServer, one: Payee): Promise<void> {
  const { date_of_birth, line_1, city, state, postcode } = person;
  await one.does('/session/background-check/details', {
    date_of_birth,
    ssn: '123-45-0012',
    line_1,
    city,
    state,
    postcode,
  });
  await one.does('/session/background-check/disclosure', { disclosure_version: disclosureVersion });
  await one.does('/session/background-check/authorization', {
    disclosure_version: disclosureVersion,
    signature: 'Jane Doe',
    consent: true,
  });
  await server.runDueJobs();
  await looks(one);
}

/** How each step is done, to its end. */
const doing: Partial<Record<StepName, (server: TestServer, one: Payee) => Promise<unknown>>> = {
  compliance: (_, one) => one.does('/session/compliance', person),
  'id-verification': (server, one) => tries(server, one),
  'background-check': async (server, one) => {
    await isChecked(server, one);
    await one.does('/session/background-check/continue');
  },
  'manage-payments': async (_, one) => {
    await connectsBank(one);
    await one.does('/session/manage-payments');
  },
};

describe('a step that was done in another flow of the same payee', () => {
  let server: TestServer;
  let userId: string;
  beforeEach(async () => {
    // The sandbox shows a tax form again whenever it is asked for.
    server = await createTestServer({ config: { sandbox: false } });
    const { seen } = await introduced(server, [{ name: 'redirect', redirect_url: 'https://example.com' }]);
    userId = seen.flow.user_id ?? '';
  });

  const begun = async (steps: (StepName | StepRequestInput)[]): Promise<Payee> =>
    openFlow(server, (await newFlow(server, steps, { user_id: userId })).id);
  const stepOf = (one: Payee) => one.seen.current?.step;
  const told = async (one: Payee) =>
    (await messages(server))
      .filter(({ payload }) => payload['flow_id'] === one.flowId)
      .map(({ event, payload }) => [event, payload['step'], payload['completed_steps']].flat());

  for (const [step, does] of Object.entries(doing) as [StepName, NonNullable<(typeof doing)[StepName]>][]) {
    it(`is skipped when the open one is read: ${step}`, async () => {
      const open = await begun([step, 'manage-payouts']);
      const unread = await begun([step]);
      const forced = await begun([{ name: step, force: true } as StepRequestInput]);
      const other = await begun([step]);
      await does(server, other);
      assert.equal(other.seen.flow.status, 'completed');

      await looks(open);
      assert.deepEqual(
        [states(open.seen), stepOf(open)],
        [[`${step}:skipped`, 'manage-payouts:active'], 'manage-payouts'],
      );
      assert.deepEqual([open.seen.completions, await told(open)], [[], []]);
      await open.does('/session/payout-methods', bankAccount);
      await open.does('/session/manage-payouts');
      assert.deepEqual(await told(open), [
        ['flow.updated', 'manage-payouts', step, 'manage-payouts'],
        ['flow.completed', undefined, step, 'manage-payouts'],
      ]);

      // Opening a session is reading, too. With nothing left to do, the flow is done.
      const reopened = await openFlow(server, unread.flowId);
      assert.deepEqual([reopened.seen.flow.status, reopened.seen.current], ['completed', null]);
      assert.deepEqual(await told(unread), [['flow.completed', undefined, step]]);
      await looks(unread);
      assert.equal((await told(unread)).length, 1);

      await looks(forced);
      assert.deepEqual([states(forced.seen), stepOf(forced)], [[`${step}:active`], step]);
    });
  }

  it('is not taken away from a payee who hands it in: it counts as done here', async () => {
    const open = await begun(['compliance', 'manage-payouts']);
    await doing.compliance?.(server, await begun(['compliance']));
    await open.does('/session/compliance', person);
    assert.deepEqual(
      (await told(open)).map(([event, step]) => [event, step]),
      [['flow.updated', 'compliance']],
    );
  });

  it('stays when it is one that is done each time anew: manage-payouts', async () => {
    const open = await begun(['manage-payouts']);
    const other = await begun(['manage-payouts']);
    await other.does('/session/payout-methods', bankAccount);
    await other.does('/session/manage-payouts');
    await looks(open);
    assert.equal(stepOf(open), 'manage-payouts');
    assert.equal((open.seen.current as RequirementOf<'manage-payouts'>).methods.length, 1);
  });

  it('stays when it was begun in this very flow, until the payee says that it is done', async () => {
    const paying = await begun(['manage-payments']);
    await connectsBank(paying);
    await looks(paying);
    assert.equal(stepOf(paying), 'manage-payments');
    assert.equal(stepOf(await openFlow(server, paying.flowId)), 'manage-payments');

    const checked = await begun(['background-check']);
    await isChecked(server, checked);
    assert.deepEqual(
      [stepOf(checked), (checked.seen.current as RequirementOf<'background-check'>).phase],
      ['background-check', 'reported'],
    );
    await checked.does('/session/background-check/continue');
    assert.deepEqual(
      (await told(checked)).map(([event]) => event),
      ['flow.updated', 'flow.completed'],
    );
  });

  it('leads to what comes next, with the tax form that the law wants before money moves', async () => {
    const open = await openFlow(
      server,
      (await newFlow(server, ['id-verification', 'manage-payouts'], { user_id: userId })).id,
    );
    const other = await begun(['id-verification']);
    // The payee moved abroad meanwhile. From there on a W-8BEN is due before the first payout.
    await server.db.query(`update users set country = 'DE' where id = $1`, [userId]);
    await tries(server, other);
    await looks(open);
    assert.deepEqual(states(open.seen), [
      'id-verification:skipped',
      'compliance:active',
      'manage-payouts:pending',
    ]);
  });

  it('is left alone in a flow that has ended', async () => {
    const canceled = await begun(['compliance']);
    const expired = await openFlow(
      server,
      (await newFlow(server, ['compliance'], { user_id: userId, expires_in: 60 })).id,
    );
    await server.asPartner('POST', `/v2/flows/${canceled.flowId}/cancel`, {});
    await doing.compliance?.(server, await begun(['compliance']));
    server.clock.advance(60_000);
    for (const ended of [canceled, expired]) {
      await looks(ended);
      assert.deepEqual(states(ended.seen), ['compliance:active']);
      assert.deepEqual(await told(ended), []);
    }
  });

  it('is a profile, too, which the partner’s other flow completed', async () => {
    const { id } = (await (
      await server.asPartner('POST', '/v2/users', {
        first_name: 'Ann',
        last_name: 'Doe',
        email: 'ann@example.com',
        country_code: '1',
        phone_number: '4155550101',
      })
    ).json()) as { id: string };
    userId = id;
    await server.asPartner('POST', `/v2/users/${id}/send-verification-token`, {});
    await server.asPartner('POST', `/v2/users/${id}/verify`, { token: '123456' });
    const open = await begun(['onboarding', 'manage-payouts']);
    assert.equal(stepOf(open), 'onboarding');
    await (await begun(['onboarding'])).does('/session/onboarding', { ...profile, first_name: 'Ann' });
    await looks(open);
    assert.equal(stepOf(open), 'manage-payouts');
  });
});
