/** `payout` in the mock: an amount is reviewed, confirmed and followed. */
import { methodObject } from '../../../contract/rails/method-object.ts';
import { aboutMethod } from '../../../contract/bank/new-methods.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, ProblemError } from '../../../contract/input/problem-error.ts';
import { wasAutoPayoutAsked } from '../../../contract/plan/auto-payout.ts';
import { nextActs } from '../../../contract/money/payout-failures.ts';
import { cameBack } from '../../../contract/money/transfers.ts';
import { activeStep, insertTaxForm } from '../../../contract/plan/plan.ts';
import { stepRules } from '../../../contract/plan/rules.ts';
import { railOffersFor, railsNotOfferedFor } from '../../../contract/rails/offers.ts';
import { arrivalOf } from '../../../contract/rails/arrival.ts';
import { railsFor } from '../../../contract/rails/terms.ts';
import { confirmPayoutInput, payoutInput } from '../../../contract/steps/payout.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countryOf, isHeld, payeeOf, taxFormDue } from '../facts.ts';
import { newId } from '../ids.ts';
import { isFormRefused } from '../owed-form.ts';
import { assertCurrent, completeStep, owesPayout } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockContext, type MockStep } from '../step.ts';
import type { MockDraft, MockFlow, MockMethod, MockPayout, MockUser, World } from '../world.ts';
import { methodsOf, newMethodsWait, shownMethods } from './shown.ts';
import { changedSince, feePartyOf, methodOf, netOf, pay, quoteFor } from './payout-money.ts';
import { prefillOf } from './manage-payouts.ts';

export const payout: MockStep<'payout'> = {
  requirement: ({ world, flow }) => requirementOf(flow, world),
  submissions: {
    'POST /session/payout/review'(context, { body }) {
      const user = assertWithdraws(context);
      const { amount, method_id: methodId } = parseInput(payoutInput, body);
      // Another window was faster, and its payout is what there is to see.
      if (context.flow.draft?.payout) return;
      const method = methodsOf(user).find(({ id }) => id === methodId);
      if (!method) throw fieldError('method_id', 'invalid-choice');
      const quote = reviewed(context, user, method, amount);
      const draft: MockDraft = { id: newId(), amount, methodId, quote: null, notice: null, payout: null };
      if (!asksForTaxForm(context, user, draft)) context.flow.draft = { ...draft, quote };
    },
    'POST /session/payout'(context, { body }) {
      const user = assertWithdraws(context);
      const { id } = parseInput(confirmPayoutInput, body);
      const { draft } = context.flow;
      if (draft?.payout) return;
      if (!draft) throw new ProblemError('step-not-current', { detail: 'Nothing was reviewed.' });
      const notice =
        draft.id === id ? changedSince(context.world, context.flow, user, draft) : 'quote-changed';
      if (notice) {
        context.flow.draft = { ...draft, id: newId(), quote: null, notice };
        return;
      }
      if (asksForTaxForm(context, user, { ...draft, quote: null })) return;
      const made = pay(context, user, methodOf(user, draft.methodId), draft.amount);
      context.flow.draft = { ...draft, notice: null, payout: made };
      // Without a continue button nobody can say "done", so the payout itself ends the step.
      if (isButtonHidden(context.flow, 'payout') && activeStep(context.flow.plan)?.name === 'payout')
        completeStep(context.world, context.flow, 'payout', 'paid');
      else if (context.flow.status === 'completed') context.session.cameBack = false;
    },
    'POST /session/payout/again'(context) {
      assertWithdraws(context);
      const { flow } = context;
      const { draft } = flow;
      if (!draft?.payout) return;
      const { status } = draft.payout;
      const stays = isButtonHidden(flow, 'payout') && status === 'completed';
      if (!cameBack[status] && !stays) throw new ProblemError('step-not-current');
      flow.draft = cameBack[status]
        ? { ...draft, id: newId(), quote: null, notice: null, payout: null }
        : null;
    },
    'POST /session/payout/continue'(context) {
      assertCurrent(context, 'payout');
      if (owesPayout(context.flow, context.session)) {
        context.session.cameBack = false;
        return;
      }
      const made = context.flow.draft?.payout;
      const paid = made && !cameBack[made.status];
      completeStep(context.world, context.flow, 'payout', paid ? 'paid' : 'unchanged');
    },
  },
  // As on the server: without a payout on screen, and while money is held, the wallet is followed.
  isAwaited: ({ flow: { draft, user } }) =>
    draft?.payout?.watched || (user !== null && user.balance > 0 && isHeld(user)) || !draft?.payout,
};

