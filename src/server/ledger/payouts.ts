/**
 * Pays a user out. One transaction writes down the intent, takes the money from the wallet and enqueues a
 * job. The job (`advance-payout.ts`) tells the rail; it may be run twice and be killed.
 */
import type { PayoutRail } from '../../contract/bank/rails.ts';
import { stillWaits } from '../../contract/bank/new-methods.ts';
import type { FeeParty } from '../../contract/money/transfers.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import { railsOf } from '../payout-methods/rail-offers.ts';
import { newMethods } from '../payout-methods/shown.ts';
import { walletBalance } from '../db/ledger.ts';
import { pausedMethodsOf } from '../db/paused-methods.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import { findTransferByIntent, insertTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { keepUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { lacksFunds, quoteOn } from '../../contract/rails/quote.ts';
import type { Rail } from '../../contract/rails/terms.ts';
import { taxFormDue } from '../tax/due.ts';
import { withholdingFor, withheldHere } from '../tax/withhold.ts';
import type { PayoutWithholding } from '../tax/withhold.ts';
import { invalidTransaction, whyDisabled } from '../users/refusals.ts';
import { isHeld } from './held.ts';
import { appWallet, book, fees, lockWalletsOf, payeeOf, railClearing, userWallet } from './movements.ts';
import { withheldMoney } from './movements.ts';
import { assertSamePayout } from './same-request.ts';
import { createTransfer } from './transfers.ts';
import { countPayout, transferChanged } from './transfer-events.ts';

/** A job sees to a new payout at once. If the job is lost, the rescue finds the payout after this long. */
export const rescueAfterMs = 10_000;

/** How often a held payout is looked at, in case nobody called `releaseHeldPayouts` (`release.ts`). */
export const heldLookMs = 60_000;

interface PayoutBasics {
  readonly app: App;
  readonly user: UserRow;
  /** Cents. */
  readonly amount: number;
  readonly feeParty: FeeParty;
  /** The money first moves from the app's wallet to the user's, in the same transaction. */
  readonly fund?: boolean;
  /** About the money that `fund` moves. */
  readonly tax_exempt?: boolean;
  /** The same: what it is for; absent or null: the app's usual type. */
  readonly income_type?: IncomeType | null;
}

export interface PayoutQuote {
  /** What leaves the user's wallet. */
  readonly amount: number;
  readonly fee: number;
  readonly fee_party: FeeParty;
  /** What is kept back here for the tax authority. */
  readonly withheld: number;
  /** How that came about, or what is to be kept back elsewhere. */
  readonly withholding: PayoutWithholding;
  /** What arrives: `amount`, less what is withheld, and the fee when the user bears it. */
  readonly net: number;
  /** Minutes. */
  readonly arrives_in: { readonly from: number; readonly to: number };
}

export interface PayoutRequest extends PayoutBasics {
  readonly method: PayoutMethodRow;
  readonly flowId?: string;
  readonly payoutLinkId?: string | null;
  readonly metadata?: TransferRow['metadata'];
  /** The same intent is the same payout, whatever is retried, doubled or killed. */
  readonly intent?: string;
}

/**
 * Returns what a payout would cost and when it would arrive.
 * @throws ProblemError `payout-method-paused`, `payout-method-waiting`, `payout-method-unavailable`,
 * `amount-below-minimum`, `amount-above-maximum`, `transaction-insufficient-funds`
 */
export async function quotePayout(
  deps: Pick<Deps, 'clock' | 'config' | 'vault'>,
  tx: Queryable,
  request: PayoutBasics & ({ readonly method: PayoutMethodRow } | { readonly platform: PayoutRail }),
): Promise<PayoutQuote> {
  const { user, amount, feeParty } = request;
  if ('method' in request) await assertTakesMoney(deps, tx, user, request.method);
  const rail = railOf(user, 'method' in request ? request.method.platform : request.platform);
  const withholding = await withholdingFor(deps, tx, request);
  const withheld = withheldHere(withholding);
  const { fee, net } = quoteOn(rail, amount, feeParty, withheld);
  if (!request.fund && (await walletBalance(tx, { userId: user.id })) < amount) throw lacksFunds();
  return { amount, fee, fee_party: feeParty, withheld, withholding, net, arrives_in: rail.arrives_in };
}

/** @throws ProblemError `payout-method-paused`, `payout-method-waiting` */
async function assertTakesMoney(
  deps: Pick<Deps, 'clock' | 'config'>,
  tx: Queryable,
  user: UserRow,
  { id }: PayoutMethodRow,
): Promise<void> {
  if ((await pausedMethodsOf(tx, user.id)).has(id)) throw new ProblemError('payout-method-paused');
  const from = (await newMethods(deps, tx, user)).get(id);
  if (from) throw stillWaits(from, deps.clock.now());
}

