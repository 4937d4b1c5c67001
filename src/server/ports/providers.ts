/** What the server needs from the world outside. The sandbox's providers are in `providers/sandbox.ts`. */
import type { IntlBankInput } from '../../contract/bank/intl-bank.ts';
import type { TinType } from '../../contract/forms/w9.ts';
import type { FieldCode } from '../../contract/problems.ts';
import type { BackgroundCheckProvider } from './background-check.ts';
import type { BankLinkProvider } from './bank-link.ts';
import type { FundingProvider } from './funding.ts';
import type { VerificationProvider } from './id-verification.ts';
import type { MicroDepositSender } from './micro-deposits.ts';
import type { NotificationSender } from './notifications.ts';
import type { PayoutLinkSender } from './payout-links.ts';
import type { PayoutProvider } from './payouts.ts';
import type { Screening } from './screening.ts';

/** Sends one-time codes. */
export interface CodeSender {
  /** Resolves to a field code when the number cannot receive a code, and to null otherwise. */
  check(phone: string, channel: 'sms' | 'voice'): Promise<FieldCode | 'too-many-requests' | null>;
  /** Returns a fresh six-digit code. The sandbox always returns the same one. */
  newCode(): string;
  send(message: {
    readonly to: string;
    readonly channel: 'sms' | 'voice';
    readonly code: string;
    readonly appName: string;
    /** BCP 47: what the payee reads; for a call the language of the voice. */
    readonly language: string;
    /** What is sent or spoken, in that language. */
    readonly text: string;
  }): Promise<void>;
}

/** Matches name and tax number with the tax authority. */
export interface TinMatcher {
  /** `pending`: call again after `retryInMs`. */
  match(subject: {
    readonly tin: string;
    /** The IRS asks for it: the same nine digits may be an SSN and an EIN. */
    readonly tinType: TinType;
    readonly name: string;
    readonly attempt: number;
  }): Promise<
    { readonly status: 'matched' | 'mismatched' } | { readonly status: 'pending'; readonly retryInMs: number }
  >;
}

/** Names banks and checks accounts. */
export interface BankDirectory {
  /** Returns the name of the bank that uses this routing number, when it is known. */
  nameOf(routingNumber: string): string | null;
  /** Returns the name of the bank of an account outside the US, when it is known. */
  nameAbroad(account: IntlBankInput): string | null;
  /** Resolves to a field code for `account_number` when the account cannot be used, and to null otherwise. */
  check(routingNumber: string, accountNumber: string): Promise<FieldCode | null>;
}

export interface Providers {
  readonly codes: CodeSender;
  readonly tins: TinMatcher;
  readonly banks: BankDirectory;
  readonly screening: Screening;
  readonly payouts: PayoutProvider;
  /** Absent or null: the operator books by `dots-flow refill` what comes in and what is taken out. */
  readonly funding?: FundingProvider | null;
  readonly backgroundChecks: BackgroundCheckProvider;
  /** Null: payees can only type the numbers of their account. */
  readonly bankLinks: BankLinkProvider | null;
  readonly microDeposits: MicroDepositSender;
  readonly identity: VerificationProvider;
  /** Null: payees who have left are not written to, and no step promises it. */
  readonly notifications: NotificationSender | null;
  /** Absent or null: nobody is sent a payout link, and partners hand theirs on themselves. */
  readonly payoutLinks?: PayoutLinkSender | null;
}

const each = {
  codes: true,
  tins: true,
  banks: true,
  screening: true,
  payouts: true,
  funding: true,
  backgroundChecks: true,
  bankLinks: true,
  microDeposits: true,
  identity: true,
  notifications: true,
  payoutLinks: true,
} as const satisfies Readonly<Record<keyof Providers, true>>;
export type ProviderName = keyof Providers;
export const providerNames = Object.keys(each) as ProviderName[];
