/** Payloads of webhooks, in the API's spelling. */
import * as z from '../z.ts';
import { flowOrigin, metadata, timestamp, uuid } from '../flow.ts';
import { completion } from '../steps/session.ts';
import { stepNames } from '../steps.ts';
import { payoutRails } from '../bank/rails.ts';
import { payoutLink } from '../money/payout-links.ts';
import { transfer } from '../money/transfers.ts';
import { taxFormEvents } from './tax-form-events.ts';
import { screeningMatch } from './screening.ts';
import { taxUploadChanged } from './tax-uploads.ts';

const optionalMetadata = z.optional(z.nullable(metadata));

/** The version of the API whose words the payloads of this server are in. */
export const apiVersion = '2';

const common = {
  /** The version of the API in whose words the payload is: `2`. */
  api_version: z.optional(z.string()),
};

/** Sent once for each completed step of the plan. Its `webhook-id` is the `eventId` of the DOM event. */
const flowUpdated = z.object({
  ...common,
  event: z.literal('flow.updated'),
  flow_id: uuid,
  step: completion.shape.step,
  reason: completion.shape.reason,
  outcome: completion.shape.outcome,
  /** 1 for the first completed step of the flow, then 2 and so on, without gaps. */
  sequence: z.int(),
  completed_steps: z.array(z.enum(stepNames)),
  user_id: z.nullable(uuid),
  /** `client`: `metadata` was written by whoever opened the page. */
  origin: z.optional(flowOrigin),
  metadata: optionalMetadata,
});

/** Sent after the last step. */
const flowCompleted = z.object({
  ...common,
  event: z.literal('flow.completed'),
  flow_id: uuid,
  /** One more than that of the last `flow.updated`. */
  sequence: z.optional(z.int()),
  completed_steps: z.array(z.enum(stepNames)),
  user_id: z.nullable(uuid),
  /** As in `flow.updated`. */
  origin: z.optional(flowOrigin),
  metadata: optionalMetadata,
});

/** Sent when something about a user changed that the event names. */
const userUpdated = z.object({
  ...common,
  event: z.enum([
    'user.updated',
    'user.updated.id_verified',
    'user.updated.payout_method',
    'user.updated.default_payout_method_changed',
    'user.updated.background_check',
  ]),
  user_id: uuid,
  metadata: optionalMetadata,
});

/**
 * `transfer.updated` is sent on every change of status after `created`. The other events come beside it when
 * that status is reached.
 */
const transferUpdated = z.object({
  ...common,
  event: z.enum(['transfer.updated', 'transfer.completed', 'transfer.failed', 'transfer.flagged']),
  transfer_id: uuid,
  /** The transfer as it stood then. */
  transfer,
  metadata: optionalMetadata,
});

/**
 * Sent when a bank account that the app may debit was added, verified, refused, made the default or removed.
 */
const paymentMethodUpdated = z.object({
  ...common,
  event: z.literal('payment_method.updated'),
  payment_method_id: uuid,
});

/** Sent to the app's other endpoints when one has failed for three days. */
const endpointFailing = z.object({
  ...common,
  event: z.literal('webhook_endpoint.failing'),
  /** The id of the endpoint that fails. */
  webhook_endpoint_id: uuid,
  /** Since when every attempt has failed. */
  failing_since: timestamp,
  /** The first attempt that fails from then on disables the endpoint. */
  disables_at: timestamp,
});

/** Sent to the app's other endpoints when one was disabled that failed for five days, or answered 410. */
const endpointDisabled = z.object({
  ...common,
  event: z.literal('webhook_endpoint.disabled'),
  /** The id of the endpoint that was disabled. */
  webhook_endpoint_id: uuid,
  /** `gone`: it answered 410. `failing`: nothing arrived for five days. */
  reason: z.enum(['gone', 'failing']),
  /** Since when every attempt has failed. */
  failing_since: timestamp,
});

/** Sent when the partner asks for it. */
const endpointTest = z.object({
  ...common,
  event: z.literal('webhook_endpoint.test'),
  /** The id of the endpoint that is tested. */
  webhook_endpoint_id: uuid,
});

/**
 * Sent when the app's wallet falls below the `refill_threshold` of the app. It is sent once, and again only
 * after the wallet has been above it. Amounts are cents.
 */
