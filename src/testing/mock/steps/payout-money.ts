/** What a payout of the mock costs, and what becomes of it. The rails are `contract/rails`. */
import { stillWaits } from '../../../contract/bank/new-methods.ts';
import { failureOf } from '../../../contract/money/payout-failures.ts';
import type { Withheld } from '../../../contract/money/withheld-of.ts';
import type { FeeParty } from '../../../contract/money/transfers.ts';
import { fieldError, ProblemError } from '../../../contract/input/problem-error.ts';
import { defaultFeeParty } from '../../../contract/rails/offers.ts';
import { lacksFunds, quoteOn, type RailQuote } from '../../../contract/rails/quote.ts';
import { railsFor } from '../../../contract/rails/terms.ts';
import { payoutProgress } from '../../../contract/sandbox/answers.ts';
import { isPayoutRail } from '../../../contract/bank/rails.ts';
import type { PayoutNotice } from '../../../contract/steps/payout.ts';
import { withheldFrom } from '../withheld.ts';
import { isHeld, payeeOf } from '../facts.ts';
import { newId } from '../ids.ts';
import { optionsOf, type MockContext } from '../step.ts';
import type { MockDraft, MockFlow, MockMethod, MockPayout, MockUser, World } from '../world.ts';
import { isPaused } from './paused.ts';
import { methodsOf, waitsUntil } from './shown.ts';

export const feePartyOf = (flow: MockFlow): FeeParty =>
  optionsOf(flow, 'payout')?.payout_fee_party ?? defaultFeeParty;

/** Returns the cents that arrive. */
export const netOf = ({
  amount,
  fee,
  feeParty,
  withheld,
}: Pick<MockPayout, 'amount' | 'fee' | 'feeParty' | 'withheld'>): number =>
  amount - (withheld?.amount ?? 0) - (feeParty === 'user' ? fee : 0);

/** Returns fee, tax and what arrives, and throws what is wrong with the amount or the method. */
export function quoteFor(
  world: World,
  flow: MockFlow,
  user: MockUser,
  method: MockMethod,
  amount: number,
): RailQuote & { readonly withheld?: Withheld } {
  if (isPaused(user, method)) throw new ProblemError('payout-method-paused');
  const from = waitsUntil(world, user, method);
  if (from) throw stillWaits(from, world.now());
  const rail = railsFor(...payeeOf(user)).find(({ platform }) => platform === method.platform);
  if (!rail) throw new ProblemError('payout-method-unavailable');
  const withheld = withheldFrom(world, user, amount);
  const quote = quoteOn(rail, amount, feePartyOf(flow), withheld?.amount);
  if (user.balance < amount) throw lacksFunds();
  if (isHeld(user)) throw fieldError('amount', 'transaction-insufficient-funds');
  return withheld ? { ...quote, withheld } : quote;
}

/** Returns what no longer holds of what was reviewed; null when all is as it was. */
export function changedSince(
  world: World,
  flow: MockFlow,
  user: MockUser,
  draft: MockDraft,
): PayoutNotice | null {
  const method = methodsOf(user).find(({ id }) => id === draft.methodId);
  if (!method) return 'method-removed';
  try {
    const { fee, net } = quoteFor(world, flow, user, method, draft.amount);
    return draft.quote?.fee === fee && draft.quote.net === net ? null : 'quote-changed';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const codes = [error.code, error.extra.errors?.[0]?.code];
    return codes.includes('transaction-insufficient-funds') ? 'insufficient-funds' : 'quote-changed';
  }
}

export function methodOf(user: MockUser, id: string): MockMethod {
  const method = methodsOf(user).find((one) => one.id === id);
  if (!method) throw new ProblemError('payout-method-unavailable');
  return method;
}

/** Takes the money out of the wallet, and lets the rail go on with it. */
export function pay(
  { world, flow }: MockContext,
  user: MockUser,
  method: MockMethod,
  amount: number,
): MockPayout {
  const { fee, withheld } = quoteFor(world, flow, user, method, amount);
  const made: MockPayout = {
    id: newId(),
    flowId: flow.id,
    created: world.now(),
    amount,
    fee,
    feeParty: feePartyOf(flow),
    withheld,
    method,
    status: 'created',
    history: [{ status: 'created', timestamp: world.now().toISOString() }],
    failure: null,
    watched: true,
  };
  user.balance -= amount;
  user.payouts.push(made);
  world.later(0, () => advance(world, flow, user, made));
  return made;
}

/** Asks the rail how far it is, and again when it says so. */
function advance(world: World, flow: MockFlow, user: MockUser, made: MockPayout): void {
  const { platform } = made.method;
  if (!isPayoutRail(platform)) return;
  const progress = payoutProgress(
    { rail: platform, amount: made.amount, to: { ...made.method.details } },
    world.now().getTime() - made.created.getTime(),
  );
  const again = 'askAgainInMs' in progress ? progress.askAgainInMs : undefined;
  if (again !== undefined) world.later(again, () => advance(world, flow, user, made));
  made.watched = again !== undefined;
  const status = progress.status === 'returned' ? 'reversed' : progress.status;
  if ('reason' in progress) made.failure = failureOf(progress.code, progress.reason);
  if (status !== made.status) {
    made.status = status;
    made.history.push({ status, timestamp: world.now().toISOString() });
    // The money comes back with its fee.
    if (status === 'failed' || status === 'reversed') user.balance += made.amount;
  }
  world.changed(flow);
}
