/**
 * What the real server is measured against: the statements that a call cannot do without, each once, and an
 * answer of the same bytes. Nothing is checked, nobody is recognised, no limit is told, nothing is logged.
 *
 * Whose key a request has is taken to be known, so no statement asks for it. What must be kept is written:
 * the row itself, the answer under its Idempotency-Key, messages of webhooks, who read what of whom, and one
 * count of a limit where there is one.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { aboutUsers } from '../../../src/server/db/about-users.ts';
import { insertAccess } from '../../../src/server/db/accesses.ts';
import { completionsOf, insertCompletion } from '../../../src/server/db/completions.ts';
import { deleteDraft, findDraft } from '../../../src/server/db/drafts.ts';
import { findFlow, insertFlow, lockFlow, updateFlow } from '../../../src/server/db/flows.ts';
import { countPoints, findAnswer, keepAnswer, tryLockKey } from '../../../src/server/db/idempotency.ts';
import { entriesOf, insertMovement } from '../../../src/server/db/ledger.ts';
import { listTransfers, listUsers } from '../../../src/server/db/lists.ts';
import { findSessionByToken, insertSession } from '../../../src/server/db/sessions.ts';
import { insertTransfer } from '../../../src/server/db/transfers.ts';
import { findUser, insertUser, lockUser, updateUser } from '../../../src/server/db/users.ts';
import type { Queryable, Transaction } from '../../../src/server/ports/database.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';

interface Call {
  readonly deps: Deps;
  readonly app: string;
  readonly now: Date;
  readonly id: string;
  readonly token: string;
  readonly key: string | null;
  readonly body: Record<string, never>;
  /** What will be answered. */
  readonly text: string;
}

export async function answerBare(
  deps: Deps,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const path = (request.url ?? '').replace('/api/v2', '').replace(/\?.*/, '');
  const id = /[0-9a-f-]{36}/.exec(path)?.[0] ?? '';
  const work = calls[`${request.method} ${path.replace(id || ' ', ':id')}`];
  if (!work) return void response.writeHead(404, { 'content-length': 0 }).end();
  try {
    const text = JSON.stringify(JSON.parse(body));
    const key = request.headers['idempotency-key'];
    await work({
      deps,
      app: await appOf(deps),
      now: new Date(),
      id,
      token: request.headers.authorization?.slice('Bearer '.length) ?? '',
      key: typeof key === 'string' ? key : null,
      body: pieces.length > 0 ? (JSON.parse(Buffer.concat(pieces).toString()) as Call['body']) : {},
      text,
    });
    const length = Buffer.byteLength(text);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length }).end(text);
  } catch (error) {
    const text = String(error);
    response.writeHead(500, { 'content-length': Buffer.byteLength(text) }).end(text);
  }
}

let app: string | undefined;
const appOf = async ({ db }: Deps): Promise<string> =>
  (app ??= (await db.query<{ id: string }>('select id from apps limit 1'))[0]?.id ?? '');

