/**
 * `TEST_DATABASE_URL=… npm run bench:streams [streams] [changes]` shows what payees cost who have a page open
 * and wait (10,000 event streams when absent), and how soon they see what another process changed (300
 * times), where processes tell each other, and where they cannot, as behind a pooler. Then it shows what
 * NOTIFY would cost in the transaction of each change.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import { openPg } from '../src/server/db/pg.ts';
import { ApiServer } from '../test/e2e/support/api-server.ts';
import { createOwn } from '../test/server/db/databases.ts';

const [streams = 10_000, changes = 300] = process.argv.slice(2).map(Number);
const postgres = process.env['TEST_DATABASE_URL'] ?? '';
const own = await createOwn(postgres);
const deaf = await createOwn(postgres);
const db = openPg({ connectionString: own.url, max: 2 });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const env = { DATABASE_URL: own.url, DOTS_ENCRYPTION_KEYS: randomBytes(32).toString('base64') };
const changer = await ApiServer.start(env);
const flows = await makeFlows();
for (const [how, more] of Object.entries({
  'told by NOTIFY': {},
  'looked for': { DATABASE_LISTEN_URL: deaf.url },
})) {
  const server = await ApiServer.start({ ...env, ...more, DOTS_JOBS: 'off' });
  console.log(`${how}:`);
  await measure(server, how === 'told by NOTIFY' ? 0 : 1);
  await server.down('SIGKILL');
  await server.remove();
}
await changer.down('SIGKILL');
await changer.remove();
await compareNotify();
await db.close();
await own.remove();
await deaf.remove();
process.exit();

interface Flow {
  readonly id: string;
  readonly token: string;
}

/** Copies one flow, with a session on each copy. */
async function makeFlows(): Promise<Flow[]> {
  const { id: first } = await changer.createFlow({ steps: ['compliance'] });
  const made = Array.from({ length: streams }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }));
  const [{ columns } = { columns: '' }] = await db.query<{ columns: string }>(
    `select string_agg(column_name, ', ') as columns from information_schema.columns
     where table_name = 'flows' and column_name <> 'id'`,
  );
  await db.query(
    `insert into flows (id, ${columns}) select w.id, ${columns} from flows f, unnest($2::uuid[]) as w (id) where f.id = $1`,
    [first, made.map(({ id }) => id)],
  );
  await db.query(
    `insert into sessions (id, flow_id, created, expires_at, ends_at, token_hash, browser)
     select gen_random_uuid(), w.id, now(), now() + interval '2 hours', now() + interval '2 hours',
       decode(w.hash, 'hex'), ''
     from unnest($1::uuid[], $2::text[]) as w (id, hash)`,
    [made.map(({ id }) => id), made.map(({ token }) => createHash('sha256').update(token).digest('hex'))],
  );
  await db.script('analyze');
  return made;
}

/** `offset` keeps two runs from changing the same flows. */
async function measure(server: ApiServer, offset: number): Promise<void> {
  const open: IncomingMessage[] = [];
  /** By flow: called with the next that comes. */
  const waiting = new Map<string, (at: number) => void>();
  const next = (id: string) => new Promise<number>((resolve) => waiting.set(id, resolve));
  for (let from = 0; from < flows.length; from += 100)
    await Promise.all(
      flows.slice(from, from + 100).map(async ({ id, token }) => {
        const first = next(id);
        const answer = await get(`${server.url}/v2/session/events`, token);
        if (answer.statusCode !== 200) throw new Error(`A stream was answered with ${answer.statusCode}.`);
        answer.on('data', (piece: Buffer) => {
          if (piece.includes('snapshot')) waiting.get(id)?.(performance.now());
        });
        open.push(answer);
        await first;
      }),
    );

  const before = usedBy(server.pid);
  const databaseBefore = await usedByPostgres();
  await pause(30_000);
  const cores = (ms: number) => `${(ms / 300).toFixed(1)} %`;
  console.log(
    `  ${open.length} idle streams for 30 s: ${cores(usedBy(server.pid) - before)} of one core in the server, ` +
      `${cores((await usedByPostgres()) - databaseBefore)} in PostgreSQL, ${memoryOf(server.pid)} MB in the server`,
  );

  const seen: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const { id } = flows[Math.floor((change * flows.length) / changes) + offset] as Flow;
    const seenAt = next(id);
    await cancel(id);
    const changedAt = performance.now();
    // What is seen before the answer has come is seen at once.
    seen.push(Math.max(0, (await seenAt) - changedAt));
    await pause(20 + ((change * 37) % 400));
  }
  seen.sort((a, b) => a - b);
  const at = (share: number) => (seen[Math.floor((seen.length - 1) * share)] ?? NaN).toFixed(0);
  console.log(
    `  ${changes} changes by another process: seen after p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)} ms`,
  );
  for (const answer of open) answer.destroy();
}

