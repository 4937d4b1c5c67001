/**
 * When a right code is not enough, and what is asked for beside it. A phone number is not the person:
 * carriers give numbers to others. The server and the mock go by the same rules.
 */
import type { ComplianceInput } from './compliance-requests.ts';
import type { KnownThing } from './authentication.ts';
import { lastFour } from './known-request.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** After so many days the same browser is asked, too (`DOTS_KNOWN_AFTER_DAYS`). */
export const usualKnownAfterDays = 90;

export interface Visit {
  readonly now: Date;
  /** When the user was last let in by a code; null when they never were. */
  readonly last: Date | null;
  /** Whether the user was never let in there. */
  readonly isNewBrowser: boolean;
  readonly afterDays: number;
}

/**
 * Returns whether a user with a right code is asked for something known: after a day in a new browser, and
 * after many days in any.
 */
export function asksForKnown({ now, last, isNewBrowser, afterDays }: Visit): boolean {
  if (last === null) return false;
  const age = now.getTime() - last.getTime();
  return age > dayMs && (isNewBrowser || age > afterDays * dayMs);
}

export interface Known {
  readonly asks: KnownThing;
  /** Each of them is right. */
  readonly answers: readonly string[];
}

export interface OnFile {
  readonly form: ComplianceInput | null;
  /** The date of birth that the partner gave. */
  readonly partnerSaid: string | null;
  /** Masked, as payout methods are shown. */
  readonly accounts: readonly string[];
}

/**
 * Returns what can be asked for, with the right answers: the date of birth where there is one, else the end
 * of a bank account. Null when there is neither. What the payee filed wins over what the partner said. Tax
 * numbers are not asked for: those of businesses stand in public registers, and people file their date of
 * birth.
 */
export function knownOf({ form, partnerSaid, accounts }: OnFile): Known | null {
  const born = (form && 'date_of_birth' in form && form.date_of_birth) || partnerSaid;
  if (born) return { asks: 'date_of_birth', answers: [born] };
  const answers = accounts
    .flatMap((masked) => /^(?:[A-Z]{2} )?••• (.{4})$/.exec(masked)?.[1] ?? [])
    .map(lastFour);
  return answers.length > 0 ? { asks: 'account_last4', answers } : null;
}
