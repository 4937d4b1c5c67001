/** How partners ask for a list of transfers. */
import { uuid } from '../flow.ts';
import { isCalendarDate } from '../forms/dates.ts';
import { momentOf } from '../forms/moments.ts';
import * as z from '../z.ts';
import { transferStatuses, transferTypes } from './transfers.ts';
import { withholdingStates } from './withholding.ts';

/**
 * A date or a moment (`momentOf`), from 1900 on. PostgreSQL knows no year 0, and `Date` takes 30 February for
 * 2 March.
 */
const day = z.string('invalid-date').check(
  z.maxLength(40, 'invalid-date'),
  z.refine(
    (text) =>
      /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}/.test(text) &&
      isCalendarDate(text.slice(0, 10)) &&
      // PostgreSQL is given no later year. West of Greenwich 9999 lasts until 10000 has begun in UTC.
      momentOf(text).getUTCFullYear() <= 9999,
    'invalid-date',
  ),
);

/** Filters of `GET /transfers`. */
export const transferQuery = z.object({
  user_id: z.optional(uuid),
  /** Two of the types are taken for older clients, and nothing has them. */
  type: z.optional(z.enum([...transferTypes, 'settlement', 'payable'], 'invalid-choice')),
  status: z.optional(z.enum(transferStatuses, 'invalid-choice')),
  /** Payouts of which money was withheld, by where that money is. */
  withholding: z.optional(z.enum(withholdingStates, 'invalid-choice')),
  /** From this moment on. A date without a time means its first moment in UTC. */
  start_date: z.optional(day),
  /** Up to this moment. A date without a time includes that whole day in UTC. */
  end_date: z.optional(day),
  /** `true`: oldest first. */
  reverse_order: z.optional(z.enum(['true', 'false'], 'invalid-boolean')),
});
