/** `/apps/{id}/statements/{month}`: what the wallet did in a month, as JSON, CSV and PDF. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Deps } from '../ports/deps.ts';
import { monthOf, statementCsv, statementOf } from '../ledger/statement.ts';
import { printStatement } from '../ledger/statement-pdf.ts';
import { ownApp } from './apps.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';

export function statementRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');
  const asked = (c: Context<PartnerEnv>) => ({
    app: ownApp(c),
    month: monthOf(deps, c.req.param('month') ?? ''),
  });
  const file = (c: Context<PartnerEnv>, type: 'text/csv; charset=utf-8' | 'application/pdf') => ({
    'content-type': type,
    'content-disposition': `attachment; filename="statement-${c.req.param('month')}.${type === 'application/pdf' ? 'pdf' : 'csv'}"`,
  });

  return new Hono<PartnerEnv>()
    .get('/apps/:id/statements/:month', partner, async (c) => {
      const { app, month } = asked(c);
      return c.json(await statementOf(deps, app.id, month));
    })
    .get('/apps/:id/statements/:month/csv', partner, async (c) => {
      const { app, month } = asked(c);
      const pieces = statementCsv(deps, app.id, month);
      // The first piece is read here, so that a database that is away is answered as everywhere.
      const first = await pieces.next();
      return c.body(streamOf(first.done ? '' : first.value, pieces), 200, file(c, 'text/csv; charset=utf-8'));
    })
    .get('/apps/:id/statements/:month/pdf', partner, async (c) => {
      const { app, month } = asked(c);
      const statement = await statementOf(deps, app.id, month);
      const pdf = await printStatement(statement, { appName: app.name, at: deps.clock.now() });
      return c.body(new Uint8Array(pdf).buffer, 200, file(c, 'application/pdf'));
    });
}

/** A month may have more lines than memory. They are read as fast as they are taken. */
function streamOf(first: string, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      const next = await rest.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await rest.return(undefined);
    },
  });
}
