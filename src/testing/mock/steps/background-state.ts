/** Where a payee stands in the background check. */
import { asOf } from '../../../contract/forms/dates.ts';
import {
  checkScreen,
  onlyValid,
  type CheckScreen,
  type KnownPerson,
} from '../../../contract/steps/background-check-state.ts';
import { countryOf } from '../facts.ts';
import { optionsOf } from '../step.ts';
import type { MockCheck, MockFlow, MockUser, World } from '../world.ts';

/** Where the payee stands, and what that follows from. */
export interface CheckState extends CheckScreen {
  readonly check: MockCheck | null;
  readonly known: KnownPerson;
}

/** Returns the check that this step is about: with `force` only one that was begun in this flow. */
export function checkOf(flow: MockFlow): MockCheck | null {
  const forced = optionsOf(flow, 'background-check')?.force ?? false;
  return flow.user?.checks.findLast(({ flowId }) => !forced || flowId === flow.id) ?? null;
}

export function checkState(world: World, flow: MockFlow): CheckState {
  const { user } = flow;
  const check = checkOf(flow);
  const known = user ? knownPerson(user, check ?? user.checks.at(-1) ?? null, world.now()) : {};
  const facts = check && { ...check, isDisclosed: check.disclosed };
  return { ...checkScreen(facts, countryOf(user), known, world.now()), check, known };
}

/** Returns what is on file: the name, a person's W-9, and what was given for an earlier check. */
function knownPerson(user: MockUser, check: MockCheck | null, now: Date): KnownPerson {
  const form = user.taxForms.at(-1);
  const filed: Readonly<Record<string, unknown>> =
    form?.form === 'w9' && form.tin_status !== 'mismatched' && 'date_of_birth' in form.fields
      ? {
          ...form.fields,
          ...((form.fields as { tin_type?: unknown }).tin_type !== 'ein' && {
            ssn: (form.fields as { tin?: unknown }).tin,
          }),
        }
      : {};
  const known = { first_name: user.first_name, last_name: user.last_name, ...filed };
  return { ...asOf(now, () => onlyValid(known)), ...check?.person };
}