async function cancel(id: string): Promise<void> {
  const { status, body } = await changer.call('POST', `/v2/flows/${id}/cancel`);
  if (status >= 300) throw new Error(`Cancelling was answered with ${status}: ${JSON.stringify(body)}`);
}

function get(url: string, token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { agent: false, headers: { authorization: `Bearer ${token}` } }, resolve)
      .on('error', reject)
      .end();
  });
}

/** The fields of proc(5) behind the name: the parent is the second, times are in hundredths of a second. */
function statOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number);
}

/** Milliseconds of a core that the process has used. */
function usedBy(pid: number): number {
  const { 11: user = NaN, 12: system = NaN } = statOf(pid);
  return (user + system) * 10;
}

/** Those of the whole PostgreSQL, with the connections that have ended. */
async function usedByPostgres(): Promise<number> {
  const [{ pid } = { pid: NaN }] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  const { 1: parent = NaN, 13: user = NaN, 14: system = NaN } = statOf(statOf(pid)[1] ?? NaN);
  const postmaster = statOf(pid)[1] ?? parent;
  const children = readdirSync('/proc')
    .map(Number)
    .filter((other) => {
      try {
        return other > 0 && statOf(other)[1] === postmaster;
      } catch {
        // It has ended meanwhile.
        return false;
      }
    });
  return children.reduce((sum, child) => sum + usedBy(child), (user + system) * 10);
}

function memoryOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}

/** Commits a second by 32 connections, in rounds that take turns. */
async function compareNotify(): Promise<void> {
  const pool = new pg.Pool({ connectionString: own.url, max: 32 });
  await pool.query('create table commits (id uuid)');
  const kinds = { without: 0, 'in each transaction': 0, 'gathered after it': 0 };
  const rounds = 5;
  for (let round = 0; round < rounds; round += 1)
    for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
      let gathered: string[] = [];
      const tell = setInterval(() => {
        if (gathered.length > 0)
          void pool.query('select pg_notify($1, $2)', ['bench', gathered.slice(0, 200).join()]);
        gathered = [];
      }, 50);
      const until = performance.now() + 2_000;
      await Promise.all(
        Array.from({ length: 32 }, async () => {
          const connection = await pool.connect();
          while (performance.now() < until) {
            const id = randomUUID();
            await connection.query('begin');
            await connection.query('insert into commits values ($1)', [id]);
            if (kind === 'in each transaction')
              await connection.query('select pg_notify($1, $2)', ['bench', id]);
            await connection.query('commit');
            if (kind === 'gathered after it') gathered.push(id);
            kinds[kind] += 1;
          }
          connection.release();
        }),
      );
      clearInterval(tell);
    }
  const { rows } = await pool.query<{ fsync: string }>('show fsync');
  await pool.end();
  console.log(`commits a second by 32 connections, fsync ${rows[0]?.fsync}:`);
  for (const [kind, count] of Object.entries(kinds))
    console.log(
      `  NOTIFY ${kind}: ${(count / rounds / 2).toFixed(0)} (${(count / kinds.without).toFixed(2)}×)`,
    );
}
