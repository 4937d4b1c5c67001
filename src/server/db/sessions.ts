/**
 * Sessions of browsers on flows, and the one-time codes sent to them. Neither a token nor a code is stored,
 * only a hash of it.
 */
import type { StepName } from '../../contract/steps.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { lockFlow } from './flows.ts';
import { updateById } from './update.ts';

export interface SessionRow extends Row {
  id: string;
  flow_id: string;
  created: Date;
  expires_at: Date;
  /** The session ends then, however often it is refreshed. */
  ends_at: Date;
  /**
   * SHA-256 of the token, which has 256 random bits. The unique index on it is how a request finds its
   * session.
   */
  token_hash: Buffer;
  /**
   * The token before the last refresh. It stays valid until `previous_until`, because the answer with the new
   * one may have been lost.
   */
  previous_hash: Buffer | null;
  previous_until: Date | null;
  /** The page's origin. Null when the client is no browser, or sent none. */
  origin: string | null;
  /** The mark of the browser that opened it (`http/browser.ts`). */
  browser: Buffer;
  /**
   * Whether this browser may see and change the payee's data. Without it the only step is `authentication`.
   */
  authenticated: boolean;
  /** When the payee proved in it who they are; null before that (`contract/steps/proof.ts`). */
  proved: Date | null;
  /** The client takes the token that signing in makes (`renewed`). Elements of versions before do not. */
  takes_renewed: boolean;
  /** That was by a code. Otherwise the partner vouched for the first browser. */
  by_code: boolean;
  /** The user whom a right code found, and who has to say something known before the session is theirs. */
  asks_known: string | null;
  /** Set when a hand-off opened the session: it may do this step and nothing else. */
  only_step: StepName | null;
  /** In a finished flow: the payee asked for what is still open (`payee/come-back.ts`). */
  came_back: boolean;
  /** The earlier step to which the payee went back in this session. */
  revisits: StepName | null;
}

const sessionColumns =
  'id, flow_id, created, expires_at, ends_at, token_hash, previous_hash, previous_until, origin, browser, authenticated, only_step, ' +
  'came_back, revisits, asks_known, proved, by_code, takes_renewed';

/** Ends every session on a flow of the user, and every link that would open another. */
export async function deleteSessionsOf(tx: Queryable, userId: string): Promise<void> {
  await tx.query('delete from sessions where asks_known = $1', [userId]);
  for (const table of ['sessions', 'handoffs'])
    await tx.query(`delete from ${table} where flow_id in (select id from flows where user_id = $1)`, [
      userId,
    ]);
}

/**
 * Takes back the question that is asked about the user beside the code. Returns the flows where it was
 * asked.
 */
export async function askNothingKnown(tx: Queryable, userId: string): Promise<string[]> {
  const rows = await tx.query<{ flow_id: string }>(
    'update sessions set asks_known = null where asks_known = $1 returning flow_id',
    [userId],
  );
  return rows.map(({ flow_id }) => flow_id);
}

/** A new session ends no other. A payee may have the flow open in several windows. */
export async function insertSession(
  tx: Queryable,
  session: Omit<SessionRow, 'previous_hash' | 'previous_until' | 'came_back' | 'revisits' | 'asks_known'>,
): Promise<SessionRow> {
  const [row] = await tx.query<SessionRow>(
    `insert into sessions (id, flow_id, created, expires_at, ends_at, token_hash, origin, browser, authenticated, only_step, proved, by_code, takes_renewed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning ${sessionColumns}`,
    [
      session.id,
      session.flow_id,
      session.created,
      session.expires_at,
      session.ends_at,
      session.token_hash,
      session.origin,
      session.browser,
      session.authenticated,
      session.only_step,
      session.proved,
      session.by_code,
      session.takes_renewed,
    ],
  );
  return row as SessionRow;
}

/**
 * Removes sessions that cannot be refreshed any more, with their codes. It is called whenever a session is
 * opened, so a flow that is opened often does not gather them until the next sweep.
 */
export async function deleteEndedSessions(tx: Queryable, flowId: string, now: Date): Promise<void> {
  await tx.query('delete from sessions where flow_id = $1 and ends_at <= $2', [flowId, now]);
}

/** Finds the session by its token, or by the token that it had before the last refresh. */
export async function findSessionByToken(db: Queryable, hash: Buffer, now: Date): Promise<SessionRow | null> {
  const [row] = await db.query<SessionRow>(
    `select ${sessionColumns} from sessions
     where expires_at > $2 and (token_hash = $1 or (previous_hash = $1 and previous_until > $2))`,
    [hash, now],
  );
  return row ?? null;
}

/** Ends a session at once. Its next request is answered with `session-expired`. */
export async function deleteSession(tx: Queryable, id: string): Promise<void> {
  await tx.query('delete from sessions where id = $1', [id]);
}

