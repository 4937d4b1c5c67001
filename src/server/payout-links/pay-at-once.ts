/** Pays a user who is known, and has said where their money goes, without asking them to open anything. */
import { ProblemError } from '../../contract/input/problem-error.ts';
import { isNotPaidReason } from '../../contract/money/payout-links.ts';
import type { NotPaidReason } from '../../contract/money/payout-links.ts';
import { defaultFeeParty } from '../../contract/rails/offers.ts';
import type { App } from '../db/apps.ts';
import { updateFlow } from '../db/flows.ts';
import { undoneWhenRefused } from '../db/undone.ts';
import type { FlowRow } from '../db/flows.ts';
import { walletBalance } from '../db/ledger.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import { createPayout, netOf, quotePayout } from '../ledger/payouts.ts';
import type { PayoutQuote } from '../ledger/payouts.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { taxFormDue } from '../tax/due.ts';
import { giveTo } from './money.ts';

interface Paying {
  readonly app: App;
  readonly link: PayoutLinkRow;
  readonly flow: FlowRow;
  readonly user: UserRow;
}

/**
 * Claims the link for its user and orders the payout. Returns why, and does nothing, where the payee has
 * something to do first: to confirm their phone, to choose a method or another one, or to file a tax form.
 * The money is put aside, and flow, user and link are locked.
 */
export async function payAtOnce(
  deps: Deps,
  tx: Queryable,
  paying: Paying,
): Promise<PayoutLinkRow | NotPaidReason> {
  const { app, link, user } = paying;
  if (user.status === 'disabled' || user.disabled) return 'user-disabled';
  if (!user.phone_verified) return 'phone-unverified';
  const method = (await payoutMethodsOf(tx, user.id)).find(({ is_default }) => is_default);
  const feeParty = link.fee_party ?? defaultFeeParty;
  const basics = { app, user, amount: link.amount, feeParty };
  if (!method) return 'no-default-payout-method';
  const { tax_exempt, income_type } = link;
  const quote = await quoteOrReason(deps, tx, { ...basics, method, fund: true, tax_exempt, income_type });
  if (typeof quote === 'string') return quote;
  // Exempt money does not bring the tax form nearer.
  const { refuses } = await taxFormDue(deps, tx, user, { paying: link.tax_exempt ? 0 : link.amount });
  const owed = feeParty === 'platform' ? quote.fee : 0;
  if (refuses) return 'tax-form-due';
  if ((await walletBalance(tx, { appId: app.id })) < owed) return 'app-wallet-too-low';
  const paid = await undoneWhenRefused(tx, async () => {
    const given = await giveTo(deps, tx, paying);
    const flowId = given.flow.id;
    const of = { flowId, payoutLinkId: link.id, intent: `payout link ${link.id}`, metadata: link.metadata };
    return { given, payout: await createPayout(deps, tx, { ...basics, method, ...of }) };
  });
  // Its own look may know more, as of money that was exempt in another year.
  if (paid instanceof ProblemError) return reasonOf(paid);
  const { given, payout } = paid;
  // Whoever opens the link sees how it is doing, and may choose another method if it comes back.
  await updateFlow(tx, given.flow.id, {
    payout_draft: {
      ...{ id: deps.newId(), amount: link.amount, method_id: method.id, notice: null },
      quote: { fee: payout.fee, net: netOf(payout) },
      transfer_id: payout.id,
    },
  });
  return given.link;
}

/** Returns why where the method cannot be paid on, or not now. */
async function quoteOrReason(...asked: Parameters<typeof quotePayout>): Promise<PayoutQuote | NotPaidReason> {
  try {
    return await quotePayout(...asked);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return reasonOf(error);
  }
}

function reasonOf({ code }: ProblemError): NotPaidReason {
  if (code === 'user-info-missing') return 'tax-form-due';
  return isNotPaidReason(code) ? code : 'payout-method-unavailable';
}
