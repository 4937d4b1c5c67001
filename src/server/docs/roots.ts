/** Every schema that the document shows, with the key by which its properties are described. */
import type { $ZodType } from 'zod/v4/core';
import { flowQuery } from '../../contract/flow.ts';
import { payoutLinkQuery } from '../../contract/money/payout-links.ts';
import { taxReturnFileQuery } from '../../contract/money/tax-returns.ts';
import { taxPeriodQuery } from '../../contract/money/tax-totals.ts';
import { transactionPageQuery } from '../../contract/money/transactions.ts';
import { batchResultsQuery } from '../../contract/money/payout-batches.ts';
import { paymentMethodQuery } from '../../contract/money/payments.ts';
import { transferQuery } from '../../contract/money/transfer-query.ts';
import { screeningQuery } from '../../contract/partner/screening.ts';
import { userQuery } from '../../contract/partner/users.ts';
import { deliveryQuery, listenQuery } from '../../contract/partner/webhook-calls.ts';
import { problem } from '../../contract/problems.ts';
import { uploadQuery } from '../../contract/steps/compliance-uploads.ts';
import { webhookPayload } from '../../contract/partner/webhooks.ts';
import { namedSchemas } from './named-schemas.ts';
import { operations } from './operations.ts';

interface Root {
  readonly key: string;
  readonly schema: $ZodType;
  readonly io: 'input' | 'output';
}

/** Filters of lists. */
const queries = {
  ...{ batchResultsQuery, deliveryQuery, flowQuery, listenQuery, paymentMethodQuery, payoutLinkQuery },
  ...{
    uploadQuery,
    screeningQuery,
    taxPeriodQuery,
    taxReturnFileQuery,
    transactionPageQuery,
    transferQuery,
    userQuery,
  },
};

/** Bodies of requests are described as they are sent, before parsing changes anything. */
export const ioOf = (name: string): Root['io'] => (/^(?:Create|Update)/.test(name) ? 'input' : 'output');

/** Returns the schemas with names, then those that stand in one call alone. */
export function roots(): Root[] {
  const named = [...namedSchemas].map(([schema, name]) => ({ key: name, schema, io: ioOf(name) }));
  const inCalls = operations.flatMap(({ id, body, answer }): Root[] => [
    ...(typeof body === 'object' ? [{ key: `${id}.body`, schema: body, io: 'input' as const }] : []),
    ...(typeof answer === 'object' ? [{ key: `${id}.answer`, schema: answer, io: 'output' as const }] : []),
  ]);
  return [
    ...named,
    { key: 'Problem', schema: problem, io: 'output' },
    { key: 'Webhook', schema: webhookPayload, io: 'output' },
    ...Object.entries(queries).map(([key, schema]) => ({ key, schema, io: 'input' as const })),
    ...inCalls.filter(({ schema }) => !namedSchemas.has(schema)),
  ];
}
