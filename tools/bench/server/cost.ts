/**
 * What our work costs beside the SQL that a call cannot do without (`bare.ts`). Both servers are one
 * process; the rounds of the two alternate, so that whatever else the machine does meets both. What counts is
 * the ratio of the medians of a round.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createOwn } from '../../../test/server/db/databases.ts';
import type { Copied, Order, Ready, Used } from './host.ts';
import { openLines, type Asked } from './load.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'node_modules/.cache/bench-server');
const concurrencies = [1, 16, 64] as const;
/** Requests of a round at each concurrency: a round takes a fraction of a second. */
const requestsOf = { 1: 60, 16: 192, 64: 384 } as const;

/**
 * `npm run bench:server -- calls [rounds] [part of a name]`. With `PROFILE=<folder>` the process writes a
 * profile into it.
 */
export async function benchCalls([rounds = '9', wanted = '']: readonly string[]): Promise<void> {
  await bundle();
  const server = process.env['TEST_DATABASE_URL'];
  await measureOn('PGlite', {}, Number(rounds), wanted);
  if (!server) return console.log('\nSet TEST_DATABASE_URL for PostgreSQL.');
  const own = await createOwn(server);
  const more = { DATABASE_URL: own.url, DOTS_JOBS: 'off' };
  await measureOn('PostgreSQL', more, Number(rounds), wanted).finally(() => own.remove());
}

/** One file without names that a transpiler adds to each function: it is what a built package runs. */
const bundle = () =>
  build({
    entryPoints: [join(import.meta.dirname, 'host.ts')],
    outfile: join(folder, 'host.mjs'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  });

async function measureOn(
  name: string,
  more: Record<string, string>,
  rounds: number,
  wanted: string,
): Promise<void> {
  const host = await startHost(more);
  console.log(`\n${name}, ${rounds} rounds: ours ÷ bare, median (and the middle half) of the rounds`);
  console.log(
    `${''.padEnd(34)}${concurrencies.map((count) => `${count} at a time`.padEnd(32)).join('')}statements  processor`,
  );
  try {
    const calls = await callsOn(host);
    for (const [call, make] of Object.entries(calls)) {
      if (!call.includes(wanted)) continue;
      const columns: string[] = [];
      let used = '';
      for (const concurrency of concurrencies) {
        const { ratio, ours, bare, more } = await measure(host, make, concurrency, rounds);
        const spread = `${at(ratio, 0.25)}–${at(ratio, 0.75)}`;
        columns.push(`${at(ratio, 0.5)} (${spread}) ${at(ours, 0.5)}/${at(bare, 0.5)} ms  `.padEnd(32));
        if (concurrency === 1) used = more;
      }
      console.log(`${call.padEnd(34)}${columns.join('')}${used}`);
    }
  } finally {
    await host.end();
  }
}

type Make = (count: number) => Promise<readonly Asked[]>;
type Host = Awaited<ReturnType<typeof startHost>>;

async function measure(host: Host, make: Make, concurrency: 1 | 16 | 64, rounds: number) {
  const count = requestsOf[concurrency];
  const one = async (side: 'real' | 'bare') => {
    const requests = await make(count);
    // A server closes what has been idle for seconds, so each round has its own.
    const lines = await openLines(host[side], concurrency);
    const before = await host.order<Used>({ what: 'used' });
    const { times, last } = await lines.send(requests);
    const after = await host.order<Used>({ what: 'used' });
    lines.close();
    return {
      median: median(times),
      cpu: (after.cpu - before.cpu) / count,
      statements: (after.statements - before.statements) / count,
      last,
    };
  };
  // The first round warms both up, and tells what the bare one has to answer.
  await host.order({ what: 'answer', body: (await one('real')).last.body });
  await one('bare');
  const pairs: Record<'real' | 'bare', Awaited<ReturnType<typeof one>>>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? 'real' : 'bare';
    const a = await one(first);
    const b = await one(first === 'real' ? 'bare' : 'real');
    pairs.push(first === 'real' ? { real: a, bare: b } : { real: b, bare: a });
  }
  const of = (side: 'real' | 'bare', what: 'median' | 'cpu' | 'statements') =>
    pairs.map((pair) => pair[side][what]);
  const statements = [of('real', 'statements'), of('bare', 'statements')].map((all) =>
    median(all).toFixed(0),
  );
  const cpu = [of('real', 'cpu'), of('bare', 'cpu')].map(median);
  return {
    ratio: pairs.map(({ real, bare }) => real.median / bare.median),
    ours: of('real', 'median'),
    bare: of('bare', 'median'),
    more: `${statements.join('/').padEnd(12)}${cpu.map((ms) => ms.toFixed(2)).join('/')} ms`,
  };
}

