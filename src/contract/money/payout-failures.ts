/**
 * Why a payout did not arrive, in the same few words for all rails. Each reason has one next act, so the
 * payee always knows what to do.
 */

export const payoutFailures = [
  'account-closed',
  'account-not-found',
  'account-invalid',
  'name-mismatch',
  'not-claimed',
  'account-blocked',
  'account-type-refused',
  'account-limit',
  'currency-refused',
  'refused-by-receiver',
  'amount-refused',
  'rail-unavailable',
  'under-review',
  'not-permitted',
  'unknown',
] as const;
export type PayoutFailure = (typeof payoutFailures)[number];

/**
 * `correct`: this method. `another`: use another method. `change`: try again with another amount or method.
 * `wait`: try again later. `ask`: the partner.
 */
export type NextAct = 'correct' | 'another' | 'change' | 'wait' | 'ask';

export const nextActs: Readonly<Record<PayoutFailure, NextAct>> = {
  'account-closed': 'another',
  'account-not-found': 'correct',
  'account-invalid': 'correct',
  'name-mismatch': 'correct',
  'not-claimed': 'correct',
  'account-blocked': 'another',
  'account-type-refused': 'another',
  'account-limit': 'another',
  'currency-refused': 'another',
  'refused-by-receiver': 'another',
  'amount-refused': 'change',
  'rail-unavailable': 'wait',
  'under-review': 'ask',
  'not-permitted': 'ask',
  unknown: 'change',
};

/** Failures that say nothing against the method. They do not count towards its pause. */
export const blamelessFailures: readonly PayoutFailure[] = payoutFailures.filter(
  (failure) => nextActs[failure] === 'wait' || nextActs[failure] === 'ask',
);

/** After so many failures in a row nothing more is sent to a method. */
export const failuresBeforePause = 3;

/**
 * The codes of rails. `R…` are return reasons of the ACH network (Nacha Operating Rules, appendix four). Two
 * letters and two digits are status reasons of ISO 20022 (external code set `ExternalStatusReason1Code`).
 */
const railCodes: Readonly<Record<string, PayoutFailure>> = {
  R02: 'account-closed',
  R03: 'account-not-found',
  R04: 'account-invalid',
  R13: 'account-invalid',
  R14: 'account-blocked',
  R15: 'account-blocked',
  R16: 'account-blocked',
  R17: 'name-mismatch',
  R20: 'account-type-refused',
  R23: 'refused-by-receiver',
  R29: 'refused-by-receiver',
  AC01: 'account-invalid',
  AC02: 'account-invalid',
  AC03: 'account-invalid',
  AC04: 'account-closed',
  AC06: 'account-blocked',
  AC07: 'account-closed',
  AC13: 'account-type-refused',
  AC14: 'account-type-refused',
  AG01: 'account-type-refused',
  AG03: 'account-type-refused',
  AM02: 'amount-refused',
  AM03: 'currency-refused',
  AM09: 'amount-refused',
  AM11: 'currency-refused',
  BE01: 'name-mismatch',
  BE04: 'account-invalid',
  MD07: 'account-blocked',
  MS02: 'refused-by-receiver',
  MS03: 'unknown',
  RC01: 'account-invalid',
  RR04: 'not-permitted',
  TM01: 'rail-unavailable',
};

/** Returns the reason behind what a rail said: one of ours, or its own code somewhere in the words. */
export function failureOf(code: string | undefined, words: string): PayoutFailure {
  const own = payoutFailures.find((failure) => failure === code);
  if (own) return own;
  const found = /\b(?:R\d{2}|[A-Z]{2}\d{2})\b/.exec(`${code ?? ''} ${words}`)?.[0];
  return (found && railCodes[found]) || 'unknown';
}
