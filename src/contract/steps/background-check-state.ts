/**
 * Where a payee stands in the background check: which screen is shown, and how they may go on from it. The
 * server and the mock decide by the same rules.
 */
import { usPlaces } from '../forms/us-places.ts';
import { yearsAgo } from '../forms/dates.ts';
import {
  backgroundCheckAge,
  backgroundCheckDetails,
  identityFields,
  type BackgroundCheckStatus,
  type IdentityField,
} from './background-check.ts';
import type { RequirementOf, StepOutcome } from './session.ts';

type Requirement = RequirementOf<'background-check'>;

/** What is known of the person. A field that is missing has to be asked. */
export type KnownPerson = Readonly<Partial<Record<IdentityField, string>>>;

/** Which screen it is. `fields` are those to be asked on it. */
export interface CheckScreen {
  readonly phase: Requirement['phase'];
  readonly unavailable: Requirement['unavailable'];
  readonly fields: readonly IdentityField[];
}

/** The check as far as the rules know it. */
export interface CheckFacts {
  readonly status: BackgroundCheckStatus;
  /** How often it was ordered. */
  readonly orders: number;
  /** The payee has read the disclosure. */
  readonly isDisclosed: boolean;
}

/** The US and the territories where its law on consumer reports holds (15 USC §1681a(n), "State"). */
const covered: readonly (string | null)[] = usPlaces;

/**
 * After this many orders whose details belong to nobody, the payee is no longer asked. Each order costs
 * money, and none may be a guess.
 */
const maximumOrders = 3;

/**
 * Decides in this order: what was ordered already, whether a check can be made at all, and what has to be
 * asked before one can be ordered.
 */
export function checkScreen(
  check: CheckFacts | null,
  country: string | null,
  known: KnownPerson,
  now: Date,
): CheckScreen {
  const at = (phase: CheckScreen['phase'], more: Partial<CheckScreen> = {}): CheckScreen => ({
    phase,
    unavailable: null,
    fields: [],
    ...more,
  });
  if (isReported(check?.status)) return at('reported');
  if (check?.status === 'started' || check?.status === 'pending') return at('review');
  if (!covered.includes(country)) return at('unavailable', { unavailable: 'country' });
  // The agency found nobody with these details. Any of them may be the wrong one, so all are asked.
  if (check?.status === 'information_mismatch')
    return check.orders < maximumOrders
      ? at('details', { fields: identityFields })
      : at('unavailable', { unavailable: 'tries' });
  if (check?.status === 'canceled' || check?.status === 'expired') return at('stopped');
  const fields = missingFields(known);
  if (fields.length > 0) return at('details', { fields });
  // The date may be a typing mistake, so the payee can correct it.
  if ((known.date_of_birth ?? '') > yearsAgo(backgroundCheckAge, now))
    return at('unavailable', { unavailable: 'age', fields: ['date_of_birth'] });
  const isDisclosed = check?.status === 'not_started' && check.isDisclosed;
  // Until something is signed, the payee may go back and correct who they are.
  return at(isDisclosed ? 'authorization' : 'disclosure', { fields: identityFields });
}

/** Whether the agency has finished, so that the partner has the report. */
export const isReported = (status: BackgroundCheckStatus | undefined): boolean =>
  status === 'pass' || status === 'consider' || status === 'failed';

/** The outcome with which the payee may go on from each phase. Null: something has to be done first. */
export const checkOutcomes = {
  details: null,
  disclosure: null,
  authorization: null,
  unavailable: 'unavailable',
  stopped: 'unavailable',
  review: 'pending',
  reported: 'reported',
} as const satisfies Record<CheckScreen['phase'], StepOutcome | null>;

const address: readonly IdentityField[] = ['line_1', 'line_2', 'city', 'state', 'postcode'];

/**
 * Returns the fields that have to be asked. An address is asked as a whole, because half of one combined with
 * half of another would be nobody's.
 */
function missingFields(known: KnownPerson): IdentityField[] {
  const lacksAddress = address.some((field) => field !== 'line_2' && !known[field]);
  return identityFields.filter((field) => (address.includes(field) ? lacksAddress : !known[field]));
}

/**
 * Returns only fields with which a check can be ordered. An ITIN in place of an SSN, or a name with markup,
 * counts as not on file.
 */
export function onlyValid(fields: Readonly<Record<string, unknown>>): KnownPerson {
  const valid: Partial<Record<IdentityField, string>> = {};
  for (const field of identityFields) {
    const result = backgroundCheckDetails.shape[field].safeParse(fields[field]);
    if (result.success && result.data !== undefined) valid[field] = result.data;
  }
  return valid;
}
