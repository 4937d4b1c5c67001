/**
 * `TEST_DATABASE_URL=… npx tsx tools/bench/server/hot-wallet.ts [seconds]` measures how many transfers a
 * second go out of one app's wallet, and out of those of four apps, with 1, 16 and 64 callers at one time.
 * Each waits for its answer before it asks again. The PostgreSQL must have `fsync` on, as yours has. What
 * counts is the ratio to what a row can do at best, in the same run: it is locked, changed once, and
 * committed.
 */
import { randomUUID } from 'node:crypto';
import { openPg } from '../../../src/server/db/pg.ts';
import { forOwner } from '../../../src/server/db/shares.ts';
import { insertUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import type { App } from '../../../src/server/db/apps.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { DatabaseUnavailable } from '../../../src/server/ports/database.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';
import { createOwn } from '../../../test/server/db/databases.ts';
import { addApp, served } from './served.ts';

const [seconds = 5] = process.argv.slice(2).map(Number);
const payees = 64;
const own = await createOwn(process.env['TEST_DATABASE_URL'] ?? '');
const db = openPg({ connectionString: own.url, max: 20 });
const [sync] = await db.query<{ fsync: string }>("select current_setting('fsync') as fsync");
console.log(`fsync ${sync?.fsync}, 20 connections`);

const { deps, partner, boss } = await served(db, new Date());
const apps = [partner];
for (const n of [2, 3, 4]) apps.push(await addApp(deps, [`pk_${n}`, `sk_${n}`]));
const users = await Promise.all(apps.map((app) => usersOf(deps, app)));

await db.script('create table bench_wallet (id integer primary key, balance bigint not null)');
await db.script('insert into bench_wallet select n, 0 from generate_series(0, 3) n');
for (const count of [1, 4])
  for (const callers of [1, 16, 64]) {
    const bare = await measure(callers, (number) =>
      db.transaction((tx) =>
        tx.query('update bench_wallet set balance = balance + 1 where id = $1', [number % count]),
      ),
    );
    const answered = db.answered();
    const times = await measure(callers, (number) => transfer(number % count, number));
    const statements = (db.answered() - answered) / times.length;
    const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? Number.NaN).toFixed(1);
    console.log(
      `${count} ${count === 1 ? 'app ' : 'apps'} ${String(callers).padStart(3)} callers` +
        `${(times.length / seconds).toFixed(0).padStart(6)} transfers/s   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms` +
        `   bare ${(bare.length / seconds).toFixed(0)}/s (${(bare.length / times.length).toFixed(1)}×)` +
        `   ${statements.toFixed(0)} statements each`,
    );
  }
await boss.stop();
await db.close();
await own.remove();
process.exit();

/** As `POST /transfers` does it, once the key has been looked at. */
async function transfer(place: number, number: number): Promise<void> {
  const app = apps[place];
  const user = users[place]?.[number % payees];
  if (!app || !user) throw new Error('There is nobody to pay.');
  await forOwner(app.id, () => db.transaction((tx) => createTransfer(deps, tx, { app, user, amount: -1 })));
}

/** Returns how long each took, the shortest first. */
async function measure(callers: number, run: (number: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const caller = async (number: number) => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      try {
        await run(number);
        times.push(performance.now() - from);
      } catch (error) {
        // Who has waited for ten seconds is answered 503, and not counted.
        if (!(error instanceof DatabaseUnavailable)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  return times.sort((a, b) => a - b);
}

async function usersOf({ clock }: Deps, app: App): Promise<UserRow[]> {
  const made: UserRow[] = [];
  for (let n = 0; n < payees; n += 1) {
    const user = await insertUser(db, {
      id: randomUUID(),
      app_id: app.id,
      created: clock.now(),
      first_name: 'Ada',
      last_name: 'Example',
      email: null,
      country: 'US',
      phone_e164: `+1415555${String(n).padStart(4, '0')}`,
      calling_code: '1',
      phone_verified: true,
      ofac_status: 'unflagged',
      metadata: null,
    });
    if (user) made.push(user);
  }
  return made;
}
