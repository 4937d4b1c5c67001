/**
 * What the payee API returns: one snapshot, which says everything that the element may show, and nothing
 * more.
 */
import * as z from '../z.ts';
import { backgroundCheckRequirement } from './background-check.ts';
import { browserSecret } from './browser.ts';
import { pdfFormFillRequirement } from './pdf-form-fill.ts';
import { flowStatuses, planEntry, timestamp, uuid } from '../flow.ts';
import { idVerificationRequirement } from './id-verification.ts';
import { managePaymentsRequirement } from './manage-payments.ts';
import { payoutRequirement } from './payout.ts';
import { stepNames, stepReasons, type StepName } from '../steps.ts';
import { authenticationRequirement } from './authentication.ts';
import { complianceRequirement } from './compliance.ts';
import { managePayoutsRequirement } from './manage-payouts.ts';
import { onboardingRequirement } from './onboarding.ts';
import { redirectRequirement } from './redirect.ts';
import { flowSummary } from './summary.ts';

/**
 * What ended a step.
 *
 * - `saved`: data was taken.
 * - `unchanged`: the payee went on without changing anything (the vendor's `completed-saved`).
 * - `verified`: the payee proved who they are.
 * - `pending`: data was taken, but the verdict is still to come.
 * - `reported`: a background check has ended. What it says is on the user alone.
 * - `unavailable`: a background check cannot be made for this payee.
 * - `redirected`: the browser leaves.
 * - `connected`: the partner may debit an account of the payee's.
 * - `none`: the payee went on without such an account.
 * - `paid`: money left the wallet for the payee. The `transfer.*` webhooks tell whether it arrives.
 */
export const stepOutcomes = [
  'saved',
  'unchanged',
  'verified',
  'pending',
  'reported',
  'unavailable',
  'redirected',
  'connected',
  'none',
  'paid',
] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

/**
 * One completed step. The same facts go into the DOM event and into the webhook; `event_id` is the
 * `webhook-id`.
 */
export const completion = z.object({
  event_id: z.string(),
  step: z.enum(stepNames),
  reason: z.enum(stepReasons),
  outcome: z.enum(stepOutcomes),
  /** 1, 2, 3, … within the flow. */
  sequence: z.int(),
  completed_steps: z.array(z.enum(stepNames)),
  /** Steps of the plan still to come, in order. */
  remaining_steps: z.array(z.enum(stepNames)),
  user_id: z.nullable(uuid),
});
export type Completion = z.infer<typeof completion>;

/** What each step shows and asks for. Whoever adds a name to `stepNames` adds a requirement here. */
const requirements = {
  authentication: authenticationRequirement,
  onboarding: onboardingRequirement,
  compliance: complianceRequirement,
  'id-verification': idVerificationRequirement,
  'background-check': backgroundCheckRequirement,
  'manage-payments': managePaymentsRequirement,
  'manage-payouts': managePayoutsRequirement,
  payout: payoutRequirement,
  'pdf-form-fill': pdfFormFillRequirement,
  redirect: redirectRequirement,
} as const satisfies { readonly [N in StepName]: z.ZodMiniObject<{ step: z.ZodMiniLiteral<N> }> };

/** What the step `N` shows and asks for. */
export type RequirementOf<N extends StepName> = z.infer<(typeof requirements)[N]>;
export type Requirement = { [N in StepName]: RequirementOf<N> }[StepName];

type AnyRequirement = (typeof requirements)[StepName];
const requirement = z.discriminatedUnion(
  'step',
  Object.values(requirements) as [AnyRequirement, ...AnyRequirement[]],
);

/** Everything that the element may show of a flow. */
export const snapshot = z.object({
  flow: z.object({
    id: uuid,
    status: z.enum(flowStatuses),
    user_id: z.nullable(uuid),
    link: z.string(),
    expires_at: z.nullable(timestamp),
  }),
  /** The partner's name, as the payee knows it. */
  app_name: z.string(),
  /** Whom the payee may ask, and what they may read. Null where the partner gives none. */
  help: z.optional(
    z.object({
      support_email: z.nullable(z.string()),
      support_url: z.nullable(z.string()),
      privacy_url: z.nullable(z.string()),
      terms_url: z.nullable(z.string()),
    }),
  ),
  /** The server's time, by which ages and days to come are judged. The clock of a device may be wrong. */
  now: timestamp,
  /** Whether codes, banks and tax checks are simulated. */
  sandbox: z.boolean(),
  /** Whether this session may see and change the payee's data. */
  authenticated: z.boolean(),
  plan: z.array(planEntry),
  /**
   * What the payee has to do now, or null when nothing is left. It may be another step than the plan's next
   * one: the code may have to be asked for again.
   */
  current: z.nullable(requirement),
  /**
   * Whether the outcome of something outside the page is awaited. Then the event stream should be kept open.
   */
  waiting: z.boolean(),
  completions: z.array(completion),
  /** Id of the `flow.completed` message, once the flow is completed. */
  completed_event_id: z.nullable(z.string()),
  /**
   * What was done and what is still open, once the flow is completed. Absent in a session that may not see
   * the payee's data.
   */
  summary: z.optional(flowSummary),
  /**
   * When this session ends, however often its token is refreshed. Then the payee has to prove again who they
   * are. `POST /session/extend` puts it off. Absent from servers that cannot do that.
   */
  session_ends_at: z.optional(timestamp),
  /** The payee came back to `current`, which they completed before. It is not completed a second time. */
  revisit: z.optional(z.boolean()),
  /** The earlier step to which the payee may go back from here (`POST /session/visit`). */
  back_to: z.optional(z.nullable(z.enum(stepNames))),
  /**
   * Only in the answer to a right code, or to the answer beside it: the session's token from now on. The one
   * before is good for 30 seconds, and `expires_in` is seconds.
   */
  renewed: z.optional(z.object({ token: z.string(), expires_in: z.number() })),
});
export type Snapshot = z.infer<typeof snapshot>;

/** One browser's right to work on one flow. */
export const session = z.object({
  /** Bearer token. It is bound to this flow and origin, and kept in memory only. */
  token: z.string(),
  expires_at: timestamp,
  /** Seconds until `expires_at`, so that a wrong clock on the phone does not matter. */
  expires_in: z.number(),
  snapshot,
});
export type Session = z.infer<typeof session>;

const browser = z.optional(browserSecret);

/**
 * Body of `POST /flows/{id}/sessions`. It is sent as text/plain without custom headers, so that no preflight
 * costs a round trip. `browser` is random, kept by the browser, and the same at every opening: whoever comes
 * back with it may go on without another code.
 */
export const openSessionInput = z.object({ browser });

/** Body of `POST /session/visit`: an earlier step, or the one that is due. */
export const visitInput = z.object({ step: z.enum(stepNames, 'invalid-choice') });

/**
 * Body of `POST /sessions`, for pages without a back end. It is taken only from an allowed origin and without
 * `user_id`, and is rate limited.
 */
export const openClientSessionInput = z.object({
  client_id: z.string('required').check(z.minLength(1, 'required'), z.maxLength(200, 'too-long')),
  steps: z.array(z.unknown(), 'required').check(z.minLength(1, 'required')),
  user_id: z.optional(z.unknown()),
  metadata: z.optional(z.unknown()),
  browser,
});
