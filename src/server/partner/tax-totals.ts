/** `/tax-totals`: what users were paid in a year or a quarter, as tax reporting counts it. */
import { Hono } from 'hono';
import { taxPeriodQuery, taxTotalsQuery } from '../../contract/money/tax-totals.ts';
import type { Deps } from '../ports/deps.ts';
import { taxTotals, totalsCsv } from '../tax/totals.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readQuery } from './queries.ts';
import { oneEnd, pageAnswer } from './requests.ts';
import { fileHeaders, streamOf } from './stream.ts';

export function taxTotalRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');

  return new Hono<PartnerEnv>()
    .get('/tax-totals', partner, async (c) => {
      const { year, quarter, ...page } = oneEnd(readQuery(c, taxTotalsQuery));
      const totals = await taxTotals(deps, deps.db, c.get('partner').id, { year, quarter }, page);
      return c.json(pageAnswer(totals, (total) => total));
    })
    .get('/tax-totals/csv', partner, async (c) => {
      const period = readQuery(c, taxPeriodQuery);
      const name = ['tax-totals', period.year, period.quarter && `q${period.quarter}`].filter(Boolean);
      const body = await streamOf(totalsCsv(deps, c.get('partner').id, period));
      return c.body(body, 200, fileHeaders('text/csv; charset=utf-8', name.join('-')));
    });
}
