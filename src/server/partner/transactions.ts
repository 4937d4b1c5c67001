/** `/transactions`: the books of the app, line by line. Those of one transfer are in the transfer too. */
import { Hono } from 'hono';
import { transactionId, transactionPageQuery } from '../../contract/money/transactions.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Deps } from '../ports/deps.ts';
import { findTransaction, listTransactions } from '../ledger/transactions.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readQuery } from './queries.ts';
import { oneEnd, pageAnswer } from './requests.ts';

export function transactionRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');

  return new Hono<PartnerEnv>()
    .get('/transactions', partner, async (c) => {
      const request = oneEnd(readQuery(c, transactionPageQuery));
      const page = await listTransactions(deps.db, c.get('partner').id, request);
      return c.json(pageAnswer(page, (line) => line));
    })
    .get('/transactions/:transaction_id', partner, async (c) => {
      const { success, data: id } = transactionId.safeParse(c.req.param('transaction_id'));
      const line = success ? await findTransaction(deps.db, c.get('partner').id, id) : null;
      if (!line) throw new ProblemError('no-such-resource');
      return c.json(line);
    });
}
