/** The end of a flow, as the server tells it (`server/payee/summary.ts`). */
import { methodObject } from '../../contract/rails/method-object.ts';
import { arrivalOf } from '../../contract/rails/arrival.ts';
import { railTerms } from '../../contract/rails/terms.ts';
import { isPayoutRail } from '../../contract/bank/rails.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { FlowSummary } from '../../contract/steps/summary.ts';
import { summaryOf } from '../../contract/steps/summary-state.ts';
import { cameBack } from '../../contract/money/transfers.ts';
import { fullNameOf, purseOf } from './facts.ts';
import { notificationOf } from './notification.ts';
import { owesPayout } from './progress.ts';
import type { MockContext } from './step.ts';
import { methodsOf } from './steps/shown.ts';
import { netOf } from './steps/payout-money.ts';
import type { MockPayout, MockUser } from './world.ts';

/** Returns the summary of a completed flow, or undefined where the payee may not be seen. */
export function flowSummary(context: MockContext): FlowSummary | undefined {
  const { flow, session } = context;
  const { user } = flow;
  if (flow.status !== 'completed' || !session.authenticated || session.handoff || !user) return undefined;
  return summaryOf({
    completions: flow.completions,
    methods: methodsOf(user).map(methodObject),
    autoPayout: user.autoPayout,
    taxForm: user.taxForms.findLast(({ flowId }) => flowId === flow.id) ?? null,
    identityInReview: user.identity === 'in_review' || user.ofac === 'in_review',
    paymentsVerified: user.paymentMethods.some(({ status }) => status === 'verified'),
    payee: fullNameOf(user),
    wallet: purseOf(user),
    payout: lastPayoutOf(user, flow.id),
    ...notificationOf(context, 'payout'),
  });
}

function lastPayoutOf(user: MockUser, flowId: string): FlowSummary['payout'] {
  const made = user.payouts.findLast((payout) => payout.flowId === flowId);
  return made ? payoutOf(made) : null;
}

function payoutOf(made: MockPayout): FlowSummary['payout'] {
  const { platform } = made.method;
  return {
    reference: made.id,
    amount: made.amount,
    fee: made.feeParty === 'user' ? made.fee : 0,
    net: netOf(made),
    method: methodObject(made.method),
    arrives_in: isPayoutRail(platform) ? arrivalOf(railTerms[platform], made.created) : { from: 0, to: 0 },
    status: made.status,
    created: made.created.toISOString(),
  };
}

/** `POST /session/return`: the payee goes on with what a finished flow left open. */
export function comeBack({ flow, session }: MockContext): void {
  if (flow.status !== 'completed' || !flow.user || session.handoff)
    throw new ProblemError('step-not-current');
  session.cameBack = true;
  // Whoever comes back for what is left begins another payout. One that came back is shown first.
  const made = flow.draft?.payout;
  if (made && !cameBack[made.status] && owesPayout(flow, session)) flow.draft = null;
}
