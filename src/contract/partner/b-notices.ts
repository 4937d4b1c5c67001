/** “B” notices: the IRS says that the name and the number of a payee do not match (CP2100, CP2100A). */
import { timestamp, uuid } from '../flow.ts';
import { bNoticeKinds, bNoticeLetters, bNoticeStandings } from '../forms/b-notices.ts';
import { isCalendarDate, isPast } from '../forms/dates.ts';
import { codeText } from '../forms/fields.ts';
import * as z from '../z.ts';

export const bNotice = z.object({
  id: uuid,
  created: timestamp,
  /** The day on which you got it: `2026-11-30`. */
  received: z.string(),
  /**
   * `second`: another one came in one of the two calendar years before. Notices of one calendar year count as
   * one.
   */
  kind: z.enum(bNoticeKinds),
  /** The day from which 24 % is withheld: the one after the 30th business day. Holidays are not left out. */
  withhold_from: z.string(),
  /**
   * `waiting`: for a new W-9, or the letter. `withholding`: neither came in time. `answered`: it did; a W-9
   * answers a first notice only. `undone`: it was recorded by mistake.
   */
  standing: z.enum(bNoticeStandings),
  /** Who has confirmed the number: the IRS with Letter 147C, or the SSA. Null: nobody has. */
  letter: z.nullable(z.enum(bNoticeLetters)),
  /** When you said that the letter has come; null until then. */
  letter_received: z.nullable(timestamp),
  /** When it was undone; null for all others. */
  undone: z.nullable(timestamp),
});
export type BNotice = z.infer<typeof bNotice>;

/** Body of `POST /users/{id}/b-notices`. */
export const recordBNoticeInput = z.object({
  /** The day on which you got the notice, or its date if that is later: `2026-11-30`. Today when absent. */
  received: z.optional(
    codeText(10).check(
      z.refine((date: string) => isCalendarDate(date), 'invalid-date'),
      z.refine((date: string) => !isCalendarDate(date) || isPast(date), 'date-in-future'),
    ),
  ),
});

/** Body of `PATCH /users/{id}/b-notices/{notice_id}`: one of the two. */
export const changeBNoticeInput = z.object({
  /** You have got the letter that confirms name and number: `irs-147c` of the IRS, or `ssa`. */
  letter: z.optional(z.enum(bNoticeLetters, 'invalid-choice')),
  /** `true`: it was recorded by mistake, and counts for nothing. */
  undone: z.optional(z.literal(true, 'invalid-choice')),
});