async function startHost(more: Record<string, string>) {
  const data = join(folder, `data-${process.pid}`);
  mkdirSync(data, { recursive: true });
  const profile = process.env['PROFILE'];
  const child = fork(join(folder, 'host.mjs'), {
    execArgv: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    env: { ...process.env, DATA_DIR: data, PORT: '0', LOG_LEVEL: 'info', ...more },
    // What it logs costs as much as at a partner's, and is read by nobody.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // It says one thing at a time, and only when it was told to.
  const hearing: { tell: (said: object) => void; fail: (error: Error) => void }[] = [];
  const said = <T extends object>() =>
    new Promise<T>((resolve, fail) => hearing.push({ tell: (what) => resolve(what as T), fail }));
  child.on('message', (what: object) => hearing.shift()?.tell(what));
  child.on('exit', (code) => hearing.shift()?.fail(new Error(`The measured process ended with ${code}.`)));
  const { real, bare } = await said<Ready>();
  return {
    real,
    bare,
    order<T extends object = object>(order: Order): Promise<T> {
      const answer = said<T>();
      child.send(order);
      return answer;
    },
    async end(): Promise<void> {
      const ended = once(child, 'exit');
      child.send({ what: 'end' } satisfies Order);
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Makes what the calls are about, and returns how the requests of each are made. */
async function callsOn(host: Host): Promise<Record<string, Make>> {
  const authorization = `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`;
  const partner = (method: string, path: string, body?: object, key?: string): Asked => ({
    method,
    path: `/api/v2${path}`,
    headers: { authorization, ...(key !== undefined && { 'idempotency-key': key }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const payee = (method: string, path: string, token: string, body?: object): Asked => ({
    method,
    path: `/api/v2${path}`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    ...(body && { body: JSON.stringify(body) }),
  });
  const line = await openLines(host.real, 1);
  const done = async (request: Asked) =>
    JSON.parse((await line.send([request])).last.body) as Record<string, never>;
  let phones = 2_125_550_000;
  let transfers = 0;
  const newUser = () => ({
    ...{ first_name: 'Robin', last_name: 'Example', email: 'robin@example.com' },
    ...{ country_code: '1', phone_number: String(phones++) },
  });
  const profile = { first_name: 'Robin', last_name: 'Example', email: 'robin@example.com', country: 'US' };

  const users: (string | undefined)[] = [];
  for (let count = 0; count < 30; count += 1)
    users.push((await done(partner('POST', '/users', newUser())))['id']);
  const user = users[0] ?? '';
  await done(partner('POST', `/users/${user}/send-verification-token`, {}));
  await done(partner('POST', `/users/${user}/verify`, { token: '123456' }));
  const steps = ['compliance', 'manage-payouts'];
  const flow = (await done(partner('POST', '/flows', { steps })))['id'] ?? '';
  const again = { user_id: user, steps: [{ name: 'onboarding', force: true }] };
  const unopened = (await done(partner('POST', '/flows', again)))['id'] ?? '';
  const opened = (await done(partner('POST', '/flows', again)))['id'] ?? '';
  const { token = '' } = await done(payee('POST', `/flows/${opened}/sessions`, '', {}));
  // Everybody has a wallet.
  for (const payee of users) await done(partner('POST', '/transfers', { user_id: payee, amount: -100 }));
  line.close();

  const same =
    (request: () => Asked): Make =>
    (count) =>
      Promise.resolve(Array.from({ length: count }, request));
  const copied =
    (id: string, session: string | null, request: (copy: Copied) => Asked): Make =>
    async (count) =>
      (await host.order<Copied[]>({ what: 'copy', flow: id, session, count })).map(request);
  const key = () => crypto.randomUUID();
  return {
    'GET /flows/{id}': same(() => partner('GET', `/flows/${flow}`)),
    'POST /flows': same(() => partner('POST', '/flows', { steps })),
    'POST /flows, key': same(() => partner('POST', '/flows', { steps }, key())),
    'POST /flows, key and user': same(() => partner('POST', '/flows', { steps, user_id: user }, key())),
    'GET /users/{id}': same(() => partner('GET', `/users/${user}`)),
    'GET /users, 25': same(() => partner('GET', '/users?limit=25')),
    'POST /users': same(() => partner('POST', '/users', newUser())),
    'GET /transfers, 25': same(() => partner('GET', '/transfers?limit=25')),
    'POST /transfers, key': same(() =>
      partner('POST', '/transfers', { user_id: users[1 + (transfers++ % 29)], amount: -1 }, key()),
    ),
    'POST /flows/{id}/sessions': copied(unopened, null, (copy) =>
      payee('POST', `/flows/${copy.flow}/sessions`, '', {}),
    ),
    'GET /session': same(() => payee('GET', '/session', token)),
    'POST /session/onboarding': copied(opened, token, (copy) =>
      payee('POST', '/session/onboarding', copy.token, profile),
    ),
  };
}

const at = (values: readonly number[], share: number): string => quantile(values, share).toFixed(2);
const median = (values: readonly number[]): number => quantile(values, 0.5);
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
}
