/** Where a payee stands in the background check. `checkState` alone decides which screen is shown. */
import { yearsAgo } from '../../../contract/forms/dates.ts';
import {
  backgroundCheckAge,
  backgroundCheckDetails,
  identityFields,
  type IdentityField,
} from '../../../contract/steps/background-check.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countryOf, isReported } from '../facts.ts';
import { optionsOf } from '../step.ts';
import type { MockCheck, MockFlow, MockUser, World } from '../world.ts';

type Requirement = RequirementOf<'background-check'>;

export interface CheckState {
  readonly phase: Requirement['phase'];
  readonly unavailable: Requirement['unavailable'];
  readonly check: MockCheck | null;
  readonly known: MockCheck['person'];
  /** What is to be asked on this screen. */
  readonly fields: readonly IdentityField[];
}

/** The US and the territories where its law on consumer reports holds (15 USC §1681a(n), "State"). */
const covered: readonly (string | null)[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];
const maximumOrders = 3;
const address: readonly IdentityField[] = ['line_1', 'line_2', 'city', 'state', 'postcode'];

/** Returns the check that this step is about: with `force` only one that was begun in this flow. */
export function checkOf(flow: MockFlow): MockCheck | null {
  const forced = optionsOf(flow, 'background-check')?.force ?? false;
  return flow.user?.checks.findLast(({ flowId }) => !forced || flowId === flow.id) ?? null;
}

export function checkState(world: World, flow: MockFlow): CheckState {
  const { user } = flow;
  const check = checkOf(flow);
  const known = user ? knownPerson(user, check ?? user.checks.at(-1) ?? null) : {};
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
  if (!covered.includes(countryOf(user))) return at('unavailable', { unavailable: 'country' });
  if (check?.status === 'information_mismatch')
    return check.orders < maximumOrders
      ? at('details', { fields: identityFields })
      : at('unavailable', { unavailable: 'tries' });
  if (check?.status === 'canceled' || check?.status === 'expired') return at('stopped');
  const fields = missingFields(known);
  if (fields.length > 0) return at('details', { fields });
  if ((known.date_of_birth ?? '') > yearsAgo(backgroundCheckAge, world.now()))
    return at('unavailable', { unavailable: 'age', fields: ['date_of_birth'] });
  return check?.status === 'not_started' && check.disclosed ? at('authorization') : at('disclosure');
}

/** Returns what has to be asked. An address is asked as a whole. */
function missingFields(known: MockCheck['person']): IdentityField[] {
  const lacksAddress = address.some((field) => field !== 'line_2' && !known[field]);
  return identityFields.filter((field) => (address.includes(field) ? lacksAddress : !known[field]));
}

/** Returns what is on file: the name, a person's W-9, and what was given for an earlier check. */
function knownPerson(user: MockUser, check: MockCheck | null): MockCheck['person'] {
  const form = user.taxForms.at(-1);
  const filed: Readonly<Record<string, unknown>> =
    form?.form === 'w9' && form.tin_status !== 'mismatched' && 'date_of_birth' in form.fields
      ? { ...form.fields, ssn: (form.fields as { tin?: unknown }).tin }
      : {};
  const known: Readonly<Record<string, unknown>> = {
    first_name: user.first_name,
    last_name: user.last_name,
    ...filed,
  };
  const valid: Partial<Record<IdentityField, string>> = {};
  for (const field of identityFields) {
    const result = backgroundCheckDetails.shape[field].safeParse(known[field]);
    if (result.success && result.data !== undefined) valid[field] = result.data;
  }
  return { ...valid, ...check?.person };
}