/**
 * Takes the money and orders the payout; `advance-payout` does the rest. When the user is held (`held.ts`),
 * the money is taken too, and the payout waits with status `flagged`.
 * @throws ProblemError as `quotePayout`, and `invalid-transaction`, `user-info-missing` (a tax form),
 * `idempotency-conflict`
 */
export async function createPayout(deps: Deps, tx: Queryable, request: PayoutRequest): Promise<TransferRow> {
  const { app, user, method, amount, feeParty, intent } = request;
  // The payout refers to the user, and their row is locked before wallets (`lock-order.ts`).
  await keepUser(tx, user.id);
  // The lock comes first. Of two payouts at the same time, the second counts what the first has paid: for the
  // wallet, the tax and the intent.
  await lockWalletsOf(deps, tx, app.id, user.id);
  const before = intent === undefined ? null : await findTransferByIntent(tx, app.id, intent);
  if (before) {
    await assertSamePayout(tx, before, {
      ...{ user_id: user.id, amount, platform: method.platform, account_id: method.id, fee_party: feeParty },
      ...{ fund: request.fund ?? false, tax_exempt: request.tax_exempt ?? false },
      ...{ income_type: request.income_type ?? null, metadata: request.metadata ?? null },
    });
    return before;
  }
  if (user.status === 'disabled') throw invalidTransaction(whyDisabled(user));

  const quote = await quotePayout(deps, tx, request);
  const funding = request.fund ? await createTransfer(deps, tx, fundingOf(request)) : null;
  // The check comes after the funding, which may be tax exempt. Payouts are held back until the form is
  // collected (`must_collect_1099` in the vendor's OpenAPI description).
  const tax = await taxFormDue(deps, tx, user, { paying: amount });
  if (tax.refuses)
    throw new ProblemError('user-info-missing', {
      detail: `The law wants a tax form (${tax.form}) of this user before this payout. Send them through a flow with the step compliance.`,
    });
  const now = deps.clock.now();
  const held = isHeld(user);
  const row = await insertTransfer(tx, {
    id: deps.newId(),
    app_id: app.id,
    user_id: user.id,
    created: now,
    type: 'payout',
    status: held ? 'flagged' : 'created',
    amount,
    tax_exempt: request.tax_exempt ?? false,
    metadata: request.metadata ?? null,
    intent: intent ?? null,
    platform: method.platform,
    payout_method_id: method.id,
    fee: quote.fee,
    fee_party: feeParty,
    funding_id: funding?.id ?? null,
    flow_id: request.flowId ?? null,
    payout_link_id: request.payoutLinkId ?? null,
    withheld: quote.withheld,
    withholding: quote.withholding,
    look_at: new Date(now.getTime() + (held ? heldLookMs : rescueAfterMs)),
  });
  // Another transaction made the payout since the first look. Nothing may stay of what this transaction did.
  if (!row) throw new ProblemError('resource-busy', { retryAfter: 1 });
  await book(deps, tx, {
    appId: app.id,
    kind: 'payout',
    transferId: row.id,
    phase: 'open',
    lines: payoutLines(row),
  });
  if (held) await transferChanged(deps, tx, row);
  else {
    countPayout(deps, tx, row);
    await deps.jobs.enqueue(tx, { kind: 'advance-payout', transferId: row.id });
  }
  return row;
}

/** Returns what a payout moves when it begins. The opposite gives everything back, the fee included. */
export function payoutLines(
  row: Pick<TransferRow, 'user_id' | 'platform' | 'amount' | 'fee' | 'fee_party' | 'withheld'>,
) {
  return [
    { account: userWallet(payeeOf(row)), amount: -row.amount },
    ...(row.fee_party === 'platform' ? [{ account: appWallet, amount: -row.fee }] : []),
    { account: railClearing(row.platform ?? ''), amount: netOf(row) },
    { account: fees, amount: row.fee },
    { account: withheldMoney, amount: row.withheld },
  ];
}

/** Returns the cents that arrive: the amount, less what is withheld, and the fee when the user bears it. */
export const netOf = ({
  amount,
  fee,
  fee_party,
  withheld,
}: Pick<TransferRow, 'amount' | 'fee' | 'fee_party' | 'withheld'>): number =>
  amount - withheld - (fee_party === 'user' ? fee : 0);

function railOf(user: UserRow, platform: string): Rail {
  const rail = railsOf(user).find((offered) => offered.platform === platform);
  if (!rail)
    throw new ProblemError('payout-method-unavailable', {
      detail: `${platform} does not pay this user: where they live, or payout_options_exclude_list, rules it out. Name another method.`,
    });
  return rail;
}

function fundingOf({ app, user, amount, tax_exempt, income_type, metadata }: PayoutRequest) {
  return {
    app,
    user,
    amount: -amount,
    forPayout: true,
    ...(tax_exempt === undefined ? {} : { tax_exempt }),
    income_type: income_type ?? null,
    ...(metadata === undefined ? {} : { metadata }),
  };
}
