/** Where a payee stands in the background check. `checkState` alone decides which screen is shown. */
import { yearsAgo } from '../../../contract/forms/dates.ts';
import { backgroundCheckAge, identityFields } from '../../../contract/steps/background-check.ts';
import type { IdentityField } from '../../../contract/steps/background-check.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { newestBackgroundCheck } from '../../db/background-checks.ts';
import type { BackgroundCheckRow } from '../../db/background-checks.ts';
import type { FlowRow } from '../../db/flows.ts';
import type { UserRow } from '../../db/users.ts';
import { isReported } from '../../flows/facts.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { countryOf } from '../../tax/residence.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { knownPerson, missingFields } from './person.ts';
import type { KnownPerson } from './person.ts';

type Requirement = RequirementOf<'background-check'>;

/** Where the payee stands. `fields` are those to be asked on this screen. */
export interface CheckState {
  readonly phase: Requirement['phase'];
  readonly unavailable: Requirement['unavailable'];
  readonly check: BackgroundCheckRow | null;
  readonly known: KnownPerson;
  readonly fields: readonly IdentityField[];
}

/** The US and the territories where its law on consumer reports holds (15 USC §1681a(n), "State"). */
const covered: readonly (string | null)[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];

/**
 * After this many orders whose details belong to nobody, the payee is no longer asked. Each order costs
 * money, and none may be a guess.
 */
const maximumOrders = 3;

/**
 * Returns the check that this step is about: the user's newest one, or with `force` only one that was begun
 * in this flow.
 */
export async function checkOf(tx: Queryable, flow: FlowRow): Promise<BackgroundCheckRow | null> {
  const begunHere = optionsOf(flow, 'background-check')?.force ? flow.id : null;
  return flow.user_id === null ? null : newestBackgroundCheck(tx, flow.user_id, begunHere);
}

/**
 * Decides in this order: what was ordered already, whether a check can be made at all, and what has to be
 * asked before one can be ordered.
 */
export async function checkState(
  deps: Deps,
  tx: Queryable,
  context: Pick<PayeeContext, 'flow' | 'user'>,
): Promise<CheckState> {
  const { flow, user } = context;
  const check = await checkOf(tx, flow);
  // The person of an earlier check is on file, even where another check is forced.
  const known = user
    ? await knownPerson(deps, tx, user, check ?? (await newestBackgroundCheck(tx, user.id)))
    : {};
  const at = (phase: CheckState['phase'], more: Partial<CheckState> = {}): CheckState => ({
    phase,
    unavailable: null,
    check,
    known,
    fields: [],
    ...more,
  });

  if (check && isReported(check.status)) return at('reported');
  if (check?.status === 'started' || check?.status === 'pending') return at('review');
  if (!isCovered(user)) return at('unavailable', { unavailable: 'country' });
  // The agency found nobody with these details. Any of them may be the wrong one, so all are asked.
  if (check?.status === 'information_mismatch') {
    return check.orders < maximumOrders
      ? at('details', { fields: identityFields })
      : at('unavailable', { unavailable: 'tries' });
  }
  if (check?.status === 'canceled' || check?.status === 'expired') return at('stopped');
  const fields = missingFields(known);
  if (fields.length > 0) return at('details', { fields });
  // The date may be a typing mistake, so the payee can correct it.
  if ((known.date_of_birth ?? '') > yearsAgo(backgroundCheckAge, deps.clock.now())) {
    return at('unavailable', { unavailable: 'age', fields: ['date_of_birth'] });
  }
  return check?.status === 'not_started' && check.disclosed_at ? at('authorization') : at('disclosure');
}

const isCovered = (user: UserRow | null): boolean => covered.includes(countryOf(user));
