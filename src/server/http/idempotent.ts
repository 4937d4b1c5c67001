/**
 * Runs a mutation once per owner and Idempotency-Key, after the IETF draft "The Idempotency-Key HTTP Header
 * Field". The answer is stored in the transaction of the effect, so that no crash can keep the one and lose
 * the other.
 *
 * - The same key with the same request returns the first answer again (status and body, with
 *   `idempotent-replayed: true`). The same request is the same JSON, not the same bytes.
 * - The same key with another request is 409 idempotency-conflict.
 * - While the first request still runs, the same key is 409 resource-busy.
 * - A mutation that throws leaves nothing behind and may be tried again.
 * - An answer is stored sealed. A payee's is given again only in the same browser, to a session that may do
 *   at least as much as the first one, while the flow goes on.
 */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Queryable, Transaction } from '../ports/database.ts';
import type { SessionRow } from '../db/sessions.ts';
import { findAnswer, keepAnswer, tryLockKey } from '../db/idempotency.ts';
import type { KeptAnswer } from '../db/idempotency.ts';
import { forOwner } from '../db/shares.ts';
import type { Deps } from '../ports/deps.ts';
import { keptMs } from '../ports/retention.ts';
import type { Place } from '../ports/vault.ts';
import { problemCatalogue } from '../../contract/problems.ts';
import { withAnswers } from './ask-outside.ts';
import { readText } from './body.ts';
import { readKey } from './idempotency-key.ts';
import { isAboutTheSame, otherThanAnswered } from './key-conflict.ts';
import { meaningOf } from './meaning.ts';
import { headerConflict } from '../../contract/input/key-conflict.ts';
import { ProblemError, problemBody } from '../../contract/input/problem-error.ts';
import { problemResponse } from './problem.ts';

export interface Answer {
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  /** A payee's session afterwards: a right code opens it to more. */
  readonly session?: Rights;
  /** The time after the mutation, when the mutation changed the clock. */
  readonly at?: Date;
}

/** What of a session decides what it may be told. */
type Rights = Pick<SessionRow, 'authenticated' | 'only_step'>;

/**
 * A *returned* ProblemError is an answer like any other: its effects (a counted wrong code) are committed and
 * the answer is replayed. A *thrown* one undoes everything.
 */
export type Mutation = (tx: Transaction) => Promise<Answer | ProblemError>;

/**
 * For a partner's request; `app` is the app's id. `body` has the vendor's own way to send a key, in a field
 * of the body. With both, either one finds the first answer.
 */
export const idempotent = (
  c: Context,
  deps: Deps,
  app: string,
  mutate: Mutation,
  body?: BodyKey,
): Promise<Response> => answerOnce(c, deps, app, () => Promise.resolve({ rights: null, mutate }), body);

/**
 * For a partner's request that is one statement unless it has a key: a statement is a transaction of its own.
 * `alone` returns null when that statement found that there is more to do; `mutate` then does all of it.
 */
export async function idempotentInOne(
  c: Context,
  deps: Deps,
  app: string,
  alone: (db: Queryable) => Promise<Answer | null>,
  mutate: Mutation,
): Promise<Response> {
  const answer = readKey(c) === null ? await alone(deps.db) : null;
  return answer ? respond(c, answer) : idempotent(c, deps, app, mutate);
}

export interface BodyKey {
  readonly key: string | null | undefined;
  /**
   * What the mutation makes knows its key for ever. It is asked what is other in a request that is not the
   * first one, and refuses it by name, or makes nothing new.
   */
  readonly lasts?: true;
}

type Asking = Pick<SessionRow, 'flow_id' | 'browser'>;

/** The keys are those of the browser on the flow, because a reload opens another session. */
const ownerOf = ({ flow_id, browser }: Asking): string => `${flow_id} ${browser.toString('base64url')}`;

/**
 * For a payee's request. `begin` locks the flow and throws when it is over: then no earlier answer is given
 * either. What it returns is passed on.
 */
export const idempotentOnFlow = <T extends { readonly session: Rights }>(
  c: Context,
  deps: Deps,
  session: Asking,
  begin: (tx: Transaction) => Promise<T>,
  mutate: (tx: Transaction, begun: T) => ReturnType<Mutation>,
): Promise<Response> =>
  forOwner(session.flow_id, () =>
    answerOnce(c, deps, ownerOf(session), async (tx) => {
      const begun = await begin(tx);
      return { rights: rightsOf(begun.session), mutate: () => mutate(tx, begun) };
    }),
  );

/** Returns whether a payee's request was answered before: it asks nobody again, so it costs nothing. */
export async function wasAnswered(c: Context, deps: Deps, session: Asking): Promise<boolean> {
  const key = readKey(c);
  if (key === null) return false;
  const notBefore = new Date(deps.clock.now().getTime() - keptMs(deps.config, 'answers'));
  return (await findAnswer(deps.db, ownerOf(session), key, notBefore)) !== null;
}

const everything = 'everything';
const beforeTheCode = 'before the code';

const rightsOf = ({ authenticated, only_step }: Rights): string =>
  !authenticated ? beforeTheCode : (only_step ?? everything);

