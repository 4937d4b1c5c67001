/** What event streams look at. One statement reads it for many of them. */
import type { Queryable, Row } from '../ports/database.ts';
import type { FlowRow } from './flows.ts';
import type { SessionRow } from './sessions.ts';
import type { UserRow } from './users.ts';

/**
 * Everything that can change what a payee sees moves the flow's `updated`, but for the rest that stands here:
 * a flow expires without a write, and the session has a row of its own, as have the payee and their wallet.
 */
export interface WatchedRow
  extends
    Row,
    Pick<SessionRow, 'authenticated' | 'revisits'>,
    Pick<FlowRow, 'updated' | 'status' | 'expires_at'> {
  /** Which of the sessions that were asked about it is, from 1 on. */
  place: number;
  ofac_status: UserRow['ofac_status'] | null;
  id_status: UserRow['id_status'] | null;
  /** Cents in the payee's wallet. */
  balance: number | null;
}

/**
 * Returns what stands about the sessions that go on with the token of which `hash` is the hash, and nothing
 * of those that ended.
 */
export function readWatched(
  db: Queryable,
  sessions: readonly { readonly id: string; readonly hash: Buffer }[],
  now: Date,
): Promise<WatchedRow[]> {
  return db.query<WatchedRow>(
    `select w.place, s.authenticated, s.revisits, f.updated, f.status, f.expires_at,
       u.ofac_status, u.id_status, a.balance
     from unnest($1::uuid[], $2::text[]) with ordinality as w (id, hash, place)
       join sessions s on s.id = w.id and s.expires_at > $3 and (s.token_hash = decode(w.hash, 'hex')
         or (s.previous_hash = decode(w.hash, 'hex') and s.previous_until > $3))
       join flows f on f.id = s.flow_id
       left join users u on u.id = f.user_id
       left join ledger_accounts a on a.user_id = u.id`,
    [sessions.map(({ id }) => id), sessions.map(({ hash }) => hash.toString('hex')), now],
  );
}
