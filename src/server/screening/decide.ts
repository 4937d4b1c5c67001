/**
 * Decides about a match. Released: it is somebody else of that name, and money goes out again. Confirmed: it
 * is they, and what they have is blocked; it stays in the wallet, and the operator reports it
 * (31 CFR §501.603(b)(1): within ten business days). Either may be taken back, with a reason of its own: a
 * mistake, or a licence. Nothing of what was decided before is changed.
 */
import { ProblemError } from '../../contract/input/problem-error.ts';
import { findMatch, insertDecision, openMatchesOf, setMatch } from '../db/screening.ts';
import type { DecisionRow, MatchRow } from '../db/screening.ts';
import { lockUser, updateUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { releaseHeldPayouts } from '../ledger/release.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { userChanged } from '../users/user-changed.ts';
import { worst } from './screen.ts';
import type { ScreeningStatus } from './screen.ts';
import { tellOfMatch } from './tell.ts';

type Decision = Pick<DecisionRow, 'state' | 'reason' | 'api_key_id'>;

/** Saying the same again changes nothing. */
export async function decideMatch(
  deps: Deps,
  tx: Queryable,
  appId: string,
  id: string,
  decision: Decision,
): Promise<MatchRow> {
  const seen = await findMatch(tx, appId, id);
  const user = seen && (await lockUser(tx, appId, seen.user_id));
  // Read again: the user's lock was awaited, and somebody may have decided meanwhile.
  const match = user && (await findMatch(tx, appId, id));
  if (!match) throw new ProblemError('no-such-resource');
  if (match.state === decision.state) return match;
  const decided = await decide(deps, tx, match, decision);
  const ofac_status = statusOf(await openMatchesOf(tx, user.id));
  if (ofac_status === user.ofac_status) return decided;
  const changed = await updateUser(tx, user.id, { ofac_status, updated: deps.clock.now() });
  await releaseHeldPayouts(deps, tx, changed);
  await userChanged(deps, tx, changed);
  return decided;
}

async function decide(deps: Deps, tx: Queryable, match: MatchRow, decision: Decision): Promise<MatchRow> {
  const now = deps.clock.now();
  await insertDecision(tx, { id: deps.newId(), match_id: match.id, created: now, ...decision });
  const { verdict } = match;
  const decided = await setMatch(tx, match.id, { state: decision.state, verdict, updated: now });
  await tellOfMatch(deps, tx, decided);
  return decided;
}

/** What was confirmed weighs most, whatever the list said of it. */
const statusOf = (open: readonly MatchRow[]): ScreeningStatus =>
  worst(...open.map(({ state, verdict }) => (state === 'confirmed' ? 'flagged' : verdict)));

/**
 * The payee has shown who they are: matches of their own name are released that a document may release.
 * Returns the status that the user then has.
 */
export async function releaseByDocument(deps: Deps, tx: Queryable, user: UserRow): Promise<ScreeningStatus> {
  const isReleased = ({ role, state, verdict }: MatchRow) =>
    role === 'person' && state === 'held' && verdict !== 'flagged';
  const open = await openMatchesOf(tx, user.id);
  for (const match of open.filter(isReleased))
    await decide(deps, tx, match, {
      state: 'released',
      reason: 'An identity document was verified.',
      api_key_id: null,
    });
  return statusOf(open.filter((match) => !isReleased(match)));
}

/** The payee could not show who they are: from now on a document does not release them. */
export async function worsenByDocument(deps: Deps, tx: Queryable, user: UserRow): Promise<void> {
  const updated = deps.clock.now();
  for (const match of await openMatchesOf(tx, user.id))
    if (match.role === 'person' && match.state === 'held')
      await setMatch(tx, match.id, { state: 'held', verdict: 'flagged', updated });
}
