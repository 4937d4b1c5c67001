/**
 * `/tax-returns`: runs that make the information returns of a year. Their files have whole tax numbers, so
 * they take the scope `tax-numbers`, and it is written down who read them.
 */
import { Hono } from 'hono';
import { createTaxReturnInput, taxReturnFileQuery } from '../../contract/money/tax-returns.ts';
import type { TaxReturn } from '../../contract/money/tax-returns.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { findReturns, listReturns, rowsReturnedOf, usersReturned } from '../db/tax-returns.ts';
import type { TaxReturnRow } from '../db/tax-returns.ts';
import { idempotent } from '../http/idempotent.ts';
import type { Deps } from '../ports/deps.ts';
import { printCopies } from '../tax/returns/copy.ts';
import { recipientOfRow, returnsCsv } from '../tax/returns/file.ts';
import { makeReturns } from '../tax/returns/make.ts';
import { isAbout } from './accesses.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readQuery } from './queries.ts';
import { idParam, pageAnswer, readFields, readPage } from './requests.ts';
import { fileHeaders, streamOf } from './stream.ts';

export function taxReturnRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, ['users', 'money']);
  const numbers = authenticatePartner(deps, ['users', 'money', 'tax-numbers'], 'secret');
  const find = async (appId: string, id: string): Promise<TaxReturnRow> => {
    const run = await findReturns(deps.db, appId, id);
    if (!run) throw new ProblemError('no-such-resource');
    return run;
  };

  return new Hono<PartnerEnv>()
    .post('/tax-returns', partner, async (c) => {
      const input = await readFields(c, createTaxReturnInput);
      const app = c.get('partner');
      return idempotent(c, deps, app.id, async (tx) => ({
        status: 201,
        body: returnObject(await makeReturns(deps, tx, app, input)),
      }));
    })
    .get('/tax-returns', partner, async (c) =>
      c.json(pageAnswer(await listReturns(deps.db, c.get('partner').id, readPage(c)), returnObject)),
    )
    .get('/tax-returns/:id', partner, async (c) =>
      c.json(returnObject(await find(c.get('partner').id, idParam(c)))),
    )
    .get('/tax-returns/:id/csv', numbers, async (c) => {
      const run = await find(c.get('partner').id, idParam(c));
      const { kind } = readQuery(c, taxReturnFileQuery);
      isAbout(c, await usersReturned(deps.db, run.id, kind));
      const body = await streamOf(returnsCsv(deps, run, kind));
      const name = `${run.form}-${run.year}${kind === 'corrected' ? '-corrected' : ''}`;
      return c.body(body, 200, fileHeaders('text/csv; charset=utf-8', name));
    })
    .get('/users/:id/tax-returns/:return_id/pdf', partner, async (c) => {
      const run = await find(c.get('partner').id, idParam(c, 'return_id'));
      const rows = await rowsReturnedOf(deps.db, run.id, idParam(c));
      if (rows.length === 0) throw new ProblemError('no-such-resource');
      const copies = [];
      for (const row of rows) copies.push({ row, recipient: await recipientOfRow(deps, deps.db, row) });
      const pdf = await printCopies(run, copies);
      const name = `${run.form}-${run.year}-copy-b`;
      return c.body(new Uint8Array(pdf).buffer, 200, fileHeaders('application/pdf', name));
    });
}

const returnObject = (run: TaxReturnRow): TaxReturn => {
  const { id, created, year, form, originals, corrections, without_number } = run;
  return { id, created: created.toISOString(), year, form, originals, corrections, without_number };
};
