/** What the payee side answers: one snapshot that says everything the element may show, and nothing more. */
import { z } from '../z.ts';
import { backgroundCheckRequirement } from './background-check.ts';
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

/**
 * What ended a step. `saved`: data was taken; `unchanged`: the payee went on without changing anything (the vendor's
 * `completed-saved`); `pending`: taken, but the verdict is still to come; `reported`: a background check has ended, what it says is on the user
 * alone; `unavailable`: it cannot be made for this payee; `verified`, `redirected` speak for themselves.
 * `connected`: the partner may debit an account of the payee's; `none`: the payee went on without one.
 * `paid`: money left the wallet for the payee; whether it arrives, the `transfer.*` webhooks tell.
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

/** One completed step. The same facts go into the DOM event and into the webhook; `event_id` is the `webhook-id`. */
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

export type RequirementOf<N extends StepName> = z.infer<(typeof requirements)[N]>;
export type Requirement = { [N in StepName]: RequirementOf<N> }[StepName];

type AnyRequirement = (typeof requirements)[StepName];
export const requirement = z.discriminatedUnion(
  'step',
  Object.values(requirements) as [AnyRequirement, ...AnyRequirement[]],
);

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
  /** Codes, banks and tax checks are simulated. */
  sandbox: z.boolean(),
  /** This session may see and change the payee's data. */
  authenticated: z.boolean(),
  plan: z.array(planEntry),
  /** What the payee has to do now; null when nothing is left. May name a step outside the plan's next one: a code asked again. */
  current: z.nullable(requirement),
  /** The outcome of something outside the page is awaited: keep the event stream open. */
  waiting: z.boolean(),
  completions: z.array(completion),
  /** Id of the `flow.completed` message, once the flow is completed. */
  completed_event_id: z.nullable(z.string()),
});
export type Snapshot = z.infer<typeof snapshot>;

export const session = z.object({
  /** Bearer token; bound to this flow and origin; kept in memory only. */
  token: z.string(),
  expires_at: timestamp,
  /** Seconds until `expires_at`, so that a wrong clock on the phone does not matter. */
  expires_in: z.number(),
  snapshot,
});
export type Session = z.infer<typeof session>;

/** Body of `POST /flows/{id}/sessions`. Sent as text/plain without custom headers, so that no preflight costs a round trip. */
export const openSessionInput = z.object({});

/** Body of `POST /sessions`: no back end at all. Only from an allowed origin, without `user_id`, rate limited. */
export const openClientSessionInput = z.object({
  client_id: z.string('required').check(z.minLength(1, 'required'), z.maxLength(200, 'too-long')),
  steps: z.array(z.unknown(), 'required').check(z.minLength(1, 'required')),
  user_id: z.optional(z.unknown()),
  metadata: z.optional(z.unknown()),
});
