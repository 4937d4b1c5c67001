/**
 * The promise about money, held against the real process: 200 payouts from one wallet at once, every request
 * sent twice, the server killed twice on the way. Nothing here waits for a time; it waits for what must come.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { freePort } from '../../../tools/free-port.mjs';
import { failuresBeforePause } from '../../../src/contract/money/payout-failures.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { basicAuth } from '../support.ts';
import { addPayee, places, Server } from './real-server.ts';
import { readBooks } from './support.ts';

const intents = 200;
const balance = 30_000;
const opening = 100_000_000;
/**
 * These fail on the rail, and their money comes back. They settle in any order, so there are too few of them
 * to pause the method.
 */
const failing = [9, 59];
assert.ok(failing.length < failuresBeforePause);
/** From 1.00 to 4.00 dollars, in all more than the wallet has. */
const amountOf = (intent: number) => (failing.includes(intent) ? 313 : 100 + 50 * (intent % 7));

/**
 * Asks until there is an answer, as any client would. Resolves to the payout's id, or to null when the wallet
 * had too little.
 */
async function insist(server: Server, body: object, headers: Record<string, string>): Promise<string | null> {
  for (;;) {
    const answer = await fetch(`${server.url}/payouts`, {
      method: 'POST',
      headers: { authorization: basicAuth(), 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
      .then(async (response) => ({
        status: response.status,
        body: (await response.json()) as Pick<Transfer, 'id'> & Pick<Problem, 'error_code'>,
      }))
      .catch(() => null);
    if (answer?.status === 201) return answer.body.id;
    if (answer?.body.error_code === 'transaction-insufficient-funds') return null;
    if (answer && answer.status < 500 && answer.body.error_code !== 'resource-busy')
      throw new Error(`A payout was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    await sleep(100);
  }
}

for (const [name, prepare] of places) {
  describe(`200 payouts at once on ${name}, each asked for twice, the server killed twice`, () => {
    test('pay what the wallet holds and no more, each once, and end', async (t) => {
      const place = await prepare();
      const server = new Server(await freePort(), place.env);
      t.after(async () => {
        await server.down('SIGKILL');
        await place.remove();
      });
      await server.up();
      const user_id = await addPayee(server, balance);

      let answered = 0;
      const wake: { at: number; go: () => void }[] = [];
      const ask = async (intent: number): Promise<string | null> => {
        const key = keys[intent] as string;
        const body = {
          user_id,
          platform: 'paypal',
          amount: amountOf(intent),
          payout_fee_party: intent % 2 === 0 ? 'user' : 'platform',
          // One half gives the key in the vendor's way, the other by the header.
          ...(intent % 4 < 2 ? { idempotency_key: key } : {}),
        };
        const id = await insist(server, body, intent % 4 < 2 ? {} : { 'idempotency-key': key });
        answered += 1;
        for (const waiter of wake) if (answered >= waiter.at) waiter.go();
        return id;
      };
      const answers = (at: number) =>
        new Promise<void>((go) => {
          if (answered >= at) go();
          else wake.push({ at, go });
        });
      const keys = Array.from({ length: intents }, () => randomUUID());
      const asked = keys.flatMap((_, intent) =>
        [ask(intent), ask(intent)].map((answer) => answer.then((id) => ({ intent, id }))),
      );
      const done = Promise.all(asked);
      // A failure while we wait for something else is reported by the `await` below.
      done.catch(() => {});

      for (const share of [0.2, 0.6]) {
        await Promise.race([answers(2 * intents * share), done]);
        await server.down('SIGKILL');
        await server.up();
      }
      const outcomes = await done;
      const paid = new Map<number, string>();
      for (const { intent, id } of outcomes) {
        if (id === null) continue;
        assert.equal(paid.get(intent) ?? id, id, 'one intent became two payouts');
        paid.set(intent, id);
      }
      assert.equal(new Set(paid.values()).size, paid.size, 'two intents became one payout');
      assert.ok(paid.size < intents, 'the wallet was to be too small for all');

      for (const status of ['created', 'pending']) {
        while (
          (await server.call<{ data: Transfer[] }>('GET', `/transfers?status=${status}&limit=1`)).data
            .length > 0
        )
          await sleep(200);
      }
      await server.down('SIGTERM');

      const db = await place.read();
      try {
        const { totals, ...books } = await readBooks(db);
        assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
        const payouts = await db.query<{
          id: string;
          status: string;
          amount: number;
          fee: number;
          fee_party: string;
          movements: string[];
          told: number;
        }>(
          `select t.id, t.status, t.amount, t.fee, t.fee_party,
             (select array_agg(m.phase || ' ' || m.kind order by m.number) from ledger_movements m where m.transfer_id = t.id) as movements,
             (select count(*) from webhook_messages w where w.event in ('transfer.completed', 'transfer.failed')
                and w.payload ->> 'transfer_id' = t.id::text) as told
           from transfers t where t.type = 'payout'`,
        );
        assert.deepEqual(new Set(payouts.map(({ id }) => id)), new Set(paid.values()));
        for (const { id, status, movements, told } of payouts) {
          const fails = amountOf([...paid].find(([, payout]) => payout === id)?.[0] ?? -1) === 313;
          assert.equal(status, fails ? 'failed' : 'completed');
          assert.deepEqual(movements, ['open payout', fails ? 'close returned' : 'close settled']);
          assert.equal(told, 1);
        }
        const completed = payouts.filter(({ status }) => status === 'completed');
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const left = sum(completed.map(({ amount }) => amount));
        const byApp = sum(completed.map(({ fee, fee_party }) => (fee_party === 'platform' ? fee : 0)));
        const arrived = left - sum(completed.map(({ fee, fee_party }) => (fee_party === 'user' ? fee : 0)));
        assert.ok(left <= balance, `${left} cents were paid out of ${balance}`);
        assert.deepEqual(totals, {
          app_wallet: opening - balance - byApp,
          fees: sum(completed.map(({ fee }) => fee)),
          outside: arrived - opening,
          rail_clearing: 0,
          user_wallet: balance - left,
        });
      } finally {
        await db.close();
      }
    });
  });
}
