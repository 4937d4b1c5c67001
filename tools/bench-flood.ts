/**
 * `TEST_DATABASE_URL=… npm run bench:flood [rounds] [receivers] [deliveries]` shows what one app's flood
 * costs another. One app is quiet: in each round (300 when absent) it pays a payee out, waits for the webhook
 * that says so, and goes on. Then another app has receivers that never answer (200) and deliveries that wait
 * for them (100,000), and the first app does the same again. What counts is the ratio of the two. The payouts
 * of the sandbox are completed at once here.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { upsertApp } from '../src/server/db/apps.ts';
import { openPg } from '../src/server/db/pg.ts';
import { setApiKey } from '../src/server/http/api-key.ts';
import { ApiServer } from '../test/e2e/support/api-server.ts';
import { newPhone } from '../test/e2e/support/payee.ts';
import { createOwn } from '../test/server/db/databases.ts';

const [rounds = 300, receivers = 200, deliveries = 100_000] = process.argv.slice(2).map(Number);
const own = await createOwn(process.env['TEST_DATABASE_URL'] ?? '');
const api = await ApiServer.start({ DATABASE_URL: own.url, SANDBOX_PENDING_SECONDS: '0' });
const db = openPg({ connectionString: own.url, max: 2 });

/** When a payout was first told to be `pending` or `completed`. */
const heard = new Map<string, { readonly at: Promise<number>; readonly tell: (at: number) => void }>();
function hearing(what: string) {
  let tell: (at: number) => void = () => {};
  const made = heard.get(what) ?? {
    at: new Promise<number>((resolve) => (tell = resolve)),
    tell: (at: number) => tell(at),
  };
  heard.set(what, made);
  return made;
}

const quietUrl = await listen((request, response) => {
  let text = '';
  request.on('data', (piece: Buffer) => (text += piece.toString()));
  request.on('end', () => {
    response.end();
    const { transfer } = JSON.parse(text) as { transfer?: { id: string; status: string } };
    if (transfer) hearing(`${transfer.id} ${transfer.status}`).tell(performance.now());
  });
});
const hangingUrl = await listen(() => {});

const user = await api.createKnownUser(newPhone());
await must('PUT', `/v2/users/${user}/payout-methods`, {
  platform: 'ach',
  account_number: '000123456789',
  routing_number: '110000000',
  account_type: 'checking',
});
await must('POST', '/v2/webhook-endpoints', { url: quietUrl });

const alone = await measure();
await flood();
const beside = await measure();
for (const what of ['answer', 'webhook', 'paid'] as const) {
  const [a, b] = [alone[what], beside[what]];
  const line = (share: number) =>
    `p${share * 100} ${at(a, share).toFixed(1)} → ${at(b, share).toFixed(1)} ms (${(at(b, share) / at(a, share)).toFixed(2)}×)`;
  console.log(`${what.padEnd(8)} ${line(0.5)}   ${line(0.99)}`);
}
const [waiting] = await db.query<{ count: number }>(
  "select count(*)::int as count from webhook_deliveries where status = 'pending'",
);
console.log(`${waiting?.count} deliveries wait still`);
await db.close();
await api.down('SIGKILL');
await api.remove();
await own.remove();
process.exit();

interface Times {
  /** Milliseconds until the call is answered, until its first webhook has come, and until the money went. */
  readonly answer: number[];
  readonly webhook: number[];
  readonly paid: number[];
}

async function measure(): Promise<Times> {
  const times: Times = { answer: [], webhook: [], paid: [] };
  const paid: Promise<void>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const { id } = await must('POST', '/v2/payouts', {
      user_id: user,
      amount: 100,
      platform: 'ach',
      fund: true,
    });
    times.answer.push(performance.now() - from);
    times.webhook.push((await hearing(`${String(id)} pending`).at) - from);
    // A payout takes seconds in any case, so the next one does not wait for it.
    paid.push(hearing(`${String(id)} completed`).at.then((at) => void times.paid.push(at - from)));
  }
  await Promise.all(paid);
  return times;
}

/** Another app, whose receivers hang, and what waits for them. */
async function flood(): Promise<void> {
  const now = new Date();
  const nobody = { support_email: null, support_url: null, privacy_url: null, terms_url: null };
  const app = await upsertApp(db, {
    ...{ id: randomUUID(), created: now, name: 'Flood', client_id: 'pk_flood', allowed_origins: [] },
    ...nobody,
  });
  await setApiKey(db, app, 'sk_flood', { id: randomUUID(), now });
  for (let count = 0; count < receivers; count += 1)
    await must('POST', '/v2/webhook-endpoints', { url: `${hangingUrl}${count}` }, 'pk_flood:sk_flood');
  await db.query(
    `insert into webhook_messages (id, app_id, created, event, payload)
     select 'msg_flood' || n, $1, now(), 'flow.created', '{}' from generate_series(1, $2::int) n`,
    [app.id, deliveries],
  );
  await db.query(
    `insert into webhook_deliveries (id, message_id, endpoint_id, created, next_attempt_at)
     select gen_random_uuid(), 'msg_flood' || n, e.id, now(), now()
     from generate_series(1, $2::int) n
     join (select id, row_number() over () - 1 as place from webhook_endpoints where app_id = $1) e on e.place = n % $3::int`,
    [app.id, deliveries, receivers],
  );
}

async function must(
  method: string,
  path: string,
  body: unknown,
  key = 'pk_sandbox_demo:sk_sandbox_demo',
): Promise<Record<string, unknown>> {
  const answer = await fetch(api.url + path, {
    method,
    headers: { authorization: `Basic ${btoa(key)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}
