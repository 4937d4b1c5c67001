/**
 * Real processes: three servers and two workers behind PgBouncer, a load, and faults that the seed chooses.
 * At the end everything that was acknowledged has to be there, once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { chance, type Chance } from '../../test/fuzz/mutate.ts';
import type { Database } from '../../src/server/ports/database.ts';
import { check, type Verdict } from './check.ts';
import { Client } from './client.ts';
import { Cluster } from './cluster.ts';
import { faults, type Fault } from './faults.ts';
import { History } from './history.ts';
import { Actor } from './load.ts';
import { Member } from './member.ts';
import { newPort } from './ports.ts';
import { kinds, Receiver } from './receiver.ts';

export const actorCount = 8;
/** Within which everything has to go on by itself. */
const recoveryMs = 10_000;

export interface Site {
  readonly cluster: Cluster;
  readonly servers: readonly Member[];
  readonly workers: readonly Member[];
  readonly client: Client;
  readonly receiver: Receiver;
  readonly history: History;
  readonly db: Database;
}

/** Starts it all, on a database that is empty. */
export async function openSite(by: Chance, version?: string): Promise<Site> {
  const cluster = await Cluster.start();
  const env = {
    DATABASE_URL: cluster.url,
    DOTS_ENCRYPTION_KEYS: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL: 'http://localhost:4400',
    // What the rail pays is decided soon.
    SANDBOX_PENDING_SECONDS: '1',
  };
  const members = async (command: 'serve' | 'work', names: readonly string[], more = {}) =>
    Promise.all(names.map(async (name) => new Member(command, name, await newPort(), { ...env, ...more })));
  const servers = await members('serve', ['server 1', 'server 2', 'server 3'], { DOTS_JOBS: 'off' });
  const workers = await members('work', ['worker 1', 'worker 2']);
  const all = [...servers, ...workers];
  for (const member of all) member.start(version);
  await Promise.all(all.map((member) => member.ready()));
  const client = new Client(() => by.of(servers).url);
  const receiver = await Receiver.start(by);
  for (const kind of kinds)
    await client.insist({
      method: 'POST',
      path: '/v2/webhook-endpoints',
      body: { url: `${receiver.url}/${kind}` },
    });
  return { cluster, servers, workers, client, receiver, history: new History(), db: cluster.look() };
}

export async function closeSite({ cluster, servers, workers, client, receiver, db }: Site): Promise<void> {
  client.close();
  receiver.close();
  await db.close();
  await Promise.all([...servers, ...workers].map((member) => member.stop('SIGKILL')));
  await cluster.remove();
}

export interface Outcome extends Verdict {
  readonly faults: Readonly<Record<string, number>>;
  readonly requests: { readonly sent: number; readonly again: number };
  /** The longest time that each kind of fault took to be over. */
  readonly recoveredMs: Readonly<Record<string, number>>;
}

/** `until`: which faults, or for how many milliseconds. `withinMs`: how long each may take to be over. */
export async function soakProcesses(
  seed: number,
  until: { readonly faults?: readonly Fault[]; readonly ms?: number },
  withinMs = recoveryMs,
): Promise<Outcome> {
  // Faults have numbers of their own: how often others ask for one depends on how fast they are.
  const by = chance(seed);
  const site = await openSite(chance(-seed));
  const interrupted = () => void closeSite(site).finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    const actors = Array.from(
      { length: actorCount },
      (_, n) => new Actor(site.client, site.history, seed, n),
    );
    const acting = Promise.all(actors.map((actor) => actor.act()));
    // What goes wrong with an actor is told at the end.
    acting.catch(() => {});
    const counts: Record<string, number> = {};
    const recoveredMs: Record<string, number> = {};
    const end = performance.now() + (until.ms ?? Infinity);
    const late: string[] = [];
    for (let number = 0; until.faults ? number < until.faults.length : performance.now() < end; number += 1) {
      await sleep(500 + by.number(2500));
      const name = until.faults?.[number] ?? by.of(Object.keys(faults) as Fault[]);
      const from = await faults[name](site, by);
      await recovered(site, `${seed}-${number}`);
      const ms = Math.round(performance.now() - from);
      counts[name] = (counts[name] ?? 0) + 1;
      recoveredMs[name] = Math.max(recoveredMs[name] ?? 0, ms);
      console.log(`  ${name}: over after ${ms} ms`);
      if (ms > withinMs) late.push(`${name} was over after ${ms} ms`);
    }
    for (const actor of actors) actor.ended = true;
    await acting;
    await settle(site);
    const ends = [...site.servers, ...site.workers];
    await Promise.all(ends.map((member) => member.stop('SIGTERM')));
    const verdict = await check(site.db, site.history, site.receiver);
    verdict.wrong.push(...site.client.wrong, ...late, ...ends.flatMap(({ badEnds }) => badEnds));
    return { ...verdict, faults: counts, requests: site.client.counts, recoveredMs };
  } finally {
    site.client.given = true;
    await closeSite(site);
  }
}

/**
 * Resolves when every process is ready, every server makes a flow, and a worker moves what was asked for: a
 * payout, of which the good receiver hears.
 */
async function recovered({ servers, workers, client, receiver }: Site, mark: string): Promise<void> {
  await Promise.all([...servers, ...workers].map((member) => member.ready()));
  await Promise.all(
    servers.map(async ({ url }) => {
      const asked = { method: 'POST', path: '/v2/flows', body: { steps: ['onboarding'] } };
      while ((await client.once(asked, url).catch(() => null))?.status !== 200) await sleep(50);
    }),
  );
  const user = await client.insist({ method: 'GET', path: '/v2/users?limit=1' });
  const [first] = (user?.body['data'] ?? []) as { id: string }[];
  if (!first) return;
  const body = { user_id: first.id, amount: -1, metadata: { mark } };
  await client.insist({ method: 'POST', path: '/v2/transfers', body, key: mark });
  await receiver.hears(`"mark":"${mark}"`);
}

/** Lets time pass until nothing is due any more but what the dead receiver does not take. */
export async function settle({ client, db, receiver }: Site): Promise<void> {
  receiver.calm = true;
  for (;;) {
    const [open] = await db.query<{ deliveries: number; payouts: number }>(
      `select (select count(*)::int from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
                where d.status = 'pending' and e.url !~ 'dead$') as deliveries,
         (select count(*)::int from transfers where type = 'payout' and (status in ('created', 'pending') or look_at is not null)) as payouts`,
    );
    if (open?.deliveries === 0 && open.payouts === 0) return;
    const body = { advance: 'PT10H' };
    await client.insist({ method: 'POST', path: '/v2/sandbox/clock', body });
    await sleep(1000);
  }
}
