import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import {
  blamelessFailures,
  failureOf,
  failuresBeforePause,
  nextActs,
  payoutFailures,
  type PayoutFailure,
} from '../../../src/contract/money/payout-failures.ts';
import type { TransferStatus } from '../../../src/contract/money/transfers.ts';
import { pausedMethodsOf } from '../../../src/server/db/paused-methods.ts';
import { insertTransfer } from '../../../src/server/db/transfers.ts';
import { isPaused } from '../../../src/testing/mock/steps/paused.ts';
import type { MockMethod, MockPayout, MockUser } from '../../../src/testing/mock/world.ts';
import { createTestServer, type TestServer } from '../support.ts';
import { addMethod, addUser } from './support.ts';

describe('reasons why a payout did not arrive', () => {
  it('are at most fifteen, each with one next act', () => {
    assert.ok(payoutFailures.length <= 15);
    assert.deepEqual(Object.keys(nextActs).sort(), [...payoutFailures].sort());
  });

  it('are found behind the codes of rails', () => {
    assert.equal(failureOf('account-closed', 'anything'), 'account-closed');
    assert.equal(failureOf('R03', 'no account'), 'account-not-found');
    assert.equal(
      failureOf(undefined, 'The bank returned the payment: account closed (R02).'),
      'account-closed',
    );
    assert.equal(failureOf('AC04', ''), 'account-closed');
    assert.equal(failureOf('TM01', ''), 'rail-unavailable');
    assert.equal(failureOf('R99', ''), 'unknown');
    assert.equal(failureOf(undefined, 'It did not work.'), 'unknown');
  });
});

/** How payouts stand, oldest first. `blameless`: it failed, and the method is not to blame. */
type Payouts = readonly (TransferStatus | 'blameless')[];

const statusOf = (payout: Payouts[number]): TransferStatus => (payout === 'blameless' ? 'failed' : payout);
const failureCode = (payout: Payouts[number]): PayoutFailure | null =>
  payout === 'blameless' ? (blamelessFailures[0] ?? null) : payout === 'failed' ? 'account-closed' : null;

const histories: readonly { readonly says: string; readonly paused: boolean; readonly payouts: Payouts }[] = [
  { says: 'nothing was paid', paused: false, payouts: [] },
  { says: 'two came back', paused: false, payouts: ['failed', 'reversed'] },
  { says: 'three came back', paused: true, payouts: ['failed', 'reversed', 'failed'] },
  { says: 'the newest three came back', paused: true, payouts: ['completed', 'failed', 'failed', 'failed'] },
  { says: 'the newest arrived', paused: false, payouts: ['failed', 'failed', 'failed', 'completed'] },
  { says: 'one between arrived', paused: false, payouts: ['failed', 'failed', 'completed', 'failed'] },
  { says: 'one between is on its way', paused: false, payouts: ['failed', 'pending', 'failed', 'failed'] },
  { says: 'one between is held', paused: false, payouts: ['failed', 'failed', 'flagged', 'failed'] },
  {
    says: 'each of three fast failures has others on their way before it',
    paused: false,
    payouts: ['created', 'pending', 'failed', 'pending', 'pending', 'failed', 'pending', 'created', 'failed'],
  },
  {
    says: 'one older than the three is on its way',
    paused: true,
    payouts: ['pending', 'failed', 'failed', 'failed'],
  },
  {
    says: 'newer ones are on their way',
    paused: true,
    payouts: ['failed', 'failed', 'failed', 'pending', 'created', 'flagged'],
  },
  {
    says: 'newer ones are on their way, and one between',
    paused: false,
    payouts: ['failed', 'failed', 'pending', 'failed', 'pending'],
  },
  {
    says: 'failures that say nothing against the method lie between',
    paused: true,
    payouts: ['failed', 'blameless', 'failed', 'blameless', 'failed'],
  },
  {
    says: 'the three say nothing against the method',
    paused: false,
    payouts: ['failed', 'failed', 'blameless', 'blameless', 'blameless'],
  },
  { says: 'one between was canceled', paused: true, payouts: ['failed', 'canceled', 'failed', 'failed'] },
];

describe('a payout method', () => {
  let server: TestServer;
  before(async () => {
    server = await createTestServer();
  });

  async function isPausedOnServer(payouts: Payouts): Promise<boolean> {
    const user = await addUser(server);
    const method = await addMethod(server, user);
    for (const payout of payouts) {
      server.clock.advance(1_000);
      const row = await insertTransfer(server.db, {
        id: randomUUID(),
        app_id: server.partner.id,
        user_id: user.id,
        created: server.clock.now(),
        type: 'payout',
        status: statusOf(payout),
        amount: 1_000,
        tax_exempt: false,
        metadata: null,
        intent: null,
        platform: method.platform,
        payout_method_id: method.id,
        fee: 0,
        fee_party: 'platform',
        funding_id: null,
        flow_id: null,
        look_at: null,
      });
      await server.db.query('update transfers set failure_code = $2 where id = $1', [
        row?.id,
        failureCode(payout),
      ]);
    }
    return (await pausedMethodsOf(server.db, user.id)).has(method.id);
  }

  function isPausedInMock(payouts: Payouts): boolean {
    const method = {} as MockMethod;
    const made = payouts.map((payout) => ({
      method,
      status: statusOf(payout),
      failure: failureCode(payout),
    }));
    return isPaused({ payouts: made as unknown as MockPayout[] } as unknown as MockUser, method);
  }

  assert.equal(failuresBeforePause, 3);
  for (const { says, paused, payouts } of histories)
    it(`is ${paused ? 'paused' : 'not paused'} when ${says}`, async () => {
      assert.equal(await isPausedOnServer(payouts), paused, 'the server');
      assert.equal(isPausedInMock(payouts), paused, 'the mock');
    });
});
