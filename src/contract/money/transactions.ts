/** The lines of the books as a list of their own. Only the server reads it. */
import { pageQuery, uuid } from '../flow.ts';
import type { FieldCode } from '../problems.ts';
import * as z from '../z.ts';
import { line } from './transfers.ts';

/** A line in the list of all lines. */
export const transaction = z.extend(line, {
  /** The transfer that the line is of. Null for the first money of a sandbox. */
  transfer_id: z.nullable(uuid),
});
export type Transaction = z.infer<typeof transaction>;

/** The id of a line in a path or a query. Further than this a number is not exact. */
export const transactionId = z.coerce
  .number('invalid-number' satisfies FieldCode)
  .check(
    z.int('invalid-number'),
    z.minimum(1, 'invalid-number'),
    z.maximum(Number.MAX_SAFE_INTEGER, 'invalid-number'),
  );

/** As the pages of all lists, with lines for cursors. */
export const transactionPageQuery = z.object({
  limit: pageQuery.shape.limit,
  starting_after: z.optional(transactionId),
  ending_before: z.optional(transactionId),
});