/**
 * Ends the session that had this token before a refresh. Whoever still uses a token that was replaced
 * a while ago is not the one who has the new one: one of the two has stolen it. Returns it.
 */
export async function endReusedSession(
  tx: Queryable,
  hash: Buffer,
): Promise<Pick<SessionRow, 'id' | 'flow_id'> | null> {
  const [reused] = await tx.query<{ id: string; flow_id: string }>(
    `select id, flow_id from sessions where id in (select session_id from replaced_tokens where hash = $1)`,
    [hash],
  );
  if (!reused) return null;
  // The session may be checking a code at this moment.
  await lockFlow(tx, reused.flow_id);
  await deleteSession(tx, reused.id);
  return reused;
}

/** Remembers a token that was replaced, for as long as the session lives. */
export async function keepReplacedToken(tx: Queryable, sessionId: string, hash: Buffer): Promise<void> {
  await tx.query('insert into replaced_tokens (hash, session_id) values ($1, $2) on conflict do nothing', [
    hash,
    sessionId,
  ]);
}

/** Ends the sessions of this browser on the flow. */
export async function deleteSessionsInBrowser(tx: Queryable, flowId: string, browser: Buffer): Promise<void> {
  await tx.query('delete from sessions where flow_id = $1 and browser = $2', [flowId, browser]);
}

/** Ends what other browsers opened on the flow without a code, and the links that they made. */
export async function deleteUnproved(tx: Queryable, flowId: string, browser: Buffer): Promise<void> {
  await tx.query('delete from handoffs where flow_id = $1', [flowId]);
  await tx.query(
    'delete from sessions where flow_id = $1 and authenticated and not by_code and browser <> $2',
    [flowId, browser],
  );
}

/** Finds the session whether it has expired or not. The caller looks at `expires_at`. */
export async function findSession(db: Queryable, id: string): Promise<SessionRow | null> {
  const [row] = await db.query<SessionRow>(`select ${sessionColumns} from sessions where id = $1`, [id]);
  return row ?? null;
}

export const updateSession = (tx: Queryable, id: string, patch: Partial<SessionRow>): Promise<SessionRow> =>
  updateById<SessionRow>(tx, 'sessions', id, patch, sessionColumns);

export interface CodeRow extends Row {
  id: string;
  session_id: string;
  flow_id: string;
  created: Date;
  expires_at: Date;
  /** As it was typed. What the channel reaches is `reachedBy` (`contract/forms/phone.ts`). */
  phone_e164: string;
  phone_country: string;
  channel: 'sms' | 'voice';
  /**
   * The mark of the browser that asked for it, so that after a reload the code still waits there and nowhere
   * else.
   */
  browser: Buffer;
  /** Keyed hash, bound to the row's id. A million codes are quickly tried out against a plain hash. */
  code_hash: Buffer;
  attempts: number;
  /** When the code was right. A used code is good for nothing and is swept. */
  used: Date | null;
}

const codeColumns =
  'id, session_id, flow_id, created, expires_at, phone_e164, phone_country, channel, browser, code_hash, attempts, used';

/**
 * Only the newest code counts. Sending another makes the codes before it worthless, in every tab of the
 * browser.
 */
export async function insertCode(tx: Queryable, code: Omit<CodeRow, 'attempts' | 'used'>): Promise<void> {
  await tx.query('delete from codes where flow_id = $1 and (session_id = $2 or browser = $3)', [
    code.flow_id,
    code.session_id,
    code.browser,
  ]);
  await tx.query(
    `insert into codes (id, session_id, flow_id, created, expires_at, phone_e164, phone_country, channel, browser, code_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      code.id,
      code.session_id,
      code.flow_id,
      code.created,
      code.expires_at,
      code.phone_e164,
      code.phone_country,
      code.channel,
      code.browser,
      code.code_hash,
    ],
  );
}

/**
 * Returns the code that waits to be checked. It is the code that this session requested, even when the
 * payee's address has changed since. Or it is one that another session in the same browser requested, unless
 * that code had expired before this session was opened.
 */
export async function openCode(
  db: Queryable,
  session: Pick<SessionRow, 'id' | 'flow_id' | 'created' | 'browser'>,
): Promise<CodeRow | null> {
  const [row] = await db.query<CodeRow>(
    `select ${codeColumns} from codes
     where flow_id = $1 and used is null and (session_id = $2 or (browser = $3 and expires_at > $4))
     order by created desc limit 1`,
    [session.flow_id, session.id, session.browser, session.created],
  );
  return row ?? null;
}

export const updateCode = (tx: Queryable, id: string, patch: Partial<CodeRow>): Promise<CodeRow> =>
  updateById<CodeRow>(tx, 'codes', id, patch, codeColumns);
