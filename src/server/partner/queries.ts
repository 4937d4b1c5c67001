/**
 * What each partner call takes in its query. What it does not know is refused by name: a filter that is
 * passed over would answer with what nobody asked for.
 */
import type { Context } from 'hono';
import type { output } from 'zod/v4/core';
import { flowQuery, pageQuery } from '../../contract/flow.ts';
import { parseInput } from '../../contract/input/input.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import { paymentMethodQuery } from '../../contract/money/payments.ts';
import { batchResultsQuery } from '../../contract/money/payout-batches.ts';
import { payoutLinkQuery } from '../../contract/money/payout-links.ts';
import { taxReturnFileQuery } from '../../contract/money/tax-returns.ts';
import { taxPeriodQuery, taxTotalsQuery } from '../../contract/money/tax-totals.ts';
import { transactionPageQuery } from '../../contract/money/transactions.ts';
import { transferQuery } from '../../contract/money/transfer-query.ts';
import { screeningQuery } from '../../contract/partner/screening.ts';
import { userQuery } from '../../contract/partner/users.ts';
import { deliveryQuery, listenQuery } from '../../contract/partner/webhook-calls.ts';
import * as z from '../../contract/z.ts';
import { apiPattern, routeOf } from '../http/request-log.ts';

/** By method and route below `/v2`. A call that is not here takes none. */
export const queries: Readonly<Record<string, z.ZodMiniObject>> = {
  'GET /flows': z.extend(pageQuery, flowQuery.shape),
  'GET /users': z.extend(pageQuery, userQuery.shape),
  'GET /users/:id/accesses': pageQuery,
  'GET /payment-customers': pageQuery,
  'GET /payment-methods': paymentMethodQuery,
  'GET /payout-batches': pageQuery,
  'GET /payout-batches/:id/results': batchResultsQuery,
  'GET /payout-links': z.extend(pageQuery, payoutLinkQuery.shape),
  'GET /tax-returns': pageQuery,
  'GET /tax-returns/:id/csv': taxReturnFileQuery,
  'GET /tax-totals': taxTotalsQuery,
  'GET /tax-totals/csv': taxPeriodQuery,
  'GET /screening-matches': z.extend(pageQuery, screeningQuery.shape),
  'GET /transactions': transactionPageQuery,
  'GET /transfers': z.extend(pageQuery, transferQuery.shape),
  'GET /webhook-endpoints': pageQuery,
  'GET /webhook-endpoints/:id/deliveries': z.extend(pageQuery, deliveryQuery.shape),
  'GET /sandbox/webhooks': listenQuery,
  'GET /pdf-templates': pageQuery,
  'POST /pdf-templates': z.object({ name: z.optional(z.string()) }),
  'POST /users/:id/send-verification-token': z.object({ lang: z.optional(z.string()) }),
};

/** @throws ProblemError with one entry for each parameter that the call does not take, or takes once */
export function assertQuery(c: Context): void {
  const known = queries[`${c.req.method} ${apiPattern(routeOf(c))}`]?.shape ?? {};
  const errors = Object.entries(c.req.queries()).flatMap(([name, values]) =>
    !Object.hasOwn(known, name)
      ? [fieldProblem(name, 'unknown')]
      : values.length > 1
        ? [fieldProblem(name, 'invalid-type', 'Give it once.')]
        : [],
  );
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
}

/** Returns the parameters. Some languages write booleans as `True` and `False`. */
export const readQuery = <S extends z.ZodMiniObject>(c: Context, schema: S): output<S> =>
  parseInput(
    schema,
    Object.fromEntries(
      Object.entries(c.req.query()).map(([name, value]) => [
        name,
        /^(?:true|false)$/i.test(value) ? value.toLowerCase() : value,
      ]),
    ),
  );
