/** `manage-payouts` in the mock: where the payee's money goes. */
import { bankNameAbroad } from '../../../contract/bank/banks-abroad.ts';
import { detailsOf } from '../../../contract/bank/method-details.ts';
import type { PayoutMethodInput } from '../../../contract/bank/method-inputs.ts';
import { hasTaxNumberMark, taxNumberMark, withTaxNumber } from '../../../contract/steps/known-tax-number.ts';
import { methodPrefill } from '../../../contract/rails/method-object.ts';
import { parseMethod } from '../../../contract/bank/parse-method.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { railOffersFor } from '../../../contract/rails/offers.ts';
import { bankNameOf, bankRefusal } from '../../../contract/sandbox/answers.ts';
import { autoPayoutInput } from '../../../contract/steps/manage-payouts-requests.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countryOf, fullNameOf } from '../facts.ts';
import { askForCode } from '../flows.ts';
import { newId } from '../ids.ts';
import { assertCurrent, completeStep, currentStep, endStep, owesMethod } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockContext, type MockStep, type Submission } from '../step.ts';
import type { MockFlow, MockMethod, MockUser, World } from '../world.ts';
import { isPaused } from './paused.ts';
import { methodsOf, newMethodsWait, shownMethods } from './shown.ts';

export const managePayouts: MockStep<'manage-payouts'> = {
  requirement: ({ world, flow, session }) => requirementOf(world, flow, owesMethod(flow, session)),
  submissions: {
    'POST /session/payout-methods': byFreshCode((user, { body }, world) => {
      const offered = railOffersFor(countryOf(user)).map(({ platform }) => platform);
      // How banks and branches stand inside an IBAN takes a library; length and check digits are verified.
      const given = parseMethod(body, offered, () => true);
      const form = user.taxForms.at(-1)?.fields ?? null;
      const details = hasTaxNumberMark(given) ? withTaxNumber(given, form) : given;
      if (!details) throw fieldError('holder_tax_id', 'invalid-bank-number');
      const bank = details.platform === 'ach' || details.platform === 'cash_app' ? details : null;
      const refused = bank && bankRefusal(bank.account_number);
      if (refused) throw fieldError('account_number', refused);
      const { masked, identity, field } = detailsOf(details);
      const twin = methodsOf(user).find((method) => method.identity === identity);
      // One that is paused is added anew, as on the server.
      if (twin && !isPaused(user, twin))
        throw new ProblemError('payout-method-exists', {
          errors: [fieldProblem(field, 'payout-method-exists')],
        });
      const isDefault = methodsOf(user).length === 0 || (twin?.is_default ?? false);
      if (twin) Object.assign(twin, { removed: true, is_default: false });
      user.methods.push({
        id: newId(),
        platform: details.platform,
        masked,
        bank_name: nameOfBank(details),
        account_type: details.platform === 'ach' ? details.account_type : null,
        is_default: isDefault,
        details,
        identity,
        knownSince: twin?.knownSince ?? world.now(),
        removed: false,
      });
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

function nameOfBank(details: PayoutMethodInput): string | null {
  if (details.platform === 'intl_bank') return bankNameAbroad(details);
  return 'routing_number' in details ? bankNameOf(details.routing_number) : null;
}

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
    rails: railOffersFor(countryOf(user)),
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
  work: (user: MockUser, request: Parameters<Submission>[1], world: World) => boolean,
): Submission {
  return (context, request) => {
    assertCurrent(context, currentStep(context) === 'payout' ? 'payout' : 'manage-payouts');
    const { user } = context.flow;
    if (!user) throw new ProblemError('user-info-missing');
    const owed = owesMethod(context.flow, context.session);
    if (work(user, request, context.world)) context.flow.payoutsChanged = true;
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
  const taxNumber = taxNumberMark(user?.taxForms.at(-1)?.fields ?? null, country);
  return methodPrefill(country, fullNameOf(user), user?.email, taxNumber);
}
