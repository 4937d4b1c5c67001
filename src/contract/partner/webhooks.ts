/** Payloads of webhooks, in the API's spelling. */
import * as z from '../z.ts';
import { flowOrigin, metadata, uuid } from '../flow.ts';
import { completion } from '../steps/session.ts';
import { stepNames } from '../steps.ts';
import { transfer } from '../money/transfers.ts';

const optionalMetadata = z.optional(z.nullable(metadata));

/** Sent once for each completed step of the plan. Its `webhook-id` is the `eventId` of the DOM event. */
const flowUpdated = z.object({
  event: z.literal('flow.updated'),
  flow_id: uuid,
  step: completion.shape.step,
  reason: completion.shape.reason,
  outcome: completion.shape.outcome,
  sequence: z.int(),
  completed_steps: z.array(z.enum(stepNames)),
  user_id: z.nullable(uuid),
  /** `client`: `metadata` was written by whoever opened the page. */
  origin: z.optional(flowOrigin),
  metadata: optionalMetadata,
});

/** Sent after the last step. */
const flowCompleted = z.object({
  event: z.literal('flow.completed'),
  flow_id: uuid,
  completed_steps: z.array(z.enum(stepNames)),
  user_id: z.nullable(uuid),
  /** As in `flow.updated`. */
  origin: z.optional(flowOrigin),
  metadata: optionalMetadata,
});

/** Sent when something about a user changed that the event names. */
const userUpdated = z.object({
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
  event: z.enum(['transfer.updated', 'transfer.completed', 'transfer.failed', 'transfer.flagged']),
  transfer_id: uuid,
  /**
   * The transfer as it stood then. The vendor's `transfer.updated` lacks it, so that receivers have to ask.
   */
  transfer,
  metadata: optionalMetadata,
});

/**
 * Sent when a bank account that the app may debit was added, verified, refused, made the default or removed.
 */
const paymentMethodUpdated = z.object({
  event: z.literal('payment_method.updated'),
  payment_method_id: uuid,
});

/**
 * Sent when the app's wallet falls below the `refill_threshold` of the app. It is sent once, and again only
 * after the wallet has been above it. Amounts are cents.
 */
const appLowBalance = z.object({
  event: z.literal('app.low_balance'),
  app_id: uuid,
  /** What the wallet held then. */
  wallet_balance: z.int(),
  refill_threshold: z.int(),
});

export const webhookPayload = z.discriminatedUnion('event', [
  flowUpdated,
  flowCompleted,
  userUpdated,
  transferUpdated,
  paymentMethodUpdated,
  appLowBalance,
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
  'app.low_balance': true,
} as const satisfies Record<WebhookEventName, true>;
export const webhookEventNames = Object.keys(webhookEvents) as [WebhookEventName, ...WebhookEventName[]];
