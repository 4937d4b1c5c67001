/** `manage-payouts` in the mock: where the payee's money goes. */
import { businessName, taxNumberMark } from '../../../contract/steps/known-tax-number.ts';
import { methodPrefill } from '../../../contract/rails/method-object.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { railOffersFor, railsNotOfferedFor } from '../../../contract/rails/offers.ts';
import { autoPayoutInput } from '../../../contract/steps/manage-payouts-requests.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countryOf, payeeOf, fullNameOf } from '../facts.ts';
import { askForCode } from '../flows.ts';
import { assertCurrent, completeStep, currentStep, endStep, owesMethod } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockContext, type MockStep, type Submission } from '../step.ts';
import type { MockFlow, MockMethod, MockUser, World } from '../world.ts';
import { addMethod } from './method-adding.ts';
import { methodsOf, newMethodsWait, shownMethods } from './shown.ts';

export const managePayouts: MockStep<'manage-payouts'> = {
  requirement: ({ world, flow, session }) => requirementOf(world, flow, owesMethod(flow, session)),
  submissions: {
    'POST /session/payout-methods': byFreshCode((user, { body }, { world }) => {
      addMethod(world, user, body);
      return true;
    }),
    'PUT /session/payout-methods/:id': byFreshCode((user, { body, params }, { world, flow }) => {
      const corrected = methodOf(user, params['id']);
      const methodId = addMethod(world, user, body, corrected);
      // The payout that is asked for again goes to the corrected one.
      const { draft } = flow;
      if (draft?.methodId === corrected.id && !draft.payout) flow.draft = { ...draft, methodId, quote: null };
      return true;
    }),
    'DELETE /session/payout-methods/:id': change((user, { params }) => {
      const method = methodOf(user, params['id']);
      method.removed = true;
      method.is_default = false;
      // Nobody guesses where money goes: another one becomes the default only when it is the only choice.
      const [only, ...more] = methodsOf(user);
      if (only && more.length === 0) only.is_default = true;
      return true;
    }),
    'PUT /session/payout-methods/:id/default': change((user, { params }) => {
      const chosen = methodOf(user, params['id']);
      if (chosen.is_default) return false;
      for (const method of user.methods) method.is_default = method === chosen;
      return true;
    }),
    'PUT /session/auto-payout': change((user, { body }) => {
      const { enabled } = parseInput(autoPayoutInput, body);
      if (enabled === user.autoPayout) return false;
      user.autoPayout = enabled;
      return true;
    }),
    'POST /session/manage-payouts'(context) {
      assertCurrent(context, 'manage-payouts');
      const { blockers } = requirementOf(context.world, context.flow);
      if (blockers[0]) throw new ProblemError(blockers[0]);
      endStep(context, 'manage-payouts', context.flow.payoutsChanged ? 'saved' : 'unchanged');
    },
  },
};

function requirementOf(world: World, flow: MockFlow, owed = false): RequirementOf<'manage-payouts'> {
  const { user } = flow;
  const options = optionsOf(flow, 'manage-payouts');
  const methods = shownMethods(world, user);
  const needsDefault = options?.require_default_payout_method ?? false;
  const needsAuto = options?.require_auto_payout_method ?? false;
  const enabled = user?.autoPayout ?? false;
  const hasDefault = methods.some((method) => method.is_default);
  return {
    step: 'manage-payouts',
    hide_continue_button: owed || isButtonHidden(flow, 'manage-payouts'),
    methods,
    rails: railOffersFor(payeeOf(user), world.now()),
    ...railsNotOfferedFor(countryOf(user)),
    method_prefill: prefillOf(user),
    ...newMethodsWait(world, user),
    auto_payout: { shown: needsAuto || options?.auto_payout_enabled !== false, enabled },
    require_default_payout_method: needsDefault,
    require_auto_payout_method: needsAuto,
    blockers: [
      ...(needsDefault && !hasDefault ? (['default-payout-method-required'] as const) : []),
      ...(needsAuto && !enabled ? (['auto-payout-required'] as const) : []),
    ],
  };
}

/** What `work` does may be done here and at `payout`. It returns whether anything changed. */
function change(
  work: (user: MockUser, request: Parameters<Submission>[1], context: MockContext) => boolean,
): Submission {
  return (context, request) => {
    assertCurrent(context, currentStep(context) === 'payout' ? 'payout' : 'manage-payouts');
    const { user } = context.flow;
    if (!user) throw new ProblemError('user-info-missing');
    const owed = owesMethod(context.flow, context.session);
    if (work(user, request, context)) context.flow.payoutsChanged = true;
    finishWhenParked(context);
    // The end follows the method that was missing there.
    if (owed && !owesMethod(context.flow, context.session)) context.session.cameBack = false;
  };
}

/** The same by a code that is not old. */
function byFreshCode(work: Parameters<typeof change>[0]): Submission {
  const add = change(work);
  return (context, request) => {
    const { authenticated, proved } = context.session;
    const isOld = authenticated && !isProved('destination', proved, context.world.now());
    return isOld ? askForCode(context) : add(context, request);
  };
}

/** Without a continue button the first change that leaves the step complete says "done". */
function finishWhenParked({ world, flow }: MockContext): void {
  const { hide_continue_button: hidden, methods, blockers } = requirementOf(world, flow);
  const isActive = activeStep(flow.plan)?.name === 'manage-payouts';
  if (isActive && hidden && methods.length > 0 && blockers.length === 0)
    completeStep(world, flow, 'manage-payouts', 'saved');
}

function methodOf(user: MockUser, id: string | undefined): MockMethod {
  const method = methodsOf(user).find((one) => one.id === id);
  if (!method) throw new ProblemError('no-such-resource');
  return method;
}

/** Returns what a new method of this payee starts with. */
export function prefillOf(user: MockUser | null): Record<string, string> {
  const country = countryOf(user);
  const fields = user?.taxForms.at(-1)?.fields ?? null;
  const holder = businessName(fields) ?? fullNameOf(user);
  return methodPrefill(country, holder, user?.email, taxNumberMark(fields, country));
}
