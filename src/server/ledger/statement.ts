/** The statement of a month: what the app's wallet had, got and paid, in UTC. */
import { monthPattern, walletPurposes } from '../../contract/money/apps.ts';
import type { Statement, WalletPurpose } from '../../contract/money/apps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { walletEntries, walletSums } from '../db/statements.ts';
import type { WalletEntry, WalletPart } from '../db/statements.ts';
import { asText, csvLine, dollars } from '../language/csv.ts';
import type { Deps } from '../ports/deps.ts';

/** How many entries are read at one time. */
const atOnce = 1000;

export interface Month {
  readonly month: string;
  readonly from: Date;
  /** The first moment that no longer belongs to it. */
  readonly to: Date;
}

/**
 * Returns the month that the text names (`2026-11`).
 * @throws ProblemError `no-such-resource` where it names none, or one that has not begun
 */
export function monthOf({ clock }: Pick<Deps, 'clock'>, text: string): Month {
  const [year = 0, month = 0] = monthPattern.test(text) ? text.split('-').map(Number) : [];
  const from = new Date(Date.UTC(year, month - 1));
  if (year === 0 || from > clock.now())
    throw new ProblemError('no-such-resource', {
      detail: 'A statement is of a month that has begun, like 2026-11.',
    });
  return { month: text, from, to: new Date(Date.UTC(year, month)) };
}

export async function statementOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  appId: string,
  { month, from, to }: Month,
): Promise<Statement> {
  const { opening, sums } = await walletSums(db, appId, from, to);
  const totals = new Map<WalletPurpose, { entries: number; amount: number }>();
  const days = new Map<string, { money_in: number; money_out: number }>();
  for (const sum of sums) {
    const purpose = purposeOf(sum);
    const total = totals.get(purpose) ?? { entries: 0, amount: 0 };
    totals.set(purpose, { entries: total.entries + sum.entries, amount: total.amount + sum.amount });
    const day = days.get(sum.day) ?? { money_in: 0, money_out: 0 };
    day[sum.comes ? 'money_in' : 'money_out'] += sum.amount;
    days.set(sum.day, day);
  }
  let balance = opening;
  return {
    app_id: appId,
    month,
    from: from.toISOString(),
    to: to.toISOString(),
    complete: to <= clock.now(),
    currency: 'USD',
    opening_balance: opening,
    closing_balance: opening + sums.reduce((sum, { amount }) => sum + amount, 0),
    totals: walletPurposes.flatMap((purpose) => {
      const total = totals.get(purpose);
      return total ? [{ purpose, ...total }] : [];
    }),
    days: [...days].map(([date, day]) => ({
      date,
      ...day,
      balance: (balance += day.money_in + day.money_out),
    })),
  };
}

function purposeOf({ kind, type, comes, link }: WalletPart): WalletPurpose {
  if (type === null) return 'opening';
  const isUndone = kind === 'returned' || kind === 'reversed';
  if (link && type === 'balance') return isUndone ? 'payout_links_undone' : 'payout_links';
  switch (type) {
    case 'refill':
      return isUndone ? 'refills_undone' : comes ? 'refills' : 'withdrawals';
    case 'payout':
      return isUndone ? 'payout_fees_undone' : 'payout_fees';
    case 'payment':
      return isUndone ? 'payments_undone' : 'payments';
    case 'balance':
      return isUndone ? 'transfers_undone' : comes ? 'from_users' : 'to_users';
  }
}

/**
 * Yields the statement as CSV (RFC 4180), piece by piece: what the wallet had, each entry with the balance
 * after it, and what it has in the end. Amounts are dollars with a point, so that a spreadsheet can sum them.
 */
export async function* statementCsv(
  { db }: Pick<Deps, 'db'>,
  appId: string,
  { from, to }: Month,
): AsyncGenerator<string> {
  const { opening } = await walletSums(db, appId, from, to);
  yield (
    csvLine(['created', 'purpose', 'transfer_id', 'user_id', 'reference', 'amount_usd', 'balance_usd']) +
    csvLine([from.toISOString(), 'opening_balance', '', '', '', '', dollars(opening)])
  );
  let balance = opening;
  let after: WalletEntry | null = null;
  for (;;) {
    const entries: WalletEntry[] = await walletEntries(db, appId, { from, to, after, limit: atOnce });
    yield entries
      .map((entry) => {
        balance += entry.amount;
        return csvLine([
          ...[entry.created.toISOString(), purposeOf(entry), entry.transfer_id ?? '', entry.user_id ?? ''],
          ...[asText(entry.reference ?? ''), dollars(entry.amount), dollars(balance)],
        ]);
      })
      .join('');
    if (entries.length < atOnce) break;
    after = entries.at(-1) ?? null;
  }
  yield csvLine([to.toISOString(), 'closing_balance', '', '', '', '', dollars(balance)]);
}
