/**
 * Whether a document agrees with what the payee said. In doubt it agrees: a machine refuses only what is
 * plainly wrong.
 */
import { isCalendarDate } from '../../contract/forms/dates.ts';
import { realName } from '../../contract/forms/names.ts';
import type { RejectionReason } from '../../contract/steps/id-documents.ts';
import type { DocumentFacts } from '../ports/id-verification.ts';
import type { KnownFacts } from './known-facts.ts';
import { resemblesName, sharesName } from './same-person.ts';

/**
 * Who judges after us. `vendor`: a vendor is still to look at the document and the face. `nobody`: the facts
 * are the vendor's, who found nothing wrong.
 */
export type NextJudge = 'vendor' | 'nobody';

/**
 * Returns why the document is refused, or null. It is refused for a name only when no reading of the name
 * agrees.
 *
 * An equal birth date speaks for the payee. With it a surname may differ in some letters, and the first name
 * altogether: Bob may be Robert. Where one of the two names agrees and the other does not (after a marriage,
 * for example), nothing is refused as long as a vendor is still to judge.
 */
export function refusalByFacts(
  facts: DocumentFacts,
  known: KnownFacts,
  now: Date,
  next: NextJudge = 'nobody',
): RejectionReason | null {
  if (facts.expires !== undefined && isExpired(facts.expires, now)) return 'expired';
  const sameBirth =
    facts.dateOfBirth === undefined || known.dateOfBirth === null
      ? null
      : facts.dateOfBirth === known.dateOfBirth;
  if (sameBirth === false) return 'date-of-birth-mismatch';
  // Somebody with one name has nothing, or `FNU`, in the place of the other.
  const [first, last] = [realName(facts.firstName), realName(facts.lastName)];
  const all = `${first} ${last}`;
  const lenient = sameBirth === true || facts.namesMayBeMisread === true;
  const agrees = (given: string) => sharesName(given, all) || (lenient && resemblesName(given, all));
  const isLast = last === '' || agrees(known.lastName);
  const isFirst = first === '' || agrees(known.firstName);
  if (sameBirth !== true) return isLast && isFirst ? null : 'name-mismatch';
  return isLast || (next === 'vendor' && isFirst) ? null : 'name-mismatch';
}

/** A document holds through its last day, and that day lasts until it is over everywhere (UTC−12). */
function isExpired(date: string, now: Date): boolean {
  const today = new Date(now.getTime() - 12 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return isCalendarDate(date) && date < today;
}
