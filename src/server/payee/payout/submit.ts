/**
 * A payee withdraws: they review an amount, then confirm it. What they review has an id from the first look
 * on. That id is the intent of the payout: two windows, a lost answer and a kill all lead to one transfer.
 */
import type { Context } from 'hono';
import { aboutMethod } from '../../../contract/bank/new-methods.ts';
import { withheldOf } from '../../../contract/money/withheld-of.ts';
import { confirmPayoutInput, payoutInput } from '../../../contract/steps/payout.ts';
import type { PayoutNotice } from '../../../contract/steps/payout.ts';
import { updateFlow } from '../../db/flows.ts';
import type { PayoutDraft } from '../../db/flows.ts';
import { payoutMethodsOf } from '../../db/payout-methods.ts';
import type { PayoutMethodRow } from '../../db/payout-methods.ts';
import { findTransfer } from '../../db/transfers.ts';
import type { UserRow } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { activeStep, insertTaxForm } from '../../../contract/plan/plan.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldError } from '../../../contract/input/problem-error.ts';
import { createPayout, quotePayout } from '../../ledger/payouts.ts';
import { walletOf } from '../../ledger/wallets.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { taxFormDue } from '../../tax/due.ts';
import { goToForm } from '../compliance/came-back.ts';
import { assertCurrent, optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { isFormRefused } from '../session/owed-form.ts';
import { backToEnd } from '../session/visit.ts';
import { feePartyOf, isPaid } from './requirement.ts';

/**
 * Shows what a payout would be, and moves no money. Each review has a new id, so a confirmation of an earlier
 * one pays nothing.
 */
export function reviewPayout(c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const user = assertWithdraws(deps, context);
    const { amount, method_id } = parseInput(payoutInput, await readJson(c));
    // Another window was faster, and its payout is what there is to see.
    if (context.flow.payout_draft?.transfer_id) return;
    const method = (await payoutMethodsOf(tx, user.id)).find(({ id }) => id === method_id);
    if (!method) throw fieldError('method_id', 'invalid-choice');
    const { fee, net, withholding } = await quoteFor(deps, tx, context, user, method, amount).catch(
      (error: unknown) => {
        throw aboutMethod(error);
      },
    );
    const withheld = withheldOf(withholding);
    const draft: PayoutDraft = {
      id: deps.newId(),
      amount,
      method_id,
      quote: null,
      notice: null,
      transfer_id: null,
    };
    if (await asksForTaxForm(deps, tx, context, user, draft)) return;
    await saveDraft(tx, context, { ...draft, quote: { fee, net, ...(withheld && { withheld }) } });
  };
}

/**
 * Makes the payout that was reviewed. Everything is checked again, because hours may lie between the two.
 * What differs is shown, and nothing is paid.
 */
export function confirmPayout(c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const user = assertWithdraws(deps, context);
    const { id: intent } = parseInput(confirmPayoutInput, await readJson(c));
    const draft = context.flow.payout_draft;
    // It was confirmed before, here or in another window. The snapshot shows what became of it.
    if (draft?.transfer_id) return;
    if (!draft) throw new ProblemError('step-not-current', { detail: 'Nothing was reviewed.' });
    const changed =
      draft.id === intent ? await changedSince(deps, tx, context, user, draft) : 'quote-changed';
    if (changed) return saveDraft(tx, context, { ...draft, id: deps.newId(), quote: null, notice: changed });
    if (await asksForTaxForm(deps, tx, context, user, { ...draft, quote: null })) return;
    const transfer = await createPayout(deps, tx, {
      app: context.app,
      user,
      method: await methodOf(tx, user, draft),
      amount: draft.amount,
      feeParty: feePartyOf(context.flow),
      flowId: context.flow.id,
      payoutLinkId: context.flow.payout_link_id,
      intent: `flow payout ${intent}`,
    });
    await saveDraft(tx, context, { ...draft, notice: null, transfer_id: transfer.id });
    // Without a continue button nobody can say "done", so the payout itself ends the step.
    if (
      optionsOf(context.flow, 'payout')?.hide_continue_button &&
      activeStep(context.flow.plan)?.name === 'payout'
    )
      context.flow = await completeStep(deps, tx, context.flow, 'payout', 'paid');
    // The end follows it, for whoever came back to withdraw.
    if (context.owed === 'payout') await backToEnd(tx, context);
  };
}

/**
 * Begins another payout: after one that came back, with the same amount and method; or after one that
 * arrived, on a page that stays.
 */
