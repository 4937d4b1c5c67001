/**
 * What a user was paid in a year or in a quarter, as tax reporting counts it. It comes from the books: a
 * payout counts at the moment at which it arrived, in UTC, and with all of its amount.
 */
import { pageQuery, uuid } from '../flow.ts';
import { incomeSources, incomeTypes, withholdingReasons } from '../forms/income.ts';
import { platformRegimes } from '../forms/tax.ts';
import type { FieldCode } from '../problems.ts';
import * as z from '../z.ts';

const wrong = 'invalid-number' satisfies FieldCode;
const whole = (from: number, to: number) =>
  z.coerce.number(wrong).check(z.int(wrong), z.minimum(from, wrong), z.maximum(to, wrong));

/** A calendar year of which there may be payments. */
export const taxYear = whole(2000, 2199);

const period = {
  /** The calendar year, in UTC. */
  year: taxYear,
  /** 1 to 4. Without it the whole year is told. */
  quarter: z.optional(whole(1, 4)),
};
export const taxPeriodQuery = z.object(period);
export const taxTotalsQuery = z.extend(pageQuery, period);

/**
 * Chapters of the Internal Revenue Code by which tax is kept back. `3`: of foreign persons (26 USC
 * §1441–1464). `24`: of US persons, as backup withholding (26 USC §3406).
 */
export const taxChapters = ['3', '24'] as const;
export type TaxChapter = (typeof taxChapters)[number];

/** What was paid for one type of income, from one source, at one rate. */
const part = z.object({
  /** What it was paid for. Null: you said that it is no income (`tax_exempt`). */
  income_type: z.nullable(z.enum(incomeTypes)),
  /** Where it comes from. Null: of before that was decided. */
  source: z.nullable(z.enum(incomeSources)),
  /** The part of `gross` that comes from the United States. Integer cents of US dollars. */
  us_gross: z.int(),
  /** Under which chapter of the Code it falls. Null: no income, or of before that was decided. */
  chapter: z.nullable(z.enum(taxChapters)),
  /** A fraction: `0.3` is 30 %. Null: of before that was decided. */
  rate: z.nullable(z.number()),
  /** Why it is this rate. Null: of before that was decided. */
  reason: z.nullable(z.enum(withholdingReasons)),
  /** What was paid, before anything was kept back of it. Integer cents of US dollars. */
  gross: z.int(),
  /** What was kept back of it here. Integer cents of US dollars. */
  withheld: z.int(),
  /** What was to be kept back of it elsewhere (mode `report`). Integer cents of US dollars. */
  withheld_elsewhere: z.int(),
  /** What of `withheld` was given to the user after all. Integer cents of US dollars. */
  released: z.int(),
});
export type TaxPart = z.infer<typeof part>;

/**
 * A quarter, as laws about platforms want it reported (Directive 2011/16/EU Annex V, Section III.B(2), and
 * the OECD Model Rules).
 */
const quarter = z.object({
  /** 1 to 4. */
  quarter: z.int(),
  /**
   * What was paid, less fees and tax that were kept back (Annex V, Section I.A(10)). Integer cents of US
   * dollars.
   */
  consideration: z.int(),
  /** How many payouts it were. Each is taken for one activity, because more is not known here. */
  payouts: z.int(),
  /** Fees that the user bore. Integer cents of US dollars. */
  fees: z.int(),
  /** Tax that was kept back here and not released. Integer cents of US dollars. */
  withheld: z.int(),
});

/** What one user was paid in a year or in a quarter. */
export const taxTotal = z.object({
  /** The id of the user, also of one who was deleted. */
  id: uuid,
  /** The calendar year, in UTC. */
  year: z.int(),
  /** Null: the whole year. */
  quarter: z.nullable(z.int()),
  /** Whether the time is over. Until then the sums grow; a payout that comes back lowers them later, too. */
  complete: z.boolean(),
  /** How many payouts arrived and did not come back. */
  payouts: z.int(),
  /** Income, before anything was kept back of it. Integer cents of US dollars. */
  gross: z.int(),
  /** What was paid and is no income (`tax_exempt`). Integer cents of US dollars. */
  exempt: z.int(),
  /** Tax that was kept back here. Integer cents of US dollars. */
  withheld: z.int(),
  /** Tax that was to be kept back elsewhere (mode `report`). Integer cents of US dollars. */
  withheld_elsewhere: z.int(),
  /** What of `withheld` was given to the user after all. Integer cents of US dollars. */
  released: z.int(),
  /** Fees that the user bore. Integer cents of US dollars. */
  fees: z.int(),
  /** What arrived: `gross` and `exempt`, less `withheld` and `fees`. Integer cents of US dollars. */
  net: z.int(),
  /**
   * What you say that you paid elsewhere in that year (`1099_adjustment` on a 1099-NEC). It is in no other
   * sum, and 0 for a quarter. Integer cents of US dollars.
   */
  paid_elsewhere: z.int(),
  /** The same by type of income, source and rate. Their amounts sum to those above. */
  parts: z.array(part),
  /** The quarters in which something was paid. */
  quarters: z.array(quarter),
  /** Laws of the user’s country by which a platform reports them. */
  regimes: z.array(z.enum(platformRegimes)),
});
export type TaxTotal = z.infer<typeof taxTotal>;
