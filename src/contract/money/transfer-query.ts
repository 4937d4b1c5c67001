/** How partners ask for a list of transfers. */
import { uuid } from '../flow.ts';
import { dateOrMoment } from '../forms/date-or-moment.ts';
import * as z from '../z.ts';
import { transferStatuses, transferTypes } from './transfers.ts';
import { withholdingStates } from './withholding.ts';

/** Filters of `GET /transfers`. */
export const transferQuery = z.object({
  user_id: z.optional(uuid),
  /** Two of the types are taken for older clients, and nothing has them. */
  type: z.optional(z.enum([...transferTypes, 'settlement', 'payable'], 'invalid-choice')),
  status: z.optional(z.enum(transferStatuses, 'invalid-choice')),
  /** Payouts of which money was withheld, by where that money is. */
  withholding: z.optional(z.enum(withholdingStates, 'invalid-choice')),
  /** From this moment on. A date without a time means its first moment in UTC. */
  start_date: z.optional(dateOrMoment),
  /** Up to this moment. A date without a time includes that whole day in UTC. */
  end_date: z.optional(dateOrMoment),
  /** `true`: oldest first. */
  reverse_order: z.optional(z.enum(['true', 'false'], 'invalid-boolean')),
});