/** Returns whether the one may be told what the other was told. Null: a partner, or an older row. */
const covers = (asking: string | null, first: string | null): boolean =>
  first === null || first === beforeTheCode || asking === everything || asking === first;

async function answerOnce(
  c: Context,
  deps: Deps,
  owner: string,
  begin: (tx: Transaction) => Promise<{ readonly rights: string | null; readonly mutate: Mutation }>,
  body?: BodyKey,
): Promise<Response> {
  const header = readKey(c);
  const keys = [
    ...(header === null ? [] : [{ owner, key: header, lasts: null }]),
    ...(body?.key
      ? [{ owner: `${owner} body`, key: body.key.toLowerCase(), lasts: body.lasts === true }]
      : []),
  ];
  if (keys.length === 0)
    return respond(
      c,
      await withAnswers(() => deps.db.transaction(async (tx) => (await begin(tx)).mutate(tx))),
    );

  const text = await readText(c);
  const hashOf = (body: string) =>
    deps.vault.fingerprint('idempotent request', `${c.req.method} ${canonicalPath(c.req.path)}\n${body}`);
  const requestHash = hashOf(text);
  const meaningHash = hashOf(meaningOf(text));
  const answerIn = (keyOwner: string, key: string, kept: KeptAnswer): string => {
    const body = kept.body_sealed && deps.vault.open(place(keyOwner, key), kept.body_sealed);
    return body ?? kept.body ?? '';
  };
  const once = async (tx: Transaction) => {
    const now = deps.clock.now();
    for (const { owner: keyOwner, key } of keys) {
      if (!(await tryLockKey(tx, keyOwner, key))) throw new ProblemError('resource-busy', { retryAfter: 1 });
    }
    const { rights, mutate } = await begin(tx);
    let first: string | null = null;
    for (const { owner: keyOwner, key, lasts } of keys) {
      const kept = await findAnswer(
        tx,
        keyOwner,
        key,
        new Date(now.getTime() - keptMs(deps.config, 'answers')),
      );
      if (!kept) continue;
      if (!kept.request_hash.equals(requestHash) && !kept.meaning_hash?.equals(meaningHash)) {
        if (lasts === null) throw headerConflict();
        first = answerIn(keyOwner, key, kept);
        if (!lasts) throw otherThanAnswered(first, text);
        continue;
      }
      if (!covers(rights, kept.rights)) throw new ProblemError('authentication-required');
      const body = answerIn(keyOwner, key, kept);
      return { replay: true as const, status: kept.status ?? 500, body };
    }
    const fresh = await mutate(tx);
    const { status, body } = serialised(fresh);
    // In the last hours the key was that of a call which forgets it.
    if (first !== null && !isAboutTheSame(first, JSON.parse(body))) throw otherThanAnswered(first, text);
    const created = (!(fresh instanceof ProblemError) && fresh.at) || now;
    for (const { owner: keyOwner, key } of keys)
      await keepAnswer(tx, {
        owner: keyOwner,
        key,
        created,
        requestHash,
        meaningHash,
        status,
        bodySealed: deps.vault.seal(place(keyOwner, key), body),
        rights: !(fresh instanceof ProblemError) && fresh.session ? rightsOf(fresh.session) : rights,
      });
    return { replay: false as const, fresh };
  };
  const outcome = await alone(keys, () => withAnswers(() => deps.db.transaction(once)));
  if (!outcome.replay) return respond(c, outcome.fresh);
  return c.body(outcome.body, outcome.status as ContentfulStatusCode, {
    'content-type': outcome.status < 400 ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
    'idempotent-replayed': 'true',
  });
}

/** Keys whose first request asks somebody outside, in this process. Their rows are not locked meanwhile. */
const running = new Set<string>();

/** Runs `work` while no other request with one of the keys runs here. */
async function alone<T>(
  keys: readonly { readonly owner: string; readonly key: string }[],
  work: () => Promise<T>,
): Promise<T> {
  const names = keys.map(({ owner, key }) => `${owner} ${key}`);
  if (names.some((name) => running.has(name))) throw new ProblemError('resource-busy', { retryAfter: 1 });
  for (const name of names) running.add(name);
  try {
    return await work();
  } finally {
    for (const name of names) running.delete(name);
  }
}

/** An answer that was moved to another row does not open. */
const place = (owner: string, key: string): Place => ({ what: `kept answer ${owner} ${key}`, owner });

function serialised(answer: Answer | ProblemError): { status: number; body: string } {
  if (!(answer instanceof ProblemError)) return { status: answer.status, body: JSON.stringify(answer.body) };
  return {
    status: problemCatalogue[answer.code].status,
    body: JSON.stringify(problemBody(answer.code, answer.extra)),
  };
}

function respond(c: Context, answer: Answer | ProblemError): Response {
  if (answer instanceof ProblemError) return problemResponse(c, answer);
  return c.body(JSON.stringify(answer.body), answer.status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
}

/** `/api/v2/flows` and `/v2/flows` are the same call. */
function canonicalPath(path: string): string {
  return path.startsWith('/api/') ? path.slice('/api'.length) : path;
}
