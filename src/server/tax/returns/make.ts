/**
 * A run over a year: what has to be reported of whom, compared with what earlier runs made. What is new is an
 * original; what has other amounts than before is a correction, with the amounts as they are now (General
 * Instructions for Certain Information Returns, part H, error type 1). Where the payee turned out to be told
 * of under a wrong name or number, what was told is corrected to nothing, and told anew (error type 2). A
 * Form 1042-S is amended instead, whatever was wrong (its instructions, “Amended Returns”). What has not
 * changed is left out.
 */
import { fieldError } from '../../../contract/input/problem-error.ts';
import type { CreateTaxReturnInput } from '../../../contract/money/tax-returns.ts';
import { newestTaxFormsOf } from '../../db/tax-forms.ts';
import { uploadsForReturns } from '../../db/tax-uploads.ts';
import { insertReturns, lastReturned, lockReturns } from '../../db/tax-returns.ts';
import type { LastReturned, ReturnedRow, TaxReturnRow } from '../../db/tax-returns.ts';
import type { App } from '../../db/apps.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openTaxFields } from '../sealed-fields.ts';
import { pagesOfTotals, spanOf } from '../totals.ts';
import { returnsOf } from './boxes.ts';
import type { Recipient } from './recipient.ts';
import { findSource, hasNumber, idsOf, recipientFrom, sourceFor } from './source.ts';
import type { Source } from './source.ts';

/**
 * Makes and stores a run.
 * @throws ProblemError `invalid-input` while the year is not over
 */
export async function makeReturns(
  deps: Pick<Deps, 'clock' | 'newId' | 'vault'>,
  tx: Queryable,
  app: Pick<App, 'id'>,
  { year, form, payer }: CreateTaxReturnInput,
): Promise<TaxReturnRow> {
  const now = deps.clock.now();
  if (spanOf({ year }).to > now) throw fieldError('year', 'date-in-future');
  await lockReturns(tx, app.id);
  const before = new Map(
    (await lastReturned(tx, { app_id: app.id, year, form })).map((row) => [keyOf(row), row]),
  );
  const rows: ReturnedRow[] = [];
  const put = (row: Made, kind: ReturnedRow['kind']) => rows.push({ ...row, number: rows.length + 1, kind });
  const add = (row: Made, last?: ReturnedRow) => {
    if (!last || !isSame(last.boxes, row.boxes)) put(row, last ? 'corrected' : 'original');
  };
  let withoutNumber = 0;
  for await (const totals of pagesOfTotals(deps, tx, app.id, { year })) {
    const ids = totals.map(({ id }) => id);
    const forms = byUser(await newestTaxFormsOf(tx, ids));
    const uploads = byUser(await uploadsForReturns(tx, ids));
    for (const total of totals) {
      // The newest form says what the payee is.
      const [newest] = forms.get(total.id) ?? [];
      const fields = newest ? openTaxFields(deps, newest) : null;
      const source = sourceFor(form, forms.get(total.id) ?? [], uploads.get(total.id) ?? []);
      for (const { line, boxes } of returnsOf(form, total, fields)) {
        const made = { user_id: total.id, line, boxes, ...idsOf(source) };
        const count = rows.length;
        const last = before.get(keyOf(made));
        before.delete(keyOf(made));
        const wasWrong = last && sum(last.boxes) > 0 && (await wasWrongPayee(deps, tx, last, source));
        if (!wasWrong) add(made, last);
        else if (form === '1042-s') put(made, 'corrected');
        else {
          put({ ...last, boxes: zeros(last.boxes) }, 'corrected');
          put(made, 'original');
        }
        if (rows.length > count && !hasNumber(deps, source)) withoutNumber += 1;
      }
    }
  }
  // Nothing is left of what was reported of these: every box is 0 now.
  for (const last of before.values()) add({ ...last, boxes: zeros(last.boxes) }, last);
  const run: TaxReturnRow = {
    ...{ id: deps.newId(), app_id: app.id, created: now, year, form, payer },
    originals: rows.filter(({ kind }) => kind === 'original').length,
    corrections: rows.filter(({ kind }) => kind === 'corrected').length,
    without_number: withoutNumber,
  };
  await insertReturns(tx, run, rows);
  return run;
}

type Made = Pick<ReturnedRow, 'user_id' | 'line' | 'boxes' | 'tax_form_id' | 'tax_upload_id'>;

const keyOf = ({ user_id, line }: Pick<ReturnedRow, 'user_id' | 'line'>): string => `${user_id} ${line}`;

type Boxes = ReturnedRow['boxes'];
const isSame = (one: Boxes, other: Boxes): boolean =>
  Object.keys({ ...one, ...other }).every((box) => one[box] === other[box]);
const zeros = (boxes: Boxes): Boxes => Object.fromEntries(Object.keys(boxes).map((box) => [box, 0]));

const sum = (boxes: Boxes): number => Object.values(boxes).reduce((cents, box) => cents + box, 0);

/**
 * Returns whether what was told last of a payee had a wrong number, or none, or a name that did not fit it.
 * Another name alone is no error: people marry.
 */
async function wasWrongPayee(
  deps: Pick<Deps, 'vault'>,
  tx: Queryable,
  last: Pick<LastReturned, 'tax_form_id' | 'tax_upload_id' | 'made'>,
  now: Source,
): Promise<boolean> {
  const ids = idsOf(now);
  // Whoever approves an upload again has read it again. What it said before is not kept.
  if (ids.tax_form_id === last.tax_form_id && ids.tax_upload_id === last.tax_upload_id)
    return now.upload?.decided ? now.upload.decided > last.made : false;
  if (!now.form && !now.upload) return false;
  const told = await findSource(tx, last);
  if (!told.form && !told.upload) return true;
  const [before, after] = [told, now].map((source) => recipientFrom(deps, source, null));
  const isOther = (...names: (keyof Recipient)[]) => names.some((name) => before?.[name] !== after?.[name]);
  if (isOther('tin', 'tinType', 'foreignTin')) return true;
  return told.form?.tin_status === 'mismatched' && isOther('first', 'last', 'business');
}

function byUser<T extends { readonly user_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.user_id, [...(found.get(row.user_id) ?? []), row]);
  return found;
}
