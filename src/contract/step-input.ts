/** The steps of a flow as partners write them. What is stored is in `steps.ts`. */
import { redirectUrl, stepNames } from './steps.ts';
import type { StepName } from './steps.ts';
import * as z from './z.ts';

/**
 * What the vendor's guides call the beginning of a flow, in which the payee confirms their phone and says who
 * they are. Here that is two steps.
 */
export const guideSteps = {
  onboard: ['authentication', 'onboarding'],
  authorization: ['authentication', 'onboarding'],
} as const satisfies Readonly<Record<string, readonly StepName[]>>;

const anyName = z.enum([...stepNames, 'onboard', 'authorization' satisfies keyof typeof guideSteps]);
const nullable = <T extends z.ZodMiniType>(option: T) => z.optional(z.nullable(option));

/**
 * What `POST /flows` accepts in `steps`: a bare name, or an object with `name` and options. There
 * is one shape for all steps: null asks for nothing, and what has no meaning for a step is left aside.
 */
export const stepInput = z.union([
  anyName,
  z.object({
    /** Which step it is. */
    name: anyName,
    /** `true`: the step stays open, for a page that is about nothing else. */
    hide_continue_button: nullable(z.boolean()),
    /**
     * `true`: the step is shown even when what it asks for is known. Without it these are skipped:
     * `authentication` (the phone was confirmed, and the flow has no `require_auth`), `onboarding` (names,
     * email address and country are on file; `POST /users` gives no country), `compliance` (a form is on
     * file; a sandbox shows a step that you asked for every time), `id-verification` (verified),
     * `background-check` (reported), `manage-payments` (an account may be debited) and `pdf-form-fill` (this
     * template was filled in). `manage-payouts`, `payout` and `redirect` are always shown.
     */
    force: nullable(z.boolean()),
    /** `manage-payouts` and `payout`. `false`: the automatic-payout switch is hidden. Default `true`. */
    auto_payout_enabled: nullable(z.boolean()),
    /** `manage-payouts`. `true`: the step cannot be finished before a default method is chosen. */
    require_default_payout_method: nullable(z.boolean()),
    /** `manage-payouts`. `true`: the step cannot be finished before automatic payouts are on. */
    require_auto_payout_method: nullable(z.boolean()),
    /** `payout`. Who bears the fee. */
    payout_fee_party: nullable(z.enum(['platform', 'user'])),
    /** `pdf-form-fill`, which needs it: a PDF template of the app, see `POST /pdf-templates`. */
    template_id: nullable(z.string()),
    /** `redirect`, which needs it: an absolute http(s) URL. */
    redirect_url: nullable(redirectUrl),
  }),
]);
