/**
 * What was withheld, given to the payee after all, and spent, when the payout of it comes back then. Whatever
 * happens in whatever order: in the end each cent was told once, as what it was given for.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { TaxTotal } from '../../../src/contract/money/tax-totals.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import { messages } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import { addMethod, addUser, fileForm, paypal, readBooks } from './support.ts';

async function begin() {
  const server = await createTestServer({ config: { withholding: 'deduct' } });
  const user = await addUser(server, { country: 'DE', phone_e164: '+4915123456789', calling_code: '49' });
  await addMethod(server, user, paypal);
  await fileForm(server, user, { place_of_work: 'inside' });
  const ask = async <T = Transfer>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    const said = (await answer.json()) as T;
    assert.ok(answer.ok, JSON.stringify(said));
    return said;
  };
  const pay = (amount: number, more: object = {}) =>
    ask('POST', '/payouts', { user_id: user.id, amount, platform: 'paypal', ...more });
  const release = ({ id }: Transfer) => ask('POST', `/transfers/${id}/withholding/release`);
  const runs = async (ms: number) => {
    await server.runDueJobs();
    server.clock.advance(ms);
    await server.runDueJobs();
  };
  const has = () => walletBalance(server.db, { userId: user.id });
  const told = async () => {
    const { data } = await ask<{ data: TaxTotal[] }>('GET', '/tax-totals?year=2026');
    const [total] = data;
    const released = total?.parts.reduce((sum, part) => sum + part.released, 0);
    return { gross: total?.gross ?? 0, exempt: total?.exempt ?? 0, released: released ?? 0 };
  };
  return { server, user, ask, pay, release, runs, has, told };
}

test('what was spent of it is told as what it was paid for, and to the partner', async () => {
  const { server, ask, pay, release, runs, has, told } = await begin();
  const back = await pay(1_014, { fund: true, income_type: 'royalties' });
  await runs(3_500);
  await release(back);
  const spent = await pay(304);
  assert.deepEqual(spent.withholding, null);
  await runs(10_000);
  assert.equal((await ask('GET', `/transfers/${back.id}`)).status, 'reversed');
  const { withholding, status } = await ask('GET', `/transfers/${spent.id}`);
  assert.deepEqual(
    [status, withholding?.amount, withholding?.parts],
    [
      'completed',
      0,
      [
        {
          ...{ income_type: 'royalties', amount: 304, source: 'us', us_percent: 100 },
          ...{ rate: 0.3, reason: 'place-unknown', withheld: 0 },
        },
      ],
    ],
  );
  const last = (await messages(server, 'transfer.updated')).filter(
    ({ payload }) => payload['transfer_id'] === spent.id,
  );
  assert.equal(last.length, 3, 'pending, completed, and told anew');
  assert.equal(await has(), 710);
  await pay(710);
  await runs(10_000);
  assert.deepEqual(await told(), { gross: 1_014, exempt: 0, released: 0 });
});

interface Round {
  /** Is paid, arrives, and comes back. */
  readonly back: number;
  readonly income_type: 'services' | 'royalties';
  readonly released: boolean;
  /** Cents that the payee gets besides, and whether they are no income. */
  readonly gift: number;
  readonly exempt: boolean;
  /** Percent of what the wallet has that is paid out before the other comes back. */
  readonly spends: number;
}
const round: fc.Arbitrary<Round> = fc.record({
  back: fc.constantFrom(1_014, 2_014),
  income_type: fc.constantFrom('services' as const, 'royalties' as const),
  released: fc.boolean(),
  gift: fc.constantFrom(0, 500, 700),
  exempt: fc.boolean(),
  spends: fc.constantFrom(0, 50, 100),
});

test('whatever is released, spent and comes back, all income is told as income, and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
      const { server, ask, user, pay, release, runs, has, told } = await begin();
      const gave = { income: 0, exempt: 0 };
      const spend = async (percent: number) => {
        const amount = Math.floor(((await has()) * percent) / 100);
        // One that comes back is not meant here.
        if (amount >= 200) await pay(amount % 100 === 14 || amount % 100 === 13 ? amount - 2 : amount);
      };
      for (const { back, income_type, released, gift, exempt, spends } of rounds) {
        const comes = await pay(back, { fund: true, income_type });
        if (released) gave.income += back;
        await runs(3_500);
        if (released) await release(comes);
        if (gift > 0) {
          await ask('POST', '/transfers', { user_id: user.id, amount: -gift, tax_exempt: exempt });
          gave[exempt ? 'exempt' : 'income'] += gift;
        }
        await spend(spends);
        await runs(10_000);
        assert.equal((await ask('GET', `/transfers/${comes.id}`)).status, 'reversed');
        // So that not three in a row come back: then the method is paused.
        await pay(300, { fund: true });
        gave.income += 300;
        await runs(3_500);
      }
      await spend(100);
      await runs(10_000);
      const left = await has();
      assert.ok(left < 200);
      const { gross, exempt } = await told();
      assert.equal(gross + exempt, gave.income + gave.exempt - left, 'all of it');
      assert.ok(gave.income - gross <= left && gross <= gave.income, `${gross} of ${gave.income} are income`);
      assert.equal((await readBooks(server.db)).sum, 0);
    }),
    { numRuns: 12, seed: 20261130 },
  );
});
