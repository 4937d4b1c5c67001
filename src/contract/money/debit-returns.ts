/**
 * Why a debit came back: return reason codes of the ACH network (Nacha Operating Rules, appendix four),
 * and what each means for the next debit. A bank has two banking days for most of them, and 60 calendar
 * days where a consumer says that they had not authorized the debit (R05, R07, R10, R11).
 */

/**
 * `again`: the account is good, and the money may be asked for again (two more times within 180 days,
 * Nacha subsection 2.13.4). `account`: nothing more can be taken from this account. `authorization`:
 * whoever owns it has not agreed, or no more; debiting it again is against the rules until they agree
 * anew.
 */
type ReturnMeans = 'again' | 'account' | 'authorization';

interface DebitReturn {
  readonly words: string;
  readonly means: ReturnMeans;
}

const code = (words: string, means: ReturnMeans): DebitReturn => ({ words, means });

export const debitReturns: Readonly<Record<string, DebitReturn>> = {
  R01: code('insufficient funds', 'again'),
  R02: code('account closed', 'account'),
  R03: code('no account, or its owner has another name', 'account'),
  R04: code('invalid account number', 'account'),
  R05: code('unauthorized debit to a consumer account', 'authorization'),
  R07: code('authorization revoked by the customer', 'authorization'),
  R08: code('payment stopped', 'again'),
  R09: code('uncollected funds', 'again'),
  R10: code('the customer says that it was not authorized', 'authorization'),
  R11: code('not in accordance with the authorization', 'authorization'),
  R12: code('account sold to another bank', 'account'),
  R13: code('invalid routing number', 'account'),
  R14: code('the payee or the owner has died', 'account'),
  R15: code('the beneficiary or the owner has died', 'account'),
  R16: code('account frozen', 'account'),
  R20: code('not an account that can be debited', 'account'),
  R29: code('a corporate customer says that it was not authorized', 'authorization'),
};

/** Returns the code of the network behind what a bank said; null where it named none. */
export function returnCodeOf(said: string | undefined, words: string): string | null {
  return /\bR\d{2}\b/.exec(`${said ?? ''} ${words}`)?.[0] ?? null;
}

/** A code that nobody knows keeps nobody from being debited again; it stands in the transfer. */
export const meansOf = (returnCode: string | null): ReturnMeans =>
  (returnCode !== null && debitReturns[returnCode]?.means) || 'again';
