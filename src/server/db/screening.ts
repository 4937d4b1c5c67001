/** Names that are like one on a sanctions list, and what was decided about them. */
import type { MatchState, ScreenedRole, ScreeningVerdict } from '../../contract/partner/screening.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';

export interface MatchRow extends Row {
  id: string;
  app_id: string;
  user_id: string;
  created: Date;
  updated: Date;
  role: ScreenedRole;
  /** Empty where an earlier version did not keep the name. */
  name_sealed: Buffer;
  /** Keyed hash of the name, however it was typed. */
  fingerprint: Buffer;
  list: string;
  entry: string;
  verdict: ScreeningVerdict;
  state: MatchState;
}

export interface DecisionRow extends Row {
  id: string;
  match_id: string;
  created: Date;
  state: Exclude<MatchState, 'held'>;
  reason: string;
  /** Null: no partner decided, but an identity document. */
  api_key_id: string | null;
}

/**
 * Returns the match when it is new, or when one that is not confirmed has a graver verdict by now, which
 * holds it again; null when it is known as it is, whatever was decided about it.
 */
export async function insertMatch(tx: Queryable, match: Omit<MatchRow, 'updated'>): Promise<MatchRow | null> {
  const [row] = await tx.query<MatchRow>(
    `insert into screening_matches as m
       (id, app_id, user_id, created, updated, role, name_sealed, fingerprint, list, entry, verdict, state)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (user_id, list, entry, fingerprint) do update set verdict = excluded.verdict, updated = excluded.updated, state = 'held'
       where m.state <> 'confirmed' and array_position(array['id_verification_required', 'in_review', 'flagged'], excluded.verdict)
         > array_position(array['id_verification_required', 'in_review', 'flagged'], m.verdict)
     returning *`,
    [
      match.id,
      match.app_id,
      match.user_id,
      match.created,
      match.role,
      match.name_sealed,
      match.fingerprint,
      match.list,
      match.entry,
      match.verdict,
      match.state,
    ],
  );
  return row ?? null;
}

export async function findMatch(db: Queryable, appId: string, id: string): Promise<MatchRow | null> {
  const [row] = await db.query<MatchRow>('select * from screening_matches where app_id = $1 and id = $2', [
    appId,
    id,
  ]);
  return row ?? null;
}

/** Of a user who is locked: nobody else decides meanwhile. */
export const openMatchesOf = (tx: Queryable, userId: string): Promise<MatchRow[]> =>
  tx.query<MatchRow>(
    `select * from screening_matches where user_id = $1 and state <> 'released' order by created, id`,
    [userId],
  );

export async function setMatch(
  tx: Queryable,
  id: string,
  { state, verdict, updated }: Pick<MatchRow, 'state' | 'verdict' | 'updated'>,
): Promise<MatchRow> {
  const [row] = await tx.query<MatchRow>(
    'update screening_matches set state = $2, verdict = $3, updated = $4 where id = $1 returning *',
    [id, state, verdict, updated],
  );
  return row as MatchRow;
}

export async function insertDecision(tx: Queryable, row: DecisionRow): Promise<void> {
  await tx.query(
    'insert into screening_decisions (id, match_id, created, state, reason, api_key_id) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.match_id, row.created, row.state, row.reason, row.api_key_id],
  );
}

/** Returns what was decided about these matches, oldest first. */
export const decisionsOf = (db: Queryable, matchIds: readonly string[]): Promise<DecisionRow[]> =>
  db.query<DecisionRow>(
    'select * from screening_decisions where match_id = any($1::uuid[]) order by created, id',
    [matchIds],
  );

export function listMatches(
  db: Queryable,
  appId: string,
  { state, userId }: { readonly state: MatchState | null; readonly userId: string | null },
  request: PageRequest,
): Promise<Page<MatchRow> | null> {
  const given = [
    ['t.app_id =', appId],
    ['t.state =', state],
    ['t.user_id =', userId],
  ].filter(([, value]) => value !== null);
  return pageOf(
    db,
    {
      columns: 't.*',
      from: 'screening_matches t',
      where: given.map(([comparison], at) => `${comparison} $${at + 1}`).join(' and '),
      params: given.map(([, value]) => value),
    },
    request,
  );
}
