/** Holds the database and the receivers against what was acknowledged, when everything has come to rest. */
import { readBooks } from '../../test/server/ledger/support.ts';
import type { Database } from '../../src/server/ports/database.ts';
import type { History } from './history.ts';
import { kinds, type Receiver } from './receiver.ts';

export interface Verdict {
  acknowledged: number;
  /** Acknowledged, and not there. */
  readonly lost: string[];
  /** There twice, or there though it was refused. */
  readonly doubled: string[];
  /** Books that do not balance, a step out of order, a webhook that lies. */
  readonly wrong: string[];
  messages: number;
  /** Deliveries that came more than once, each with the same id and body. They are allowed. */
  repeated: number;
}

export async function check(db: Database, history: History, receiver: Receiver): Promise<Verdict> {
  const verdict: Verdict = {
    ...{ acknowledged: history.acknowledged, lost: [], doubled: [], wrong: [], messages: 0 },
    repeated: receiver.repeated,
  };
  await checkWishes(db, history, verdict);
  await checkSteps(db, history, verdict);
  await checkMoney(db, verdict);
  await checkMessages(db, receiver, verdict);
  return verdict;
}

async function checkWishes(db: Database, history: History, { lost, doubled, wrong }: Verdict): Promise<void> {
  const there = new Map<string, { id: string; amount: number | null }[]>();
  const rows = await db.query<{ wish: string; id: string; amount: number | null }>(
    `select metadata ->> 'wish' as wish, id, amount from transfers
       where metadata ? 'wish' and not exists (select from transfers p where p.funding_id = transfers.id)
     union all select metadata ->> 'wish', id, null from flows where metadata ? 'wish'
     union all select metadata ->> 'wish', id, null from users where metadata ? 'wish'`,
  );
  for (const { wish, ...row } of rows) there.set(wish, [...(there.get(wish) ?? []), row]);
  for (const { what, key, ids, refused, amount } of history.wishes.values()) {
    const made = there.get(key) ?? [];
    there.delete(key);
    if (made.length > 1 || ids.size > 1) doubled.push(`${what} ${key}: ${made.length} rows, ${ids.size} ids`);
    if (refused !== null && made.length > 0)
      doubled.push(`${what} ${key} was refused (${refused}), and made`);
    for (const id of ids) if (!made.some((row) => row.id === id)) lost.push(`${what} ${id}`);
    if (amount !== undefined && made.some((row) => row.amount !== amount))
      wrong.push(`${what} ${key}: amount`);
  }
  for (const wish of there.keys()) wrong.push(`nobody wished for ${wish}`);
}

async function checkSteps(db: Database, history: History, { lost, doubled, wrong }: Verdict): Promise<void> {
  const rows = await db.query<{ flow_id: string; steps: string[]; sequences: number[]; told: number }>(
    `select flow_id, array_agg(step order by sequence) as steps, array_agg(sequence order by sequence) as sequences,
       (select count(*) from webhook_messages m where m.event = 'flow.updated' and m.payload ->> 'flow_id' = c.flow_id::text) as told
     from completions c group by flow_id`,
  );
  const done = new Map(rows.map((row) => [row.flow_id, row]));
  for (const [flow, steps] of history.steps)
    for (const step of steps)
      if (done.get(flow)?.steps.includes(step) !== true) lost.push(`step ${step} of ${flow}`);
  for (const { flow_id, steps, sequences, told } of rows) {
    if (new Set(steps).size !== steps.length) doubled.push(`steps of ${flow_id}: ${steps.join()}`);
    if (told !== steps.length) wrong.push(`${flow_id}: ${steps.length} steps and ${told} messages`);
    if (sequences.some((sequence, index) => sequence !== (sequences[0] ?? 0) + index))
      wrong.push(`${flow_id}: ${sequences.join()}`);
  }
}

/** From each status to the next one. */
const ways = ['created pending', 'created flagged', 'flagged created', 'pending completed', 'pending failed'];
const moneyBack = ['pending reversed', 'completed reversed'];

async function checkMoney(db: Database, { wrong }: Verdict): Promise<void> {
  const { totals, ...books } = await readBooks(db);
  for (const [what, count] of Object.entries(books)) if (count !== 0) wrong.push(`books: ${what} ${count}`);
  if ((totals['rail_clearing'] ?? 0) !== 0) wrong.push(`${totals['rail_clearing']} cents are on no side`);
  const rows = await db.query<{ id: string; status: string; history: string[]; told: number }>(
    `select id, status, (select array_agg(h ->> 'status' order by n) from jsonb_array_elements(status_history) with ordinality s (h, n)) as history,
       (select count(*) from webhook_messages m where m.event = 'transfer.updated' and m.payload ->> 'transfer_id' = t.id::text) as told
     from transfers t where type = 'payout'`,
  );
  for (const { id, status, history, told } of rows) {
    const steps = history.slice(1).map((to, index) => `${history[index]} ${to}`);
    if (steps.some((step) => ![...ways, ...moneyBack].includes(step)) || history.at(-1) !== status)
      wrong.push(`payout ${id}: ${history.join()} and ${status}`);
    if (!['completed', 'failed', 'reversed'].includes(status))
      wrong.push(`payout ${id} is ${status} for ever`);
    if (told !== steps.length) wrong.push(`payout ${id}: ${steps.length} changes and ${told} messages`);
  }
}

async function checkMessages(db: Database, receiver: Receiver, verdict: Verdict): Promise<void> {
  const { lost, wrong } = verdict;
  const rows = await db.query<{ id: string; body: string; kind: string; status: string }>(
    `select m.id, m.payload::text as body, substring(e.url from '[a-z]+$') as kind, d.status
     from webhook_deliveries d join webhook_messages m on m.id = d.message_id join webhook_endpoints e on e.id = d.endpoint_id`,
  );
  const known = new Set<string>();
  for (const { id, body, kind, status } of rows) {
    known.add(`${kind} ${id}`);
    if (kind === 'good') verdict.messages += 1;
    const taken = receiver.taken.get(`${kind} ${id}`) ?? [];
    if (taken.some((text) => text !== body)) wrong.push(`${kind} got another body for ${id}`);
    if (status === 'delivered' && taken.length === 0) lost.push(`message ${id}, never taken by ${kind}`);
    if ((kind === 'good' || kind === 'slow') && status !== 'delivered')
      lost.push(`message ${id} to ${kind}: ${status}`);
  }
  for (const of of receiver.taken.keys())
    if (!known.has(of)) wrong.push(`a message that nobody wrote: ${of}`);
  // What is told of an endpoint goes to the others.
  const [missing] = await db.query<{ count: number }>(
    `select count(*)::int as count from webhook_messages m
     where (select count(*) from webhook_deliveries d where d.message_id = m.id) <> $1
       and m.created > (select max(created) from webhook_endpoints) and m.event not like 'webhook_endpoint.%'`,
    [kinds.length],
  );
  if (missing?.count !== 0) lost.push(`${missing?.count} messages have no delivery`);
}
