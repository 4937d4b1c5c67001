/** What a partner may say of what it paid a user elsewhere (`1099_adjustment`). */
import { isCurrentYear } from '../forms/dates.ts';
import * as z from '../z.ts';
import { months, year } from './users.ts';

const cents = z.int('invalid-number').check(z.minimum(0, 'invalid-number'));
/** Zero would adjust nothing. */
const atLeastOne = z.int('invalid-number').check(z.minimum(1, 'invalid-number'));
/** The form of a year that is over has been filed. */
const openYear = year.check(z.refine(isCurrentYear, 'invalid-number'));

/**
 * Each month has its box on a Form 1099-K (5a to 5l), so all twelve are said. The vendor refuses the same:
 * zero, a month that is missing, a year that is over.
 */
const monthlyAmounts = z.object(
  Object.fromEntries(months.map((month) => [month, cents])) as Record<(typeof months)[number], typeof cents>,
);

export const adjustmentInput = z.discriminatedUnion(
  'form',
  [
    z.object({ year: openYear, form: z.literal('1099-NEC'), amount: atLeastOne }),
    z.object({
      year: openYear,
      form: z.literal('1099-K'),
      monthly_amounts: monthlyAmounts,
      transaction_count: z.optional(atLeastOne),
    }),
  ],
  'invalid-choice',
);