const calls: Readonly<Record<string, (call: Call) => Promise<unknown>>> = {
  'GET /flows/:id': ({ deps, id }) => findFlow(deps.db, id),
  'POST /flows': (call) =>
    once(call, async (tx) => {
      const userId = call.body['user_id'] ?? null;
      if (userId !== null) await aboutPayee(tx, call.app, userId);
      await insertFlow(tx, {
        ...{ id: randomUUID(), app_id: call.app, created: call.now, user_id: userId, require_auth: false },
        steps: [{ name: 'compliance' }, { name: 'manage-payouts' }] as never,
        plan: plan as never,
        ...{ metadata: null, expires_at: null, client_origin: null, open_until: call.now },
      });
    }),
  'GET /users/:id': async ({ deps, app, id, now }) => {
    await findUser(deps.db, app, id);
    await aboutUsers(deps.db, [id], { year: 2026, since: now });
    await noteRead(deps.db, app, [id], now);
  },
  'GET /users': async ({ deps, app, now }) => {
    const ids = (await listUsers(deps.db, app, null, { limit: 25 }))?.data.map(({ id }) => id) ?? [];
    await aboutUsers(deps.db, ids, { year: 2026, since: now });
    await noteRead(deps.db, app, ids, now);
  },
  'POST /users': async ({ deps, app, body, now }) => {
    await countOnce(deps, `bench ${body['phone_number']}`, now);
    await insertUser(deps.db, {
      ...{ id: randomUUID(), app_id: app, created: now, first_name: 'Robin', last_name: 'Example' },
      ...{ email: 'robin@example.com', country: null, phone_e164: `+1${body['phone_number']}` },
      ...{ calling_code: '1', phone_verified: false, ofac_status: 'unflagged', metadata: null },
    });
  },
  'GET /transfers': async ({ deps, app }) => {
    const nothing = {
      userId: null,
      type: null,
      status: null,
      withholding: null,
      from: null,
      to: null,
      oldestFirst: false,
    };
    const page = await listTransfers(deps.db, app, nothing, { limit: 25 });
    await entriesOf(deps.db, page?.data.map(({ id }) => id) ?? []);
  },
  'POST /transfers': (call) => once(call, (tx) => transfer(tx, call)),
  'POST /flows/:id/sessions': async ({ deps, app, id, now }) => {
    await countOnce(deps, 'bench opening', now);
    await deps.db.transaction(async (tx) => {
      const flow = await lockFlow(tx, id);
      await aboutPayee(tx, app, flow?.user_id ?? '');
      await insertSession(tx, {
        ...{ id: randomUUID(), flow_id: id, created: now, expires_at: now, ends_at: now, origin: null },
        ...{ token_hash: randomBytes(32), browser: randomBytes(32), authenticated: true, only_step: null },
        ...{ proved: now, by_code: false, takes_renewed: false },
      });
      await updateFlow(tx, id, { status: 'in_progress', updated: now, open_to: randomBytes(32) });
      await findDraft(tx, id, 'onboarding', now);
      await completionsOf(tx, id);
    });
  },
  'GET /session': async ({ deps: { db }, app, token, now }) => {
    const session = await findSessionByToken(db, hashOf(token), now);
    const flow = await findFlow(db, session?.flow_id ?? '');
    await aboutPayee(db, app, flow?.user_id ?? '');
    await findDraft(db, flow?.id ?? '', 'onboarding', now);
    await completionsOf(db, flow?.id ?? '');
  },
  'POST /session/onboarding': async (call) => {
    const session = await findSessionByToken(call.deps.db, hashOf(call.token), call.now);
    await once(call, async (tx) => {
      const flow = await lockFlow(tx, session?.flow_id ?? '');
      const user = await lockUser(tx, call.app, flow?.user_id ?? '');
      if (!flow || !user) throw new Error('There is no such flow.');
      await updateUser(tx, user.id, { first_name: 'Robin', last_name: 'Example', updated: call.now });
      await aboutPayee(tx, call.app, user.id);
      await insertCompletion(tx, flow.id, call.now, {
        ...{ event_id: randomUUID(), step: 'onboarding', reason: 'completed', outcome: 'saved', sequence: 1 },
        ...{ completed_steps: ['onboarding'], remaining_steps: [], user_id: user.id },
      } as never);
      await tell(tx, call, ['flow.step_completed', 'flow.completed']);
      await updateFlow(tx, flow.id, { status: 'completed', updated: call.now, language: 'en' });
      await deleteDraft(tx, flow.id, 'onboarding');
      await aboutEnd(tx, flow.id, user.id);
    });
  },
};

/** As a plan is stored, so that the row is as long. */
const plan = ['authentication', 'onboarding', 'compliance', 'manage-payouts'].map((name) => ({
  ...{ name, status: 'pending', reason: 'requested' },
}));

