/** Reads where a payee stands in the background check. */
import {
  checkScreen,
  type CheckScreen,
  type KnownPerson,
} from '../../../contract/steps/background-check-state.ts';
import { newestBackgroundCheck } from '../../db/background-checks.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import type { FlowRow } from '../../db/flows.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { countryOf } from '../../tax/residence.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { knownPerson } from './person.ts';

/** Where the payee stands, and what that follows from. */
export interface CheckState extends CheckScreen {
  readonly check: BackgroundCheckRow | null;
  readonly known: KnownPerson;
}

/**
 * Returns the check that this step is about: the user's newest one, or with `force` only one that was begun
 * in this flow.
 */
export async function checkOf(tx: Queryable, flow: FlowRow): Promise<BackgroundCheckRow | null> {
  const begunHere = optionsOf(flow, 'background-check')?.force ? flow.id : null;
  return flow.user_id === null ? null : newestBackgroundCheck(tx, flow.user_id, begunHere);
}

export async function checkState(
  deps: Deps,
  tx: Queryable,
  { flow, user }: Pick<PayeeContext, 'flow' | 'user'>,
): Promise<CheckState> {
  const check = await checkOf(tx, flow);
  // The person of an earlier check is on file, even where another check is forced.
  const known = user
    ? await knownPerson(deps, tx, user, check ?? (await newestBackgroundCheck(tx, user.id)))
    : {};
  const facts = check && { ...check, isDisclosed: check.disclosed_at !== null };
  return { ...checkScreen(facts, countryOf(user), known, deps.clock.now()), check, known };
}
