/** Runs that make information returns, and the returns of each. */
import type { TaxPayer, TaxReturnForm, TaxReturnKind } from '../../contract/money/tax-returns.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';

export interface TaxReturnRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  year: number;
  form: TaxReturnForm;
  payer: TaxPayer;
  originals: number;
  corrections: number;
  without_number: number;
}

/** One return of one payee. */
export interface ReturnedRow extends Row {
  /** Its place in the run, from 1. */
  number: number;
  user_id: string;
  line: string;
  kind: TaxReturnKind;
  tax_form_id: string | null;
  /** The upload from which it was filled in, where no tax form was. */
  tax_upload_id: string | null;
  /** Cents, by the name of the box. */
  boxes: Readonly<Record<string, number>>;
}

const columns = 'id, app_id, created, year, form, payer, originals, corrections, without_number';
const rowColumns = 'number, user_id, line, kind, tax_form_id, tax_upload_id, boxes';

/** Of two runs of an app at once, the second waits here, and then sees what the first one made. */
export async function lockReturns(tx: Queryable, appId: string): Promise<void> {
  await tx.query('select 1 from apps where id = $1 for no key update', [appId]);
}

export async function insertReturns(
  tx: Queryable,
  run: TaxReturnRow,
  rows: readonly ReturnedRow[],
): Promise<void> {
  await tx.query(`insert into tax_returns (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [
    ...[run.id, run.app_id, run.created, run.year, run.form, JSON.stringify(run.payer)],
    ...[run.originals, run.corrections, run.without_number],
  ]);
  // One parameter for all rows, because a statement takes 65,535 at most.
  await tx.query(
    `insert into tax_return_rows (return_id, ${rowColumns}) select $1, ${rowColumns}
     from jsonb_to_recordset($2::jsonb) as t (number int, user_id uuid, line text, kind text, tax_form_id uuid, tax_upload_id uuid, boxes jsonb)`,
    [run.id, JSON.stringify(rows)],
  );
}

/** `made`: when the run was made that had it. */
export type LastReturned = ReturnedRow & { readonly made: Date };

/** Returns what was last returned of each payee, in the order in which that was made. */
export function lastReturned(
  tx: Queryable,
  { app_id, year, form }: Pick<TaxReturnRow, 'app_id' | 'year' | 'form'>,
): Promise<LastReturned[]> {
  return tx.query<LastReturned>(
    `select ${rowColumns}, made from (
       select distinct on (t.user_id, t.line) t.*, r.created as made
       from tax_returns r join tax_return_rows t on t.return_id = r.id
       where r.app_id = $1 and r.year = $2 and r.form = $3
       order by t.user_id, t.line, r.created desc, r.id desc, t.number desc
     ) as last order by made, number`,
    [app_id, year, form],
  );
}

export async function findReturns(db: Queryable, appId: string, id: string): Promise<TaxReturnRow | null> {
  const [row] = await db.query<TaxReturnRow>(
    `select ${columns} from tax_returns where app_id = $1 and id = $2`,
    [appId, id],
  );
  return row ?? null;
}

export const listReturns = (
  db: Queryable,
  appId: string,
  request: PageRequest,
): Promise<Page<TaxReturnRow> | null> =>
  pageOf(db, { columns, from: 'tax_returns t', where: 't.app_id = $1', params: [appId] }, request);

/** Returns up to `limit` rows of a run of one kind behind the place `after`, in their order. */
export function rowsReturned(
  db: Queryable,
  returnId: string,
  kind: TaxReturnKind,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ReturnedRow[]> {
  return db.query<ReturnedRow>(
    `select ${rowColumns} from tax_return_rows where return_id = $1 and kind = $2 and number > $3 order by number limit $4`,
    [returnId, kind, after, limit],
  );
}

/** Returns what a run has of one payee. */
export const rowsReturnedOf = (db: Queryable, returnId: string, userId: string): Promise<ReturnedRow[]> =>
  db.query<ReturnedRow>(
    `select ${rowColumns} from tax_return_rows where return_id = $1 and user_id = $2 order by number`,
    [returnId, userId],
  );

/** Returns whom a run is about. */
export async function usersReturned(db: Queryable, returnId: string, kind: TaxReturnKind): Promise<string[]> {
  const rows = await db.query<{ user_id: string }>(
    'select distinct user_id from tax_return_rows where return_id = $1 and kind = $2',
    [returnId, kind],
  );
  return rows.map(({ user_id }) => user_id);
}
