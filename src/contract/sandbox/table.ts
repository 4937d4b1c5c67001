/**
 * Every value that means something special in the sandbox, as data. The documentation prints this table. The
 * server's sandbox providers and the in-browser mock follow it, and nothing else in the code knows a magic
 * value.
 */
import type { PayoutRail } from '../bank/rails.ts';
import type { ImageSide, RejectionReason } from '../steps/id-documents.ts';
import type { LinkFailure } from '../steps/manage-payments.ts';
import type { FieldCode } from '../problems.ts';
import type { TinStatus } from '../steps/compliance.ts';

/** The only code that is right. */
export const sandboxCode = '123456';

/** How a phone number ends → why no code can be sent to it. */
export const phoneEndings: Readonly<Record<string, FieldCode>> = {
  '0001': 'phone-undeliverable',
  '0002': 'invalid-phone-number-landline',
  '0003': 'invalid-phone-number-voip',
  '0004': 'too-many-requests',
};

/** How an email address starts → no message arrives there. */
export const failingEmails = 'fail@';

/** A landline can still be called. */
export const callableEndings: readonly string[] = ['0002'];

/** How an SSN or EIN ends → what the tax authority says first; every other number matches at once. */
export const tinEndings: Readonly<Record<string, Extract<TinStatus, 'mismatched' | 'pending'>>> = {
  '0001': 'mismatched',
  '0002': 'pending',
};

/** A pending number matches when it is checked again after this long. */
export const tinPendingMs = 5_000;

/** Last name → the result of the OFAC screening. */
export const screenedNames: Readonly<Record<string, 'id_verification_required' | 'in_review'>> = {
  sanctioned: 'id_verification_required',
  review: 'in_review',
};

/**
 * Last name → why the pictures of the ID are refused, and how many tries are. A blurred picture can be taken
 * again, and the second one is good. The others are refused until no try is left. Everybody else is verified.
 */
export const refusedIdentities: Readonly<
  Record<string, { readonly reason: RejectionReason; readonly side?: ImageSide; readonly tries: number }>
> = {
  blurry: { reason: 'blurred', side: 'front', tries: 1 },
  expired: { reason: 'expired', tries: Infinity },
  mismatch: { reason: 'face-mismatch', tries: Infinity },
};

/** Last names whose pictures a person has to look at. Then they are verified. */
export const reviewedIdentities: readonly string[] = ['review'];

/** How long the machine takes to judge, and how long a person takes after it. */
export const identityCheckMs = 1_000;
export const identityReviewMs = 10_000;

/** The test bank and its bad accounts. `000123456789` is good, like every other number. */
export const testBank = { routingNumber: '110000000', name: 'Test Bank' } as const;
export const badAccounts: Readonly<Record<string, FieldCode>> = {
  '000111111116': 'account-closed',
  '000222222227': 'account-unverifiable',
};

/** How long a payout takes to arrive. */
export const payoutMs = 3_000;

/** How long a payout takes to fail. Then the money returns to the wallet. */
export const payoutFailsMs = 2_000;

/** What a rail says, and the reason of ours that it stands for or its own code. */
export interface PayoutRefusal {
  readonly reason: string;
  readonly code: string;
}

/** How a payout's amount in cents ends → the payout fails, and why. */
export const failingAmounts: Readonly<Record<string, PayoutRefusal>> = {
  '13': { reason: 'The receiving account cannot take this payment.', code: 'account-type-refused' },
};

/**
 * How an account on a rail starts → every payout to it fails, and why. Null: the rail has no such account.
 */
export const failingAccounts: Readonly<
  Record<PayoutRail, (PayoutRefusal & { readonly field: string; readonly start: string }) | null>
> = {
  ach: {
    field: 'account_number',
    start: '000333333338',
    reason: 'The bank has no account with this number (R03).',
    code: 'R03',
  },
  intl_bank: null,
  paypal: {
    field: 'email',
    start: 'fail@',
    reason: 'PayPal has no account with this address.',
    code: 'account-not-found',
  },
  venmo: null,
  cash_app: null,
  airtm: null,
  payoneer: null,
};

/** How a payout's amount in cents ends → the payout arrives, and the bank sends it back a while later. */
export const returnedAmounts: Readonly<Record<string, PayoutRefusal>> = {
  '14': { reason: 'The bank returned the payment: account closed (R02).', code: 'R02' },
};
export const payoutReturnsMs = 6_000;

/** What a sandbox app's own wallet has at first: USD 1,000,000.00. */
export const openingCents = 100_000_000;
/** How an SSN ends → the result of a background check. Every other number passes at once. */
export const backgroundCheckEndings: Readonly<
  Record<string, 'information_mismatch' | 'consider' | 'failed' | 'canceled' | 'expired' | 'pending'>
> = {
  '0011': 'information_mismatch',
  '0012': 'consider',
  '0013': 'failed',
  '0014': 'canceled',
  '0015': 'expired',
  '0016': 'pending',
};

/** A pending report passes when it is read again after this long. */
export const backgroundCheckPendingMs = 5_000;
/** The two small deposits to a bank account, in cents. */
export const depositAmounts = [32, 45] as const;

/**
 * Accounts that take the deposits and send them back. Only then does the bank find out that they are closed.
 */
export const returnedDeposits: Readonly<Record<string, 'account-closed'>> = {
  '000333333338': 'account-closed',
};

/** Banks that can be connected by signing in. None of them exists. */
export const sandboxBanks = [
  { id: 'sandbox-lantern', name: 'Lantern National Bank', signIn: 'accounts' },
  { id: 'sandbox-juniper', name: 'Juniper Credit Union', signIn: 'question' },
  { id: 'sandbox-meadow', name: 'Meadow & Vale Bank', signIn: 'elsewhere' },
  { id: 'sandbox-pebble', name: 'Pebble Creek Savings', signIn: 'institution-down' },
  { id: 'sandbox-harrow', name: 'Harrow Street Bank', signIn: 'declined' },
  { id: 'sandbox-thimble', name: 'Thimble Trust', signIn: 'no-accounts' },
  { id: 'sandbox-quarry', name: 'Quarry Lane Bank', signIn: 'accounts', owner: 'Somebody Else' },
] as const satisfies readonly SandboxBank[];

export interface SandboxBank {
  readonly id: string;
  readonly name: string;
  /**
   * The result of signing in there. `question`: a second factor is asked for first, and `123456` is right.
   */
  readonly signIn: 'accounts' | 'question' | 'elsewhere' | LinkFailure;
  /** Whose the accounts are; the payee’s when absent. */
  readonly owner?: string;
}

/** The payee's accounts at each of these banks. The last one is closed, and refused when it is chosen. */
export const sandboxBankAccounts = [
  { id: 'checking', name: 'Everyday Checking', account_type: 'checking', account_number: '000444444442' },
  { id: 'savings', name: 'Rainy Day Savings', account_type: 'savings', account_number: '000555555559' },
  { id: 'old', name: 'Old Checking', account_type: 'checking', account_number: '000111111116' },
] as const;

/**
 * How the amount of a debit in cents ends → the code with which it comes back, and whether it had been paid
 * before. Every other one arrives.
 */
export const returnedDebits: Readonly<Record<string, { readonly code: string; readonly late: boolean }>> = {
  '13': { code: 'R01', late: false },
  '14': { code: 'R02', late: true },
  '15': { code: 'R10', late: true },
  '16': { code: 'R29', late: true },
  '17': { code: 'R03', late: false },
};
