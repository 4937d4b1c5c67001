/** Payloads of the webhooks about tax forms. Each is sent once of a form. No number is in them. */
import { metadata, timestamp, uuid } from '../flow.ts';
import { taxFormNames } from '../forms/tax.ts';
import * as z from '../z.ts';

const common = {
  /** The version of the API in whose words the payload is: `2`. */
  api_version: z.optional(z.string()),
  user_id: uuid,
  /** The id of the form, as in `GET /users/{id}/tax-forms`. */
  tax_form_id: uuid,
  form: z.enum(taxFormNames),
  /** What the tax authority said of the number by then. */
  tax_id_verification: z.enum(['unsubmitted', 'pending', 'matched', 'mismatched']),
  /** First moment at which the form no longer holds. Null: until something changes. */
  holds_until: z.nullable(timestamp),
  metadata: z.optional(z.nullable(metadata)),
};

/**
 * `tax_form.filed`: by the payee or by you. `tax_form.matched` and `tax_form.mismatched`: what the tax
 * authority said of the number. `tax_form.expired`: its three years are over.
 */
const taxFormChanged = z.object({
  ...common,
  event: z.enum(['tax_form.filed', 'tax_form.matched', 'tax_form.mismatched', 'tax_form.expired']),
});

/** Sent 60, 30 and 7 days before a form no longer holds. */
const taxFormExpiring = z.object({
  ...common,
  event: z.literal('tax_form.expiring'),
  /** Whole days that are left, the one that has begun included. */
  days_left: z.int(),
});

/** Sent when the form on file counts no longer, so that another one is wanted. */
const taxFormDue = z.object({
  ...common,
  event: z.literal('tax_form.due'),
  /**
   * Why it counts no longer. `changed`: something of the payee has, as `tax_form_change` of the user says.
   * `b-notice`: you recorded one.
   */
  reason: z.enum(['mismatched', 'expired', 'changed', 'b-notice']),
  /** Whether the law wants the form before the next payout, which is refused until then. */
  must: z.boolean(),
});

export const taxFormEvents = [taxFormChanged, taxFormExpiring, taxFormDue] as const;
type TaxFormEvent = z.infer<(typeof taxFormEvents)[number]>;
export type TaxFormPayload<E extends TaxFormEvent['event'] = TaxFormEvent['event']> = Extract<
  TaxFormEvent,
  { event: E }
>;
