/** `/apps/{id}/statements/{month}`: what the wallet did in a month, as JSON, CSV and PDF. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Deps } from '../ports/deps.ts';
import { monthOf, statementCsv, statementOf } from '../ledger/statement.ts';
import { printStatement } from '../ledger/statement-pdf.ts';
import { ownApp } from './apps.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { fileHeaders, streamOf } from './stream.ts';

export function statementRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');
  const asked = (c: Context<PartnerEnv>) => ({
    app: ownApp(c),
    month: monthOf(deps, c.req.param('month') ?? ''),
  });

  return new Hono<PartnerEnv>()
    .get('/apps/:id/statements/:month', partner, async (c) => {
      const { app, month } = asked(c);
      return c.json(await statementOf(deps, app.id, month));
    })
    .get('/apps/:id/statements/:month/csv', partner, async (c) => {
      const { app, month } = asked(c);
      const body = await streamOf(statementCsv(deps, app.id, month));
      return c.body(body, 200, fileHeaders('text/csv; charset=utf-8', `statement-${month.month}`));
    })
    .get('/apps/:id/statements/:month/pdf', partner, async (c) => {
      const { app, month } = asked(c);
      const statement = await statementOf(deps, app.id, month);
      const pdf = await printStatement(statement, { appName: app.name, at: deps.clock.now() });
      return c.body(
        new Uint8Array(pdf).buffer,
        200,
        fileHeaders('application/pdf', `statement-${month.month}`),
      );
    });
}
