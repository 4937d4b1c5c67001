/** Refuses those who are where nobody may be paid. The server and the mock both decide by this. */
import { fieldProblem, ProblemError } from '../input/problem-error.ts';
import { sanctionedPlace } from './places.ts';
import type { Place, SanctionedPlace } from './places.ts';

/** A place that somebody has named in a form, and what its fields are called there. */
export interface NamedPlace extends Place {
  /** The field of the country; `country` when absent. */
  readonly field?: string;
  /** What stands before the names of the fields: `account_holder.address.`. */
  readonly within?: string;
}

/**
 * Returns those places in which somebody may be, so that a person has to look.
 * @throws ProblemError `invalid-input` about each field that says for certain that they are in one
 */
export function refuseSanctioned(places: readonly NamedPlace[]): SanctionedPlace[] {
  const found = places.flatMap((place) => {
    const sanctioned = sanctionedPlace(place);
    return sanctioned ? [{ sanctioned, place }] : [];
  });
  const errors = found
    .filter(({ sanctioned }) => sanctioned.certain)
    .map(({ sanctioned: { part, name, law }, place: { field = 'country', within = '' } }) =>
      fieldProblem(within + (part === 'country' ? field : part), 'sanctioned-place', `${name}: ${law}.`),
    );
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return found.map(({ sanctioned }) => sanctioned);
}
