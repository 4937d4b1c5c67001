/** The forms by which a payout method is added, one schema for each rail. */
import * as z from '../z.ts';
import { codeText, digits, email } from '../forms/fields.ts';
import { isRoutingNumber } from '../forms/numbers.ts';
import type { IntlBankInput } from './intl-bank.ts';
import type { PayoutRail } from './rails.ts';

export const accountTypes = ['checking', 'savings'] as const;
export type AccountType = (typeof accountTypes)[number];
const routingNumber = digits('invalid-routing-number').check(
  z.refine(isRoutingNumber, 'invalid-routing-number'),
);
const accountNumber = digits('invalid-account-number').check(
  z.minLength(4, 'invalid-account-number'),
  z.maxLength(17, 'invalid-account-number'),
);

export const achMethod = z.object({
  platform: z.literal('ach'),
  routing_number: routingNumber,
  account_number: accountNumber,
  account_type: z.enum(accountTypes, 'required'),
});
const paypalMethod = z.object({ platform: z.literal('paypal'), email });
/** Venmo finds a person by handle or by US phone number. */
const venmoMethod = z.object({
  platform: z.literal('venmo'),
  handle: codeText(31).check(z.regex(/^@?[A-Za-z0-9_-]{5,30}$/, 'invalid-handle')),
});
/** The partner API takes either. The payee's form asks for the handle. */
export const venmoByPhone = z.object({
  platform: z.literal('venmo'),
  /** Ten digits of a US number, with or without the 1 in front. */
  phone_number: digits('invalid-phone-number').check(
    z.regex(/^1?[2-9]\d{9}$/, 'invalid-phone-number'),
    z.overwrite((number: string) => number.slice(-10)),
  ),
});
const cashAppMethod = z.object({
  platform: z.literal('cash_app'),
  /** `$`, then up to 20 letters or digits with at least one letter (cash.app help, "$Cashtag"). */
  cash_tag: codeText(21).check(z.regex(/^\$?(?=.*[A-Za-z])[A-Za-z0-9_]{1,20}$/, 'invalid-cash-tag')),
  routing_number: routingNumber,
  account_number: accountNumber,
});
/** Airtm and Payoneer find an account by its email address, as PayPal does. */
const airtmMethod = z.object({ platform: z.literal('airtm'), email });
const payoneerMethod = z.object({ platform: z.literal('payoneer'), email });

/**
 * Rails whose fields are the same in every country. A bank account abroad has one schema per country
 * (`intl-bank.ts`).
 */
export type PlainRail = Exclude<PayoutRail, 'intl_bank'>;

export const methodInputs = {
  ach: achMethod,
  paypal: paypalMethod,
  venmo: venmoMethod,
  cash_app: cashAppMethod,
  airtm: airtmMethod,
  payoneer: payoneerMethod,
} as const satisfies Record<PlainRail, z.ZodMiniType>;
export type PayoutMethodInput =
  z.infer<(typeof methodInputs)[PlainRail]> | z.infer<typeof venmoByPhone> | IntlBankInput;
