/** What `payout` shows: balance and methods, then the terms to be confirmed, then how the payout is doing. */
import { methodObject } from '../../../contract/rails/method-object.ts';
import { wasAutoPayoutAsked } from '../../../contract/plan/auto-payout.ts';
import { nextActs } from '../../../contract/money/payout-failures.ts';
import { withheldOf } from '../../../contract/money/withheld-of.ts';
import { cameBack, type FeeParty } from '../../../contract/money/transfers.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { PayoutDraft } from '../../db/flows.ts';
import { findPayoutMethod, payoutMethodsOf } from '../../db/payout-methods.ts';
import { findTransfer } from '../../db/transfers.ts';
import type { TransferRow } from '../../db/transfers.ts';
import { defaultFeeParty } from '../../../contract/rails/offers.ts';
import { netOf } from '../../ledger/payouts.ts';
import { walletOf } from '../../ledger/wallets.ts';
import { railOffers, railsNotOffered, railsOf } from '../../payout-methods/rail-offers.ts';
import { newMethodsWait, shownMethods } from '../../payout-methods/shown.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { arrivalOf } from '../../../contract/rails/arrival.ts';
import type { Rail } from '../../../contract/rails/terms.ts';
import { methodPrefill } from '../manage-payouts/requirement.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

type Requirement = RequirementOf<'payout'>;

/**
 * Returns what the step shows. It is in one of three phases: nothing was reviewed, `review` waits to be
 * confirmed, or `payout` is followed. Amounts are cents.
 */
export async function payoutRequirement(
  deps: Deps,
  tx: Queryable,
  { app, flow, user }: PayeeContext,
): Promise<Requirement> {
  const now = deps.clock.now();
  const options = optionsOf(flow, 'payout');
  const hidden = options?.hide_continue_button ?? false;
  const rows = user ? await payoutMethodsOf(tx, user.id) : [];
  const wallet = user ? await walletOf(tx, user.id) : { amount: 0, withdrawable_amount: 0 };
  const limits = new Map(railsOf(user).map((rail) => [rail.platform as string, rail]));
  const draft = flow.payout_draft;
  const transfer = draft?.transfer_id ? await findTransfer(tx, draft.transfer_id) : null;
  // The method may have been removed since the review. Then there is nothing to confirm, and the payee
  // chooses again.
  const chosen = rows.find(({ id }) => id === draft?.method_id);
  return {
    step: 'payout',
    hide_continue_button: hidden,
    balance: wallet.withdrawable_amount,
    held: wallet.amount - wallet.withdrawable_amount,
    methods: await shownMethods(deps, tx, user),
    rails: railOffers(user, now, feePartyOf(flow)).map((offer) => {
      const { min = 0, max = 0 } = limits.get(offer.platform) ?? {};
      return { ...offer, minimum: min, maximum: max };
    }),
    ...railsNotOffered(user),
    method_prefill: await methodPrefill(deps, tx, user),
    ...(await newMethodsWait(deps, tx, user)),
    auto_payout: {
      shown:
        options?.auto_payout_enabled !== false &&
        !wasAutoPayoutAsked(flow.plan, optionsOf(flow, 'manage-payouts'), rows.length),
      enabled: user?.auto_payout_enabled ?? false,
    },
    draft: draft && !draft.transfer_id ? { amount: draft.amount, method_id: draft.method_id } : null,
    notice: draft?.notice ?? null,
    review:
      draft?.quote && !draft.transfer_id && chosen
        ? {
            id: draft.id,
            ...termsOf(flow, draft, draft.quote),
            method: methodObject(chosen),
            arrives_in: arrival(limits.get(chosen.platform), now),
          }
        : null,
    payout:
      transfer &&
      (await followedPayout(
        tx,
        app,
        transfer,
        hidden,
        arrival(limits.get(transfer.platform ?? ''), transfer.created),
      )),
  };
}

export const feePartyOf = (flow: PayeeContext['flow']): FeeParty =>
  optionsOf(flow, 'payout')?.payout_fee_party ?? defaultFeeParty;

/** Returns whether the payout took place, as far as we know. A payout that came back did not. */
export const isPaid = (transfer: TransferRow | null): boolean =>
  transfer !== null && !cameBack[transfer.status];

/**
 * Returns the payout as the payee follows it. Its method is found even after it was removed, because the
 * money is on its way there.
 */
async function followedPayout(
  tx: Queryable,
  app: PayeeContext['app'],
  row: TransferRow,
  stays: boolean,
  arrives_in: Requirement['rails'][number]['arrives_in'],
) {
  const method = await findPayoutMethod(tx, row.payout_method_id ?? '');
  if (!method) return null;
  return {
    amount: row.amount,
    fee: row.fee_party === 'user' ? row.fee : 0,
    ...withheldFrom(row),
    net: netOf(row),
    method: methodObject(method),
    arrives_in,
    status: row.status,
    history: row.status_history,
    reference: row.id,
    ...failureFor(row, app),
    again: !isPaid(row) || (stays && row.status === 'completed'),
  };
}

function withheldFrom(row: TransferRow) {
  const withheld = withheldOf(row.withholding);
  return withheld ? { withheld } : {};
}

/** Returns why a payout came back, and whom to ask where that is the next thing to do. */
function failureFor(row: TransferRow, app: PayeeContext['app']) {
  if (!cameBack[row.status]) return {};
  const failure = row.failure_code ?? 'unknown';
  const support = app.support_url ?? (app.support_email && `mailto:${app.support_email}`);
  return { failure, ...(nextActs[failure] === 'ask' && support && { support }) };
}

/**
 * The fee that the payee is shown is the part that they bear. A fee of the platform's is none of their
 * business.
 */
const termsOf = (
  flow: PayeeContext['flow'],
  { amount }: PayoutDraft,
  quote: NonNullable<PayoutDraft['quote']>,
) => ({
  amount,
  fee: feePartyOf(flow) === 'user' ? quote.fee : 0,
  ...(quote.withheld && { withheld: quote.withheld }),
  net: quote.net,
});

const arrival = (rail: Rail | undefined, made: Date) => (rail ? arrivalOf(rail, made) : { from: 0, to: 0 });