/** One transaction, with the answer kept under the key where there is one; a statement alone without. */
async function once(call: Call, work: (tx: Queryable) => Promise<unknown>): Promise<void> {
  const { deps, app, key, now, text } = call;
  if (key === null) {
    await work(deps.db);
    return;
  }
  await deps.db.transaction(async (tx: Transaction) => {
    await tryLockKey(tx, app, key);
    await findAnswer(tx, app, key, now);
    await work(tx);
    const hashes = { requestHash: hashOf(text), meaningHash: hashOf(text) };
    const kept = { ...hashes, status: 200, bodySealed: Buffer.from(text), rights: null };
    await keepAnswer(tx, { owner: app, key, created: now, ...kept });
  });
}

/** What is known of a payee, from which a plan is made. */
const aboutPayee = async (db: Queryable, app: string, id: string): Promise<void> => {
  await findUser(db, app, id);
  await db.query(
    `select (select row(form, created, tin_status, flow_id) from tax_forms where user_id = $1 order by number desc limit 1) as form,
       (select status from background_checks where user_id = $1 order by number desc limit 1) as checked,
       exists (select 1 from payment_methods where user_id = $1 and status = 'verified' and removed is null) as method,
       array(select distinct template_id from documents where user_id = $1 and confirmed is not null) as filled,
       (select sum(amount) from transfers where user_id = $1 and created < now()) as paid`,
    [id],
  );
};

/** What the end of a flow shows. */
const aboutEnd = (db: Queryable, flow: string, user: string): Promise<unknown> =>
  db.query(
    `select (select balance from ledger_accounts where user_id = $2) as balance,
       array(select masked from payout_methods where user_id = $2 and removed is null) as methods,
       (select form from tax_forms where user_id = $2 and flow_id = $1 order by number desc limit 1) as form,
       (select id from transfers where flow_id = $1 and type = 'payout' order by created desc limit 1) as payout`,
    [flow, user],
  );

async function transfer(tx: Queryable, { app, body, now, ...call }: Call): Promise<void> {
  const [id, userId, amount] = [randomUUID(), body['user_id'] ?? '', Number(body['amount'])];
  await findUser(tx, app, userId);
  await insertTransfer(tx, {
    ...{ id, app_id: app, user_id: userId, created: now, type: 'balance', status: 'completed', amount },
    ...{ tax_exempt: false, metadata: null, intent: null, platform: null, payout_method_id: null, fee: 0 },
    ...{ fee_party: null, funding_id: null, flow_id: null, look_at: null },
  });
  const [from, to] = await tx.query<{ id: string }>(
    `select id from ledger_accounts where app_id = $1 and (kind = 'app_wallet' or user_id = $2) order by kind for no key update`,
    [app, userId],
  );
  await insertMovement(
    tx,
    { id: randomUUID(), appId: app, created: now, kind: 'balance', transferId: id, phase: 'open' },
    [
      { accountId: from?.id ?? '', amount },
      { accountId: to?.id ?? '', amount: -amount },
    ],
  );
  await tell(tx, { app, body, now, ...call }, ['transfer.updated', 'transfer.completed']);
}

async function tell(tx: Queryable, { app, now, text }: Call, events: string[]): Promise<void> {
  await tx.query(
    `insert into webhook_messages (id, app_id, created, event, payload)
     select 'msg_' || gen_random_uuid(), $1, $2, event, $3 from unnest($4::text[]) event`,
    [app, now, text, events],
  );
  await tx.query('select id from webhook_endpoints where app_id = $1 and enabled', [app]);
}

const countOnce = ({ db }: Deps, key: string, now: Date) =>
  countPoints(db, [{ key, most: 1, windowEnd: now }], now);

const noteRead = (db: Queryable, app: string, ids: string[], now: Date) =>
  insertAccess(db, {
    ...{
      id: randomUUID(),
      created: now,
      app_id: app,
      api_key_id: randomUUID(),
      call: 'bench',
      user_ids: ids,
    },
  });

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
