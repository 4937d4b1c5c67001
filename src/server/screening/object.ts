/** A match as partners see it. */
import type { ScreeningMatch } from '../../contract/partner/screening.ts';
import { decisionsOf } from '../db/screening.ts';
import type { MatchRow } from '../db/screening.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openName } from './screen.ts';

export async function matchObjects(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  rows: readonly MatchRow[],
): Promise<ScreeningMatch[]> {
  const decisions = await decisionsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    created: row.created.toISOString(),
    updated: row.updated.toISOString(),
    user_id: row.user_id,
    role: row.role,
    name: openName(deps, row),
    list: row.list,
    entry: row.entry,
    verdict: row.verdict,
    state: row.state,
    decisions: decisions
      .filter(({ match_id }) => match_id === row.id)
      .map(({ created, state, reason, api_key_id }) => ({
        ...{ created: created.toISOString(), state, reason, api_key_id },
      })),
  }));
}
