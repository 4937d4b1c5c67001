/** Under which chapter of the Internal Revenue Code tax is kept back: each has a return of its own. */
import type { WithholdingReason } from '../../contract/forms/income.ts';
import type { TaxChapter } from '../../contract/money/tax-totals.ts';

/** What is paid to US persons is under the one chapter, to everybody else under the other. */
const chapters = {
  'us-person': '24',
  'exempt-payee': '24',
  'below-threshold': '24',
  'no-number': '24',
  'wrong-number': '24',
  'notified-by-irs': '24',
  'tax-exempt': null,
  'earned-outside': '3',
  'no-form': '3',
  treaty: '3',
  'treaty-of-other-country': '3',
  'treaty-of-other-income': '3',
  'treaty-without-number': '3',
  'place-unknown': '3',
  statutory: '3',
  'effectively-connected': '3',
  'treaty-services': '3',
  'exempt-organization': '3',
  intermediary: '3',
  'approved-form': '3',
} as const satisfies Readonly<Record<WithholdingReason, TaxChapter | null>>;

export const chapterOf = (reason: WithholdingReason | null): TaxChapter | null =>
  reason === null ? null : chapters[reason];

/** Returns the reasons of one chapter. */
export const reasonsOf = (chapter: TaxChapter | null): string[] =>
  Object.entries(chapters).flatMap(([reason, of]) => (of === chapter ? [reason] : []));
