/**
 * What the sandbox's world answers, by `table.ts` alone. It is deterministic and remembers nothing: what
 * takes time follows from how much has passed.
 */
import { bankName } from '../bank/bank-names.ts';
import type { PayoutRail } from '../bank/rails.ts';
import type { ScreeningVerdict } from '../partner/screening.ts';
import type { FieldCode } from '../problems.ts';
import type { ImageSide, RejectionReason } from '../steps/id-documents.ts';
import type { CodeChannel } from '../steps/authentication.ts';
import {
  backgroundCheckEndings,
  badAccounts,
  callableEndings,
  failingAccounts,
  failingAmounts,
  failingEmails,
  payoutFailsMs,
  payoutMs,
  payoutReturnsMs,
  phoneEndings,
  refusedIdentities,
  returnedAmounts,
  screenedNames,
  testBank,
  tinEndings,
  type PayoutRefusal,
} from './table.ts';

/** Returns why no code can be sent to this number, or null. */
export function codeRefusal(phone: string, channel: CodeChannel): FieldCode | null {
  const ending = phone.slice(-4);
  if (channel === 'voice' && callableEndings.includes(ending)) return null;
  return phoneEndings[ending] ?? null;
}

/** Returns what becomes of a message: to a phone that gets no code it cannot be sent either. */
export const messageFate = (channel: 'sms' | 'email', to: string): 'sent' | 'undeliverable' =>
  (channel === 'sms' ? codeRefusal(to, 'sms') !== null : to.toLowerCase().startsWith(failingEmails))
    ? 'undeliverable'
    : 'sent';

/** Returns what the tax authority says at the first look. What is pending matches at the second. */
export const tinVerdict = (tin: string): 'matched' | 'mismatched' | 'pending' =>
  tinEndings[tin.slice(-4)] ?? 'matched';

export const bankNameOf = (routingNumber: string): string | null =>
  routingNumber === testBank.routingNumber ? testBank.name : bankName(routingNumber);

/** Returns why this bank account cannot be used, or null. */
export const bankRefusal = (accountNumber: string): FieldCode | null => badAccounts[accountNumber] ?? null;

/** Returns the result of screening this last name. */
export function screeningOf(last: string): 'unflagged' | 'id_verification_required' | 'in_review' {
  // Somebody may be called Constructor, so the properties that every object has must not count.
  return ownValue(screenedNames, nameKey(last)) ?? 'unflagged';
}

/**
 * Returns the entries of the simulated lists that a name is on. A person is found by the last name, whoever
 * else by any word of the name. `more` are words that were put on the list (`PUT /sandbox/sanctions-list`).
 */
export function entriesOf(
  { name, last }: { readonly name: string; readonly last: string },
  more: readonly string[] = [],
): { readonly list: string; readonly entry: string; readonly verdict: ScreeningVerdict }[] {
  const words = last ? [nameKey(last)] : name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const listed = more.map(nameKey);
  return [...new Set(words)].flatMap((entry) => {
    const verdict = ownValue(screenedNames, entry) ?? (listed.includes(entry) ? 'flagged' : null);
    return verdict ? [{ list: 'sandbox', entry, verdict }] : [];
  });
}

/** Last names are compared without regard to capitals and spaces around. */
export const nameKey = (name: string): string => name.trim().toLowerCase();

const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Returns the verdict on pictures of somebody with this last name, after so many refusals. */
export function identityVerdict(
  lastName: string,
  refusedBefore: number,
):
  | { readonly status: 'verified' }
  | { readonly status: 'rejected'; readonly reason: RejectionReason; readonly side?: ImageSide | undefined } {
  const refused = ownValue(refusedIdentities, nameKey(lastName));
  return refused && refusedBefore < refused.tries
    ? { status: 'rejected', reason: refused.reason, side: refused.side }
    : { status: 'verified' };
}

/** Returns what a background check of this Social Security number says first. What is pending passes. */
export const backgroundVerdict = (ssn: string) => backgroundCheckEndings[ssn.slice(-4)] ?? ('pass' as const);

/** A payout as far as the sandbox looks at it. `to` are the details of the account. */
export interface SandboxPayout {
  readonly rail: PayoutRail;
  /** Cents. */
  readonly amount: number;
  readonly to: Readonly<Record<string, unknown>>;
}

/** Where a payout stands. `askAgainInMs`: when that changes. */
export type PayoutProgress =
  | { readonly status: 'pending'; readonly askAgainInMs: number }
  | { readonly status: 'completed'; readonly askAgainInMs?: number }
  | ({ readonly status: 'failed' | 'returned' } & PayoutRefusal);

/** Returns where a payout stands that was sent `age` milliseconds ago. */
export function payoutProgress(payout: SandboxPayout, age: number): PayoutProgress {
  const failure = payoutFailure(payout);
  const takes = failure === null ? payoutMs : payoutFailsMs;
  if (age < takes) return { status: 'pending', askAgainInMs: takes - age };
  if (failure !== null) return { status: 'failed', ...failure };
  const returned = returnedAmounts[ending(payout)];
  if (returned === undefined) return { status: 'completed' };
  return age < payoutReturnsMs
    ? { status: 'completed', askAgainInMs: payoutReturnsMs - age }
    : { status: 'returned', ...returned };
}

const ending = ({ amount }: SandboxPayout) => String(amount).padStart(2, '0').slice(-2);

function payoutFailure(payout: SandboxPayout): PayoutRefusal | null {
  const failing = failingAccounts[payout.rail];
  if (failing && String(payout.to[failing.field]).toLowerCase().startsWith(failing.start))
    return { reason: failing.reason, code: failing.code };
  return failingAmounts[ending(payout)] ?? null;
}
