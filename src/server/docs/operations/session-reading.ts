/** What a payee’s session can read besides the snapshot. */
import { z } from '../../../contract/z.ts';
import type { Operation } from '../operation.ts';

const bank = z.object({ bank_name: z.nullable(z.string()) });

export const readingOperations: readonly Operation[] = [
  {
    id: 'nameBank',
    method: 'get',
    path: '/session/banks/{routing_number}',
    tag: 'Payee session',
    summary: 'Name the bank of a routing number',
    security: 'session',
    status: 200,
    answer: bank,
  },
  {
    id: 'events',
    method: 'get',
    path: '/session/events',
    tag: 'Payee session',
    summary: 'Stream of snapshots',
    description:
      'Server-sent events, read with fetch so that the token can be a header: `event: snapshot`, data a Snapshot; a comment every 20 seconds.',
    security: 'session',
    status: 200,
    answer: 'event-stream',
  },
];