const appLowBalance = z.object({
  ...common,
  event: z.literal('app.low_balance'),
  /** The id of the app. */
  app_id: uuid,
  /** What the wallet held then. Integer cents of US dollars. */
  wallet_balance: z.int(),
  /** The threshold of the app. Integer cents of US dollars. */
  refill_threshold: z.int(),
});

/** `payout_link.updated`: every change of the status. The others come beside it when they are reached. */
const payoutLinkUpdated = z.object({
  ...common,
  event: z.enum(['payout_link.updated', 'payout_link.claimed', 'payout_link.sent']),
  /** Ours, as in the vendor’s older payloads: the same as `id`. */
  payout_link_id: uuid,
  ...payoutLink.shape,
});

/** A payout that the payee made in the flow of the link has arrived. It may be a part of the amount. */
const payoutLinkPaidOut = z.object({
  ...payoutLinkUpdated.shape,
  event: z.literal('payout_link.paid_out'),
  /** The rail on which it went. */
  method: z.enum(payoutRails),
  /** What has left the payee’s wallet. Integer cents of US dollars. */
  withdrew_amount: z.int(),
});

/** The app’s wallet did not hold the amount before the link expired. */
const payoutLinkFailed = z.object({
  ...common,
  event: z.literal('payout_link.failed'),
  /** Ours: the id of `payout_link`. */
  payout_link_id: uuid,
  /** The link as it stands now. */
  payout_link: payoutLink,
  /** The transfer that should have brought the money. */
  funding_transfer_id: uuid,
  /** Integer cents of US dollars. */
  amount: z.int(),
  status: z.literal('failed'),
  /** As in the link. */
  memo: z.nullable(z.string()),
  /** Why, in a sentence for developers. */
  reason: z.nullable(z.string()),
});

/** A name of a user was found on a sanctions list, or somebody has decided about that. */
const screeningMatchChanged = z.object({
  ...common,
  event: z.enum(['screening_match.held', 'screening_match.released', 'screening_match.confirmed']),
  /** The id of the match. The name is in `GET /screening-matches`, and not here. */
  screening_match_id: uuid,
  user_id: uuid,
  /** Whose name it is, or `place`. */
  role: screeningMatch.shape.role,
  /** The list, as the provider of screening calls it. */
  list: screeningMatch.shape.list,
  /** The entry of that list. */
  entry: screeningMatch.shape.entry,
  /** How sure the list is. */
  verdict: screeningMatch.shape.verdict,
  state: screeningMatch.shape.state,
});

export const webhookPayload = z.discriminatedUnion('event', [
  flowUpdated,
  flowCompleted,
  userUpdated,
  transferUpdated,
  paymentMethodUpdated,
  endpointFailing,
  endpointDisabled,
  endpointTest,
  appLowBalance,
  payoutLinkUpdated,
  payoutLinkPaidOut,
  payoutLinkFailed,
  ...taxFormEvents,
  screeningMatchChanged,
  taxUploadChanged,
]);
export type WebhookPayload = z.infer<typeof webhookPayload>;
export type WebhookEventName = WebhookPayload['event'];

/** Every event that an endpoint can ask for. Whoever adds an event to a payload above adds it here. */
const webhookEvents = {
  'flow.updated': true,
  'flow.completed': true,
  'user.updated': true,
  'user.updated.id_verified': true,
  'user.updated.payout_method': true,
  'user.updated.default_payout_method_changed': true,
  'transfer.updated': true,
  'transfer.completed': true,
  'transfer.failed': true,
  'transfer.flagged': true,
  'user.updated.background_check': true,
  'payment_method.updated': true,
  'webhook_endpoint.failing': true,
  'webhook_endpoint.disabled': true,
  'webhook_endpoint.test': true,
  'app.low_balance': true,
  'payout_link.updated': true,
  'payout_link.claimed': true,
  'payout_link.sent': true,
  'payout_link.paid_out': true,
  'payout_link.failed': true,
  'tax_form.filed': true,
  'tax_form.matched': true,
  'tax_form.mismatched': true,
  'tax_form.expiring': true,
  'tax_form.expired': true,
  'tax_form.due': true,
  'screening_match.held': true,
  'screening_match.released': true,
  'screening_match.confirmed': true,
  'tax_upload.submitted': true,
  'tax_upload.approved': true,
  'tax_upload.refused': true,
} as const satisfies Record<WebhookEventName, true>;
export const webhookEventNames = Object.keys(webhookEvents) as [WebhookEventName, ...WebhookEventName[]];
