/**
 * Runs a mutation once per (scope, Idempotency-Key), after the IETF draft "The Idempotency-Key HTTP Header Field". The
 * answer is stored in the transaction of the effect, so that no crash can keep the one and lose the other.
 *
 * Same key, same request: the first answer again (status and body, with `idempotent-replayed: true`). Another request: 409
 * idempotency-conflict. The first still running: 409 resource-busy (on the embedded database, where transactions queue,
 * the second simply waits for the first answer). A mutation that throws leaves nothing behind and may be tried again.
 */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Transaction } from '../ports/database.ts';
import { findAnswer, keepAnswer, tryLockKey } from '../db/idempotency.ts';
import type { Deps } from '../ports/deps.ts';
import { problemCatalogue } from '../../contract/problems.ts';
import { readText } from './body.ts';
import { ProblemError, problemBody, problemResponse } from './problem.ts';

export const answersKeptForMs = 24 * 60 * 60 * 1000;

export interface Answer {
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  /** What time it is after the mutation, if that changed the clock. */
  readonly at?: Date;
}

/**
 * What a mutation ends with. A *returned* ProblemError is an answer like any other: its effects (a counted wrong code)
 * are committed and it is replayed. A *thrown* one undoes everything.
 */
export type Mutation = (tx: Transaction) => Promise<Answer | ProblemError>;

/**
 * `scope` says whose keys these are: the app's id for partners, the flow's id for payees. `bodyKey`: the vendor's own way to
 * say it, a field of the body; with both, either one finds the first answer.
 */
export async function idempotent(
  c: Context,
  deps: Deps,
  scope: string,
  mutate: Mutation,
  bodyKey?: string | null,
): Promise<Response> {
  const header = readKey(c);
  const keys = [
    ...(header === null ? [] : [{ scope, key: header }]),
    ...(bodyKey === null || bodyKey === undefined
      ? []
      : [{ scope: `${scope} body`, key: bodyKey.toLowerCase() }]),
  ];
  if (keys.length === 0) return respond(c, await deps.db.transaction(mutate));

  const requestHash = deps.vault.fingerprint(
    'idempotent request',
    `${c.req.method} ${canonicalPath(c.req.path)}\n${await readText(c)}`,
  );
  const outcome = await deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    for (const { scope: whose, key } of keys) {
      if (!(await tryLockKey(tx, whose, key))) throw new ProblemError('resource-busy', { retryAfter: 1 });
    }
    for (const { scope: whose, key } of keys) {
      const kept = await findAnswer(tx, whose, key, new Date(now.getTime() - answersKeptForMs));
      if (!kept) continue;
      if (!kept.request_hash.equals(requestHash)) throw new ProblemError('idempotency-conflict');
      return { replay: true as const, status: kept.status ?? 500, body: kept.body ?? '' };
    }
    const fresh = await mutate(tx);
    const answer = serialised(fresh);
    const created = (!(fresh instanceof ProblemError) && fresh.at) || now;
    for (const { scope: whose, key } of keys)
      await keepAnswer(tx, { scope: whose, key, created, requestHash, ...answer });
    return { replay: false as const, fresh };
  });
  if (!outcome.replay) return respond(c, outcome.fresh);
  return c.body(outcome.body, outcome.status as ContentfulStatusCode, {
    'content-type': outcome.status < 400 ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
    'idempotent-replayed': 'true',
  });
}

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

function readKey(c: Context): string | null {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  // The draft writes the key as a quoted string, most clients send it bare.
  const bare = /^"(.*)"$/.exec(key)?.[1] ?? key;
  if (!/^[\u0021-\u007e]{1,255}$/.test(bare)) {
    throw new ProblemError('invalid-input', {
      detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
      errors: [
        {
          field: 'Idempotency-Key',
          code: bare === '' ? 'required' : 'too-long',
          message: 'Must be 1 to 255 visible ASCII characters.',
        },
      ],
    });
  }
  return bare;
}
