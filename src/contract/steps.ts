/**
 * Step names and the options that a partner may give them. The names on the wire are also the names of the
 * folders in `src/steps`.
 */
import { parseUrl } from './parse-url.ts';
import * as z from './z.ts';

/** Every step that a flow can be asked for, in the API's spelling. */
export const stepNames = [
  'authentication',
  'onboarding',
  'compliance',
  'id-verification',
  'background-check',
  'manage-payments',
  'manage-payouts',
  'payout',
  'pdf-form-fill',
  'redirect',
] as const;

export type StepName = (typeof stepNames)[number];

/**
 * Why a step is in the plan. `no-user`: the flow has no user yet. `requested`: the partner asked for it.
 * `tax-law`: the tax rules demand it. `screening`: sanctions screening does.
 */
export const stepReasons = ['no-user', 'requested', 'tax-law', 'screening'] as const;
export type StepReason = (typeof stepReasons)[number];

/** Where a step of the plan stands. `skipped`: what it asks for was known already. */
export const stepStates = ['pending', 'active', 'completed', 'skipped'] as const;

/**
 * An absolute http(s) URL of at most 2,048 characters. Everything else (`javascript:`, `data:`, relative) is
 * refused with `invalid-redirect-url`.
 */
export const redirectUrl = z
  .string({ error: 'invalid-redirect-url' })
  .check(z.maxLength(2048, 'too-long'), z.refine(isHttpUrl, 'invalid-redirect-url'));

/**
 * Returns whether the text is a URL written out in full, without user information. The URL parser forgives a
 * lot (`https:evil.example`, white space around, line feeds and backslashes within), so that a reader and a
 * browser could see different hosts in one text.
 */
function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^/\\\p{Cc}][^\\\p{Cc}]*$/iu.test(text) || text !== text.trim()) return false;
  const url = parseUrl(text);
  return url?.username === '' && url.password === '';
}

const flag = () => z.optional(z.boolean('invalid-boolean'));
const common = { hide_continue_button: flag(), force: flag() };

/** What each step takes as options. Every step takes `hide_continue_button` and `force`. */
export const stepOptions = {
  authentication: z.strictObject({ name: z.literal('authentication'), ...common }),
  onboarding: z.strictObject({ name: z.literal('onboarding'), ...common }),
  compliance: z.strictObject({ name: z.literal('compliance'), ...common }),
  'id-verification': z.strictObject({ name: z.literal('id-verification'), ...common }),
  'background-check': z.strictObject({ name: z.literal('background-check'), ...common }),
  'manage-payments': z.strictObject({ name: z.literal('manage-payments'), ...common }),
  'manage-payouts': z.strictObject({
    name: z.literal('manage-payouts'),
    ...common,
    /** `false`: the automatic-payout switch is hidden. Default `true`. */
    auto_payout_enabled: flag(),
    /** `true`: the step cannot be finished before a default payout method is chosen. */
    require_default_payout_method: flag(),
    /** `true`: the step cannot be finished before automatic payouts are switched on. */
    require_auto_payout_method: flag(),
  }),
  payout: z.strictObject({
    name: z.literal('payout'),
    ...common,
    auto_payout_enabled: flag(),
    payout_fee_party: z.optional(z.enum(['platform', 'user'], 'invalid-choice')),
  }),
  'pdf-form-fill': z.strictObject({
    name: z.literal('pdf-form-fill'),
    ...common /** A PDF template of the app, see `POST /pdf-templates`. */,
    template_id: z.string('required'),
  }),
  redirect: z.strictObject({ name: z.literal('redirect'), ...common, redirect_url: redirectUrl }),
} as const satisfies {
  readonly [N in StepName]: z.ZodMiniObject<{ name: z.ZodMiniLiteral<N> }, z.core.$strict>;
};

/** One requested step with its options, as stored. */
export type StepRequestInput = {
  [N in keyof typeof stepOptions]: z.infer<(typeof stepOptions)[N]>;
}[keyof typeof stepOptions];

/** One entry of `steps` as a host page or a partner writes it: a bare name, or `name` with options. */
export type StepInput = StepName | StepRequestInput;
