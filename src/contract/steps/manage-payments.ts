/**
 * The manage-payments step: US bank accounts that the partner may debit. Its calls are below `/v2`, with the
 * session token as Bearer. Mutations carry an `Idempotency-Key` and return the new Snapshot.
 *
 * - `GET /session/institutions?q=` → the banks that can be connected by signing in there.
 * - `POST /session/bank-link` {institution_id}: begins. `requirement.link` says how it goes on.
 * - `POST /session/bank-link/answer` {answer}: in phase `question`, which only a simulation asks in our page.
 * - `POST /session/bank-link/look` {bank_code?}: in phase `elsewhere`, when the payee is back. The page to
 *   which the bank sent them has the code; it says it to the window that opened the bank's, and to the payee.
 * - `DELETE /session/bank-link`: gives up.
 * - `POST /session/payment-methods` manualPaymentMethod | linkedPaymentMethod
 * - `POST /session/payment-methods/{id}/deposits` {amount_1, amount_2}: the amounts that arrived. Wrong
 *   amounts are no error of the request: `deposits.tries_left` falls, and with the last try `status` becomes
 *   `failed`.
 * - `PUT /session/payment-methods/{id}/default`, `DELETE /session/payment-methods/{id}`
 * - `POST /session/manage-payments` {}: finishes.
 *
 * The step ends in one of three outcomes. `connected`: an account is on file that may be debited. `pending`:
 * one may be once the payee has confirmed two small deposits; the partner hears `payment_method.updated`
 * then. `none`: the payee went on without one.
 */
import * as z from '../z.ts';
import { notification } from './notifications.ts';
import { timestamp, uuid } from '../flow.ts';
import { accountTypes, achMethod } from '../bank/method-inputs.ts';
import { text } from '../forms/fields.ts';
import { codeIn, normaliseCode } from '../input/normalise.ts';

/**
 * `pending`: the deposits are being sent. `sent`: they are on their way or there, and the payee can give
 * their amounts. `verified`: the account may be debited. `failed`: it may not, and has to be added anew;
 * `failure` says why.
 */
const paymentMethodStatuses = ['pending', 'sent', 'verified', 'failed'] as const;
const paymentMethodFailures = ['wrong-deposit-amounts', 'account-closed', 'account-unverifiable'] as const;

/** The words that the payee agrees to, exactly as they are shown. */
const mandate = z.object({ version: z.string(), text: z.array(z.string()) });

/** A US bank account of the payee's, as the payee sees it. */
export const paymentMethod = z.object({
  id: uuid,
  /** `••• 6789`. */
  masked: z.string(),
  bank_name: z.nullable(z.string()),
  account_type: z.enum(accountTypes),
  status: z.enum(paymentMethodStatuses),
  failure: z.nullable(z.enum(paymentMethodFailures)),
  /** Whether the partner debits this one. Only a verified account can be the default. */
  is_default: z.boolean(),
  /** Set while two small deposits wait to be confirmed. */
  deposits: z.nullable(
    z.object({
      /** When they have arrived at the latest. */
      expected: timestamp,
      tries_left: z.int(),
    }),
  ),
  mandate: z.object({ ...mandate.shape, accepted: timestamp }),
});
export type PaymentMethod = z.infer<typeof paymentMethod>;

export const institution = z.object({ id: z.string(), name: z.string() });
export type Institution = z.infer<typeof institution>;
/** Answer of `GET /session/institutions`. */
export const institutionList = z.object({ institutions: z.array(institution) });

export const linkFailures = ['institution-down', 'declined', 'locked', 'no-accounts'] as const;
export type LinkFailure = (typeof linkFailures)[number];

/** A sign-in at a bank that was begun and has not yet ended with an account. */
export const bankLink = z.object({
  institution,
  /**
   * `elsewhere`: the payee signs in at `url`, in a window of its own. `question`, `accounts`, `failed`: the
   * page shows what comes next.
   */
  phase: z.enum(['elsewhere', 'question', 'accounts', 'failed']),
  url: z.nullable(z.string()),
  /** Origin of the page to which the bank sends the payee back. Its message has the code. */
  returns_to: z.optional(z.string()),
  question: z.nullable(z.string()),
  accounts: z.array(
    z.object({ id: z.string(), name: z.string(), masked: z.string(), account_type: z.enum(accountTypes) }),
  ),
  failure: z.nullable(z.enum(linkFailures)),
  /** Whether it is a simulation, in which no bank is asked. */
  simulated: z.boolean(),
});
export type BankLink = z.infer<typeof bankLink>;

export const managePaymentsRequirement = z.object({
  step: z.literal('manage-payments'),
  notification,
  hide_continue_button: z.boolean(),
  methods: z.array(paymentMethod),
  /**
   * Whether the payee lives in the United States. Others are told that only US accounts will do, and may go
   * on without one.
   */
  in_us: z.boolean(),
  /** Whether banks can be searched. Otherwise the numbers have to be typed. */
  linking: z.boolean(),
  link: z.nullable(bankLink),
  /**
   * What the payee agrees to when they add an account now. It is in English whatever language the page has,
   * because this text is what is stored.
   */
  mandate,
});

/* submissions */

const consent = {
  /**
   * The version that was on screen. Another one than the server's is refused, because the payee would agree
   * to what they did not read.
   */
  mandate_version: text(40),
  consent: z.literal(true, 'consent-required'),
};

/** An account whose numbers the payee typed. */
export const manualPaymentMethod = z.object({
  source: z.literal('manual'),
  routing_number: achMethod.shape.routing_number,
  account_number: achMethod.shape.account_number,
  account_type: achMethod.shape.account_type,
  ...consent,
});
export type ManualPaymentMethod = z.infer<typeof manualPaymentMethod>;

/** An account that the payee chose after signing in at a bank. */
export const linkedPaymentMethod = z.object({ source: z.literal('link'), account_id: text(200), ...consent });
export type LinkedPaymentMethod = z.infer<typeof linkedPaymentMethod>;

export const beginLinkInput = z.object({ institution_id: text(200) });
export const linkAnswerInput = z.object({ answer: text(100) });
/** `bank_code`: of the page after the bank's. Without it only a refusal of the bank is learned. */
export const lookAtLinkInput = z.object({
  bank_code: z.optional(z.string().check(z.overwrite(codeIn), z.regex(/^\d{6}$/, 'invalid-code'))),
});

/**
 * Returns the cents of a deposit as people write it: `32`, `0.32`, `.32`, `$0.32`, `0,32`, `32 cents`, `32¢`.
 * Returns null when it is no amount below a dollar, which such deposits always are (Nacha Operating Rules,
 * "Micro-Entries", effective 2022-09-16).
 */
export function depositCents(typed: string): number | null {
  const written = normaliseCode(typed).replace(/\s|USD|cents?|ct\.?$/giu, '');
  const dollars = /^\+?\$?0*[.,](\d{1,2})\$?$/u.exec(written)?.[1]?.padEnd(2, '0');
  const cents = Number(dollars ?? /^\+?0*(\d{1,2})(?:¢|c)?$/u.exec(written)?.[1] ?? 0);
  return cents >= 1 ? cents : null;
}

const depositAmount = z.string('required').check(
  z.minLength(1, 'required'),
  z.maxLength(20, 'invalid-deposit-amount'),
  z.refine((typed: string) => !typed || depositCents(typed) !== null, 'invalid-deposit-amount'),
);
/** The amounts of the two deposits, in any order. */
export const confirmDepositsInput = z.object({ amount_1: depositAmount, amount_2: depositAmount });
export type ConfirmDepositsInput = z.infer<typeof confirmDepositsInput>;
