/** The end of a flow, as the payee is told: what was done, and what is still open. */
import { wholeName } from '../../contract/forms/names.ts';
import { methodObject } from '../../contract/rails/method-object.ts';
import { arrivalOf } from '../../contract/rails/arrival.ts';
import { railTerms } from '../../contract/rails/terms.ts';
import type { Completion } from '../../contract/steps/session.ts';
import type { FlowSummary } from '../../contract/steps/summary.ts';
import { summaryOf } from '../../contract/steps/summary-state.ts';
import { flowEnd } from '../db/flow-end.ts';
import { findPayoutMethod, payoutMethodsOf } from '../db/payout-methods.ts';
import { findTransfer } from '../db/transfers.ts';
import { netOf } from '../ledger/payouts.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { notificationOf } from './notification.ts';
import type { PayeeContext } from './session/context.ts';
import { purseWith } from './session/purse.ts';

/**
 * Returns the summary of a completed flow, or undefined. A browser that has not confirmed the phone sees
 * nothing of the payee, and a phone that took over one step sees nothing beyond it.
 */
export async function flowSummary(
  deps: Pick<Deps, 'providers'>,
  tx: Queryable,
  { flow, session, user }: PayeeContext,
  completions: readonly Completion[],
): Promise<FlowSummary | undefined> {
  if (flow.status !== 'completed' || !session.authenticated || session.only_step !== null || !user)
    return undefined;
  const { form, tin_status, balance, payments_verified, payout_id } = await flowEnd(tx, flow.id, user.id);
  return summaryOf({
    completions,
    methods: (await payoutMethodsOf(tx, user.id)).map(methodObject),
    autoPayout: user.auto_payout_enabled,
    taxForm: form && tin_status && { form, tin_status },
    identityInReview: user.id_status === 'in_review' || user.ofac_status === 'in_review',
    paymentsVerified: payments_verified,
    payee: wholeName(user),
    wallet: purseWith(user, balance),
    payout: await payoutOf(tx, payout_id),
    ...notificationOf(deps, { flow, user }, 'payout'),
  });
}

async function payoutOf(tx: Queryable, transferId: string | null): Promise<FlowSummary['payout']> {
  const row = transferId === null ? null : await findTransfer(tx, transferId);
  const method = row && (await findPayoutMethod(tx, row.payout_method_id ?? ''));
  if (!method) return null;
  return {
    reference: row.id,
    amount: row.amount,
    fee: row.fee_party === 'user' ? row.fee : 0,
    net: netOf(row),
    method: methodObject(method),
    arrives_in: arrivalOf(railTerms[method.platform], row.created),
    status: row.status,
    created: row.created.toISOString(),
  };
}
