/**
 * Schedules over virtual time, some here and 100,000 by `npm run soak 100000`. After each the books balance,
 * every payout has ended in a way that the rail agrees with, and every change was told once.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { insertEndpoint } from '../../src/server/db/webhooks.ts';
import { sealSecret } from '../../src/server/webhooks/secrets.ts';
import { newSecret } from '../../src/server/webhooks/sign.ts';
import { readBooks } from '../server/ledger/support.ts';
import { createTestServer } from '../server/support.ts';
import { playSchedule, type Seen } from './schedule.ts';

const schedules = Number(process.env['SOAK_SCHEDULES'] ?? 30);
const seed = Number(process.env['SOAK_SEED'] ?? 1);
/** So many share a database before it is emptied: what is looked at grows with them. */
const batch = 20;

async function play(seeds: readonly number[], faults: Seen['faults']): Promise<void> {
  const server = await createTestServer();
  const seen: Seen = { paid: new Map(), faults };
  for (const each of seeds) {
    const app = await server.addApp(`pk_${each}`, `sk_${each}`);
    const [id, created] = [randomUUID(), server.clock.now()];
    const secret_sealed = sealSecret(server.deps, { id, app_id: app.id }, newSecret());
    const url = 'https://partner.example/hooks';
    await insertEndpoint(server.db, {
      ...{ id, app_id: app.id, created, url, events: [], description: null, secret_sealed, seeded: null },
    });
    await playSchedule(server, app, each, seen);
  }
  const { totals, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  assert.equal(totals['rail_clearing'] ?? 0, 0);
  const payouts = await server.db.query<{ id: string; net: number; ways: string; told: number; bad: number }>(
    `select id, amount - case fee_party when 'user' then fee else 0 end as net,
       (select string_agg(h ->> 'status', ' ' order by n) from jsonb_array_elements(status_history) with ordinality s (h, n)) as ways,
       (select count(*) from webhook_messages m where m.event = 'transfer.updated' and m.payload ->> 'transfer_id' = t.id::text) as told,
       (select count(*) from webhook_messages m join webhook_deliveries d on d.message_id = m.id
          where m.payload ->> 'transfer_id' = t.id::text and d.status = 'pending') as bad
     from transfers t where type = 'payout'`,
  );
  for (const { id, net, ways, told, bad } of payouts) {
    assert.match(ways, /^created pending (?:completed|failed|reversed|completed reversed)$/);
    assert.equal(told, ways.split(' ').length - 1, ways);
    assert.equal(bad, 0, 'a delivery waits for ever');
    assert.equal(seen.paid.get(id), net, 'the rail was told of another amount');
    seen.paid.delete(id);
  }
  assert.equal(seen.paid.size, 0, 'the rail was told of what is not in the books');
}

describe('whatever happens in whatever order', () => {
  test(`money and messages come to rest, ${schedules} times from seed ${seed}`, async (t) => {
    const faults: Seen['faults'] = {};
    for (let first = 0; first < schedules; first += batch) {
      const seeds = Array.from({ length: Math.min(batch, schedules - first) }, (_, n) => seed + first + n);
      await play(seeds, faults).catch(async (error: unknown) => {
        // Which one of them?
        for (const each of seeds)
          await play([each], {}).catch((alone: unknown) => {
            throw new Error(`seed ${each}`, { cause: alone });
          });
        throw new Error(`seeds ${seeds[0]} to ${seeds.at(-1)} together`, { cause: error });
      });
    }
    t.diagnostic(JSON.stringify(faults));
  });
});
