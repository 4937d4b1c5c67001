/**
 * The promise about batches, held against the real process: it is killed twice between the rows, and each row
 * is paid once. Nothing here waits for a time; it waits for what must come.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import type { PayoutBatch, PayoutBatchResults } from '../../../src/contract/money/payout-batches.ts';
import { freePort } from '../../../tools/free-port.mjs';
import { addPayee, places, Server } from './real-server.ts';
import { readBooks } from './support.ts';

/** More than some bites. */
const rows = 200;
const amount = 500;
const opening = 100_000_000;
/** These name nobody. */
const isWrong = (row: number) => row % 40 === 17;

for (const [name, prepare] of places) {
  describe(`a batch of ${rows} rows on ${name}, the server killed twice`, () => {
    test('is paid row by row, each once, and ends', async (t) => {
      const place = await prepare();
      const server = new Server(await freePort(), place.env);
      t.after(async () => {
        await server.down('SIGKILL');
        await place.remove();
      });
      await server.up();
      const user_id = await addPayee(server, 1);
      const body = {
        items: Array.from({ length: rows }, (_, row) => ({
          ...{ amount, platform: 'paypal', fund: true, tax_exempt: true, payout_fee_party: 'user' },
          user_id: isWrong(row) ? randomUUID() : user_id,
          idempotency_key: randomUUID(),
        })),
        idempotency_key: randomUUID(),
      };
      const { id } = await server.call<PayoutBatch>('POST', '/payout-batches', body);
      const results = () => server.call<PayoutBatchResults>('GET', `/payout-batches/${id}/results`);
      const seen = new Map<string, string>();
      /** Waits until so many rows have a result; none may ever have another one. */
      const until = async (isEnough: (now: PayoutBatchResults, done: number) => boolean) => {
        for (;;) {
          // A connection of before the kill is reset, and the next question has another one.
          const now = await results().catch((error: unknown) => {
            if (error instanceof TypeError) return null;
            throw error;
          });
          if (!now) continue;
          const done = now.items.filter(({ transfer, error_code }) => transfer ?? error_code);
          for (const { idempotency_key: key, transfer, error_code } of done) {
            const result = transfer?.id ?? error_code ?? '';
            assert.equal(seen.get(key) ?? result, result);
            seen.set(key, result);
          }
          if (isEnough(now, done.length)) return now;
          await sleep(20);
        }
      };
      for (const share of [0.2, 0.6]) {
        await until((_, done) => done >= rows * share);
        await server.down('SIGKILL');
        await server.up();
      }
      const { items } = await until(({ status }) => status === 'completed');
      assert.equal((await server.call<PayoutBatch>('POST', '/payout-batches', body)).id, id);
      await server.down('SIGTERM');

      assert.deepEqual(
        items.map(({ error_code, transfer }) => error_code ?? transfer?.status),
        items.map((_, row) => (isWrong(row) ? 'no_such_resource' : 'completed')),
      );
      const paid = items.flatMap(({ transfer }) => (transfer ? [transfer.id] : []));
      assert.equal(new Set(paid).size, paid.length);
      const db = await place.read();
      try {
        const { totals, ...books } = await readBooks(db);
        assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
        const payouts = await db.query<{ id: string }>(`select id from transfers where type = 'payout'`);
        assert.deepEqual(new Set(payouts.map((payout) => payout.id)), new Set(paid));
        // The payee bears the fees, so exactly the amounts have left the app's wallet.
        assert.equal(totals['app_wallet'], opening - 1 - paid.length * amount);
        assert.equal(totals['rail_clearing'], 0);
      } finally {
        await db.close();
      }
    });
  });
}
