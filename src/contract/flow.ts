/**
 * The flow object and the request that creates one. Field order and spelling are the API's; our additions
 * come last.
 */
import type { FieldCode } from './problems.ts';
import * as z from './z.ts';
import { stepInput } from './step-input.ts';
import { stepNames, stepReasons, stepStates } from './steps.ts';

export const flowStatuses = ['created', 'in_progress', 'completed', 'expired', 'canceled'] as const;
/** Where a flow stands. `created`: no step is completed yet. `expired` and `canceled` flows cannot be run. */
export type FlowStatus = (typeof flowStatuses)[number];

// RFC 3339 in UTC, e.g. `2026-11-22T19:40:51.107Z`. What it is the time of, each field says.
export const timestamp = z.iso.datetime();
export const uuid = z.uuid('invalid-uuid');

/**
 * A partner's own note on an object: text, or an object of anything. At most 16 kB as JSON. Never for
 * sensitive data.
 */
export const metadata = z.union([z.string(), z.record(z.string(), z.unknown())], 'invalid-metadata');

/** One step that the payee goes through, and why. */
export const planEntry = z.object({
  name: z.enum(stepNames),
  state: z.enum(stepStates),
  reason: z.enum(stepReasons),
});
export type PlanEntry = z.infer<typeof planEntry>;

/** The flow object of `GET /flows/{id}`. */
/**
 * Who made a flow. `api`: the partner's server, with its key. `client`: a browser, with the public client id
 * alone; then everything that it says of itself, `metadata` too, is a stranger's word.
 */
export const flowOrigins = ['api', 'client'] as const;
export const flowOrigin = z.enum(flowOrigins);
export type FlowOrigin = (typeof flowOrigins)[number];

export const flow = z.object({
  id: uuid,
  created: timestamp,
  updated: timestamp,
  user_id: z.nullable(uuid),
  /** What was requested, as bare names in the requested order. */
  steps: z.array(z.enum(stepNames)),
  /** Which of `steps` are done. */
  completed_steps: z.array(z.enum(stepNames)),
  payout_link_id: z.nullable(uuid),
  /** The hosted page on which the flow can be finished. */
  link: z.url(),
  metadata: z.nullable(metadata),
  /** Who made the flow: your server with its key (`api`), or a page with the client id alone (`client`). */
  origin: z.optional(flowOrigin),
  status: z.enum(flowStatuses),
  expires_at: z.nullable(timestamp),
  /** What the payee really goes through: `steps` and what the server added. */
  plan: z.array(planEntry),
});
export type Flow = z.infer<typeof flow>;

/** Body of `POST /flows`. */
export const createFlowInput = z.object({
  steps: z.array(stepInput, 'required').check(z.minLength(1, 'required'), z.maxLength(10, 'too-long')),
  user_id: z.optional(z.nullable(uuid)),
  /**
   * `true`: the link asks for a code even within the 15 minutes during which a flow with `user_id` is open
   * without one. Default `false`.
   */
  require_auth: z.optional(z.boolean('invalid-boolean')),
  hide_go_to_dashboard_on_complete: z.optional(z.boolean('invalid-boolean')),
  metadata: z.optional(z.nullable(metadata)),
  /** Seconds until the flow expires, 1 to 31,536,000 (one year). Without it the flow never expires. */
  expires_in: z.optional(
    z.int('invalid-number').check(z.minimum(1, 'invalid-number'), z.maximum(31_536_000, 'invalid-number')),
  ),
});
export type CreateFlowInput = z.infer<typeof createFlowInput>;

/** Returns the schema of a page of a list, newest first. `has_more` says whether there are further items. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ data: z.array(item), has_more: z.boolean() });

/** Filters of `GET /flows`. */
export const flowQuery = z.object({
  /** The flows of this user: those made for them, and those in which they became one. */
  user_id: z.optional(uuid),
});

/**
 * Which page of a list. `limit`: 1 to 100 items, 20 when absent. `starting_after` and `ending_before`: an id
 * from `data`.
 */
export const pageQuery = z.object({
  limit: z._default(
    z.coerce
      .number('invalid-number' satisfies FieldCode)
      .check(z.int('invalid-number'), z.minimum(1, 'invalid-number'), z.maximum(100, 'invalid-number')),
    20,
  ),
  starting_after: z.optional(uuid),
  ending_before: z.optional(uuid),
});