function requirementOf(flow: MockFlow, world: World): RequirementOf<'payout'> {
  const { user, draft } = flow;
  const options = optionsOf(flow, 'payout');
  const hidden = isButtonHidden(flow, 'payout');
  const limits = new Map(railsFor(...payeeOf(user)).map((rail) => [rail.platform as string, rail]));
  const arrival = (platform: string, made: Date) => {
    const rail = limits.get(platform);
    return rail ? arrivalOf(rail, made) : { from: 0, to: 0 };
  };
  const withdrawable = user && !isHeld(user) ? user.balance : 0;
  // The method may have been removed since the review.
  const chosen = methodsOf(user).find(({ id }) => id === draft?.methodId);
  return {
    step: 'payout',
    hide_continue_button: hidden,
    balance: withdrawable,
    held: (user?.balance ?? 0) - withdrawable,
    methods: shownMethods(world, user),
    rails: railOffersFor(payeeOf(user), world.now(), feePartyOf(flow)).map((offer) => {
      const { min = 0, max = 0 } = limits.get(offer.platform) ?? {};
      return { ...offer, minimum: min, maximum: max };
    }),
    ...railsNotOfferedFor(countryOf(user)),
    method_prefill: prefillOf(user),
    ...newMethodsWait(world, user),
    auto_payout: {
      shown:
        options?.auto_payout_enabled !== false &&
        !wasAutoPayoutAsked(flow.plan, optionsOf(flow, 'manage-payouts'), methodsOf(user).length),
      enabled: user?.autoPayout ?? false,
    },
    draft: draft && !draft.payout ? { amount: draft.amount, method_id: draft.methodId } : null,
    notice: draft?.notice ?? null,
    review:
      draft?.quote && !draft.payout && chosen
        ? {
            id: draft.id,
            amount: draft.amount,
            fee: feePartyOf(flow) === 'user' ? draft.quote.fee : 0,
            ...(draft.quote.withheld && { withheld: draft.quote.withheld }),
            net: draft.quote.net,
            method: methodObject(chosen),
            arrives_in: arrival(chosen.platform, world.now()),
          }
        : null,
    payout: draft?.payout
      ? followed(
          draft.payout,
          world.help,
          hidden,
          arrival(draft.payout.method.platform, draft.payout.created),
        )
      : null,
  };
}

/** Returns the price of what is reviewed, and throws what is wrong with it. */
function reviewed({ world, flow }: MockContext, user: MockUser, method: MockMethod, amount: number) {
  try {
    return quoteFor(world, flow, user, method, amount);
  } catch (error) {
    throw aboutMethod(error);
  }
}

function failureFor({ failure: known }: MockPayout, help: World['help']) {
  const failure = known ?? 'unknown';
  const support = help.support_url ?? (help.support_email && `mailto:${help.support_email}`);
  return { failure, ...(nextActs[failure] === 'ask' && support && { support }) };
}

/** Returns the payout as the payee follows it, also when its method was removed meanwhile. */
const followed = (
  made: MockPayout,
  help: World['help'],
  stays: boolean,
  arrives_in: { from: number; to: number },
): NonNullable<RequirementOf<'payout'>['payout']> => ({
  amount: made.amount,
  fee: made.feeParty === 'user' ? made.fee : 0,
  ...(made.withheld && { withheld: made.withheld }),
  net: netOf(made),
  method: methodObject(made.method),
  arrives_in,
  status: made.status,
  history: made.history.map((entry) => ({ ...entry })),
  reference: made.id,
  ...(cameBack[made.status] && failureFor(made, help)),
  again: cameBack[made.status] || (stays && made.status === 'completed'),
});

function assertWithdraws(context: MockContext): MockUser {
  assertCurrent(context, 'payout');
  if (!context.flow.user) throw new ProblemError('user-info-missing');
  return context.flow.user;
}

/** Returns whether the law wants a tax form before such a payout. It then comes before this step. */
function asksForTaxForm({ world, flow, session }: MockContext, user: MockUser, draft: MockDraft): boolean {
  if (!taxFormDue(world, user, draft.amount).must) return false;
  if (isFormRefused(flow)) {
    flow.draft = draft;
    session.revisits = 'compliance';
    return true;
  }
  if (flow.status === 'completed')
    throw new ProblemError('user-info-missing', { detail: 'A tax form is due. Create a flow.' });
  const plan = insertTaxForm(flow.plan, stepRules);
  if (activeStep(plan)?.name !== 'compliance') return false;
  flow.plan = plan;
  flow.draft = draft;
  return true;
}
