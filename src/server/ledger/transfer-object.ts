/** The transfer as partners see it, in the vendor's v2 shape. */
import type { Transfer } from '../../contract/money/transfers.ts';
import type { Queryable } from '../ports/database.ts';
import { entriesOf } from '../db/ledger.ts';
import type { BookedEntry } from '../db/ledger.ts';
import type { TransferRow } from '../db/transfers.ts';
import { linesOf } from './lines.ts';

export async function transferObject(db: Queryable, row: TransferRow): Promise<Transfer> {
  const [transfer] = await transferObjects(db, [row]);
  return transfer as Transfer;
}

/** Reads the entries of all of them in the books at once. */
export async function transferObjects(db: Queryable, rows: readonly TransferRow[]): Promise<Transfer[]> {
  if (rows.length === 0) return [];
  const entries = await entriesOf(
    db,
    rows.map(({ id }) => id),
  );
  const byTransfer = new Map<string | null, BookedEntry[]>(rows.map(({ id }) => [id, []]));
  for (const entry of entries) byTransfer.get(entry.transfer_id)?.push(entry);
  return rows.map((row) => shownTransfer(row, byTransfer.get(row.id) ?? []));
}

function shownTransfer(row: TransferRow, entries: readonly BookedEntry[]): Transfer {
  return {
    id: row.id,
    created: row.created.toISOString(),
    ...(row.user_id === null ? {} : { user_id: row.user_id }),
    status: row.status,
    type: row.type,
    amount: row.amount,
    external_data: {
      ...(row.payout_method_id === null ? {} : { account_id: row.payout_method_id }),
      ...(row.external_id === null ? {} : { external_id: row.external_id }),
      ...(row.platform === null ? {} : { platform: row.platform }),
      ...(row.payment_method_id === null
        ? {}
        : { account_id: row.payment_method_id, platform: 'ach' as const }),
    },
    transactions: transactionsOf(entries, row.type),
    ...(row.payout_link_id === null ? {} : { payout_link_id: row.payout_link_id }),
    metadata: row.metadata,
    status_history: row.status_history,
    tax_exempt: row.tax_exempt,
    fee: row.fee,
    payout_fee_party: row.fee_party,
    failure_reason: row.failure,
    ...(row.type === 'payment'
      ? { return_code: row.return_code, debit_on: row.debit_on?.toISOString().slice(0, 10) ?? null }
      : {}),
    income_type: row.income_type,
    withholding: shownWithholding(row),
  };
}

/** What partners need not hear of: a US person of whom nothing is kept back, and money that is no income. */
const usual: ReadonlySet<string> = new Set(['us-person', 'exempt-payee', 'below-threshold', 'tax-exempt']);

function shownWithholding(row: TransferRow): Transfer['withholding'] {
  const { withholding, withheld, withholding_state: state, set_off } = row;
  if (!withholding || withholding.parts.every(({ reason }) => usual.has(reason))) return null;
  const computed = withholding.parts.reduce((sum, part) => sum + part.withheld, 0);
  return {
    mode: withholding.mode,
    amount: withholding.mode === 'deduct' ? withheld : computed,
    ...{ state, set_off },
    parts: withholding.parts,
  };
}

/** Returns the lines of all these movements, in the order of the books. */
export function transactionsOf(
  entries: readonly BookedEntry[],
  type: TransferRow['type'],
): Transfer['transactions'] {
  const movements = new Map<number, BookedEntry[]>();
  for (const entry of entries)
    movements.set(entry.movement, [...(movements.get(entry.movement) ?? []), entry]);
  return [...movements.values()].flatMap((booked) =>
    linesOf(booked).map(({ id, amount, from, to }) => ({
      id,
      amount,
      created: to.created.toISOString(),
      source_name: nameOf(from),
      destination_name: nameOf(to),
      type: lineType(from, to, type),
      metadata: null,
    })),
  );
}

function lineType(
  from: BookedEntry,
  to: BookedEntry,
  type: TransferRow['type'],
): Transfer['transactions'][number]['type'] {
  const touches = (account: BookedEntry['account']) => from.account === account || to.account === account;
  return touches('fees') ? 'fee' : touches('withheld') ? 'withholding' : type;
}

function nameOf({ account, rail }: Pick<BookedEntry, 'account' | 'rail'>): string {
  switch (account) {
    case 'app_wallet':
      return 'App wallet';
    case 'user_wallet':
      return 'User wallet';
    case 'rail_clearing':
      return rail === 'bank' ? 'Bank' : (rail ?? 'Rail');
    case 'fees':
      return 'Fees';
    case 'outside':
      return 'Outside';
    case 'reserved':
      return 'Payout links';
    case 'withheld':
      return 'Withheld tax';
  }
}
