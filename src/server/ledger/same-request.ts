/**
 * What "the same request" is, of each thing that is made once for a key. Whatever was not asked for has its
 * default, and a method or account that was not named is whichever was chosen. With other contents a key is
 * refused, with the fields that are other: nobody is told that something was done which was not.
 */
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import type { CreatePayoutInput, FeeParty } from '../../contract/money/transfers.ts';
import { whatKeyMade } from '../db/body-keys.ts';
import type { KeyedThing } from '../db/body-keys.ts';
import { findTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { findUser } from '../db/users.ts';
import { keyConflict } from '../http/key-conflict.ts';
import { sameMeaning } from '../http/meaning.ts';
import type { Queryable } from '../ports/database.ts';
import { isMeantBy } from './chosen-method.ts';

/** What is to be done once for a key. `POST /payouts` and the rows of batches have one name for it. */
export const intentOf = (idempotencyKey: string): string => `key ${idempotencyKey.toLowerCase()}`;

/** A key of an app makes one thing, whichever call it is sent to first. The caller has locked the key. */
export async function assertKeyMadeNothingElse(
  tx: Queryable,
  appId: string,
  key: string,
  making: KeyedThing,
): Promise<void> {
  const other = (await whatKeyMade(tx, appId, { key, intent: intentOf(key) })).find((it) => it !== making);
  if (other) throw keyConflict(nameOf(making), ['idempotency_key'], nameOf(other));
}

const names: Partial<Record<KeyedThing | TransferRow['type'], string>> = { balance: 'transfer' };
const nameOf = (thing: KeyedThing | TransferRow['type']): string => names[thing] ?? thing;

/** Returns the names of those that are false. */
export const differing = (fields: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(fields).flatMap(([field, isSame]) => (isSame ? [] : [field]));

interface AskedPayout extends Pick<CreatePayoutInput, 'user_id' | 'amount' | 'platform' | 'account_id'> {
  readonly fund: boolean;
  readonly fee_party: FeeParty;
  readonly tax_exempt: boolean;
  readonly income_type: IncomeType | null;
  readonly metadata: TransferRow['metadata'];
}

/** @throws ProblemError `idempotency-conflict` */
export async function assertSamePayout(tx: Queryable, known: TransferRow, asked: AskedPayout): Promise<void> {
  const funding = known.funding_id === null ? null : await findTransfer(tx, known.funding_id);
  return assertSame(tx, known, 'payout', {
    user_id: known.user_id === asked.user_id.toLowerCase(),
    amount: known.amount === asked.amount,
    platform: known.platform !== null && isMeantBy(asked.platform, known.platform),
    account_id: (asked.account_id ?? known.payout_method_id) === known.payout_method_id,
    fund: (known.funding_id !== null) === asked.fund,
    tax_exempt: known.tax_exempt === asked.tax_exempt,
    income_type: isSameIncome(funding, asked),
    payout_fee_party: known.fee_party === asked.fee_party,
    metadata: sameMeaning(known.metadata, asked.metadata),
  });
}

/** Whoever did not say what money is for has got the app's usual type. */
const isSameIncome = (known: TransferRow | null, { income_type }: { income_type: IncomeType | null }) =>
  income_type === null || income_type === known?.income_type;

interface AskedPayment {
  readonly user_id: string;
  readonly amount: number;
  readonly account_id: string | null;
  readonly debit_on: Date | null;
  readonly metadata: TransferRow['metadata'];
}

/** @throws ProblemError `idempotency-conflict` */
export function assertSamePayment(tx: Queryable, known: TransferRow, asked: AskedPayment): Promise<void> {
  const day = asked.debit_on;
  return assertSame(tx, known, 'payment', {
    user_id: known.user_id === asked.user_id,
    amount: known.amount === asked.amount,
    account_id: (asked.account_id ?? known.payment_method_id) === known.payment_method_id,
    // A day that had begun was as good as none.
    debit_on:
      known.debit_on === null
        ? day === null || day <= known.created
        : known.debit_on.getTime() === day?.getTime(),
    metadata: sameMeaning(known.metadata, asked.metadata),
  });
}

interface AskedTransfer {
  readonly user_id: string;
  readonly amount: number;
  readonly tax_exempt: boolean;
  readonly income_type: IncomeType | null;
  readonly metadata: TransferRow['metadata'];
}

/** @throws ProblemError `idempotency-conflict` */
export function assertSameTransfer(tx: Queryable, known: TransferRow, asked: AskedTransfer): Promise<void> {
  return assertSame(tx, known, 'balance', {
    user_id: known.user_id === asked.user_id,
    amount: known.amount === asked.amount,
    tax_exempt: known.tax_exempt === asked.tax_exempt,
    income_type: isSameIncome(known, asked),
    metadata: sameMeaning(known.metadata, asked.metadata),
  });
}

/** Of a deposit or, below nothing, a withdrawal. @throws ProblemError `idempotency-conflict` */
export const assertSameMove = (tx: Queryable, known: TransferRow, amount: number): Promise<void> =>
  assertSame(tx, known, 'refill', { amount: known.amount === amount });

/** What the operator booked has a reference, which is its key. @throws ProblemError `idempotency-conflict` */
export function assertSameRefill(known: TransferRow | null, amount: number): asserts known is TransferRow {
  if (known?.type !== 'refill' || known.amount !== amount)
    throw new ProblemError('idempotency-conflict', {
      detail: 'Something else was booked with this reference. Name another payment otherwise.',
    });
}

async function assertSame(
  tx: Queryable,
  known: TransferRow,
  making: TransferRow['type'],
  fields: Readonly<Record<string, boolean>>,
): Promise<void> {
  if (known.type !== making) throw keyConflict(nameOf(making), ['idempotency_key'], nameOf(known.type));
  const other = differing(fields);
  if (other.length === 0) return;
  // The note goes with the user. That it was another one cannot be said any more.
  const isForgotten = other.join() === 'metadata' && known.metadata === null && known.user_id !== null;
  if (isForgotten && !(await findUser(tx, known.app_id, known.user_id ?? ''))) return;
  throw keyConflict(nameOf(making), other);
}