export function withdrawAgain(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertWithdraws(deps, context);
    const draft = context.flow.payout_draft;
    const transfer = draft?.transfer_id ? await findTransfer(tx, draft.transfer_id) : null;
    if (!draft || !transfer) return;
    const stays = optionsOf(context.flow, 'payout')?.hide_continue_button ?? false;
    if (isPaid(transfer) && !(stays && transfer.status === 'completed'))
      throw new ProblemError('step-not-current');
    if (isPaid(transfer)) context.flow = await updateFlow(tx, context.flow.id, { payout_draft: null });
    else
      await saveDraft(tx, context, {
        ...draft,
        id: deps.newId(),
        quote: null,
        notice: null,
        transfer_id: null,
      });
  };
}

/**
 * Ends the step, with a payout under way or without one. The `transfer.*` webhooks tell what becomes of it.
 * Whoever came back to a finished flow completes nothing a second time.
 */
export function finishPayout(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    assertCurrent(context, 'payout', deps.clock.now());
    if (context.owed === 'payout') return backToEnd(tx, context);
    const transferId = context.flow.payout_draft?.transfer_id;
    const paid = isPaid(transferId ? await findTransfer(tx, transferId) : null);
    context.flow = await completeStep(deps, tx, context.flow, 'payout', paid ? 'paid' : 'unchanged');
  };
}

function assertWithdraws(deps: Deps, context: PayeeContext): UserRow {
  assertCurrent(context, 'payout', deps.clock.now());
  if (!context.user) throw new ProblemError('user-info-missing');
  return context.user;
}

/** Stores the draft in the flow's row, which the caller has locked. */
async function saveDraft(tx: Queryable, context: PayeeContext, draft: PayoutDraft): Promise<void> {
  context.flow = await updateFlow(tx, context.flow.id, { payout_draft: draft });
}

/**
 * Returns the fee and what arrives, and throws what is wrong with the amount or the method. Money that waits
 * for the payee's identity to be cleared cannot be withdrawn here.
 */
async function quoteFor(
  deps: Deps,
  tx: Queryable,
  { app, flow }: PayeeContext,
  user: UserRow,
  method: PayoutMethodRow,
  amount: number,
) {
  const quote = await quotePayout(deps, tx, { app, user, method, amount, feeParty: feePartyOf(flow) });
  if ((await walletOf(tx, user.id)).withdrawable_amount < amount)
    throw fieldError('amount', 'transaction-insufficient-funds');
  return quote;
}

/**
 * Returns what no longer holds of what the payee was shown, so that nothing is paid and they look again. Null
 * when all is as it was.
 */
async function changedSince(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  user: UserRow,
  draft: PayoutDraft,
): Promise<PayoutNotice | null> {
  const method = (await payoutMethodsOf(tx, user.id)).find(({ id }) => id === draft.method_id);
  if (!method) return 'method-removed';
  try {
    const { fee, net } = await quoteFor(deps, tx, context, user, method, draft.amount);
    return draft.quote?.fee === fee && draft.quote.net === net ? null : 'quote-changed';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const short =
      error.code === 'transaction-insufficient-funds' ||
      error.extra.errors?.[0]?.code === 'transaction-insufficient-funds';
    return short ? 'insufficient-funds' : 'quote-changed';
  }
}

async function methodOf(tx: Queryable, user: UserRow, { method_id }: PayoutDraft): Promise<PayoutMethodRow> {
  const method = (await payoutMethodsOf(tx, user.id)).find(({ id }) => id === method_id);
  if (!method) throw new ProblemError('payout-method-unavailable');
  return method;
}

/**
 * Returns whether the law wants a tax form before a payout of this amount. The form then comes before this
 * step, and what was typed is stored meanwhile.
 */
async function asksForTaxForm(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  user: UserRow,
  draft: PayoutDraft,
): Promise<boolean> {
  if (!(await taxFormDue(deps, tx, user, { paying: draft.amount })).must) return false;
  // The form of this flow was refused after the payee had gone on: they see why, and come back here.
  if (await isFormRefused(tx, context)) {
    await saveDraft(tx, context, draft);
    await goToForm(tx, context);
    return true;
  }
  // A finished flow cannot ask for more. A page that stays open for withdrawals ends here, and a new flow
  // begins with the form.
  if (context.flow.status === 'completed')
    throw new ProblemError('user-info-missing', { detail: 'A tax form is due. Create a flow.' });
  const plan = insertTaxForm(context.flow.plan, deps.stepRules);
  if (activeStep(plan)?.name !== 'compliance') return false;
  context.flow = await updateFlow(tx, context.flow.id, { plan, payout_draft: draft });
  return true;
}
