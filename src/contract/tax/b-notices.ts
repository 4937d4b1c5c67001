/**
 * “B” notices: the IRS has told the payer that name and number of a payee do not match (CP2100, CP2100A).
 * What a notice makes due, by Treas. Reg. §31.3406(d)-5 and IRS Publication 1281. Pure, without a clock.
 *
 * That the number did not match when it was filed is no such notice (Treas. Reg. §31.3406(j)-1(b)): nothing
 * may be withheld because of that alone.
 */
import type { BNoticeKind, BNoticeStanding } from '../forms/b-notices.ts';

export interface BNoticeFacts {
  /** When it was recorded, as an ISO timestamp. */
  readonly created: string;
  /** The day on which it was received, or its date if that is later: `YYYY-MM-DD`. */
  readonly received: string;
  /** When the IRS or the SSA had confirmed the number, to the payer; null while they have not. */
  readonly letter_received: string | null;
  /** When it turned out to be about somebody else; null for the others. */
  readonly undone: string | null;
}

/** The newest form, as far as it counts. */
interface Filed {
  readonly form: string;
  readonly created: Date;
}

const days = 24 * 60 * 60 * 1000;

/**
 * Returns the day after the 30th business day: the first on which something is withheld (§31.3406(d)-5(e)).
 * Holidays are not left out, so it begins early and never late, which a payer may choose.
 */
export function withholdFrom(received: string): string {
  let day = new Date(`${received}T00:00:00Z`).getTime();
  for (let left = 30; left > 0;) {
    day += days;
    if (isBusinessDay(day)) left -= 1;
  }
  return new Date(day + days).toISOString().slice(0, 10);
}

const isBusinessDay = (moment: number): boolean => ![0, 6].includes(new Date(moment).getUTCDay());

const yearOf = (notice: Pick<BNoticeFacts, 'received'>): number => Number(notice.received.slice(0, 4));

/**
 * Returns whether it is the second within three calendar years (§31.3406(d)-5(g)(1)). Notices of one calendar
 * year count as one (§31.3406(d)-5(g)(4)).
 */
export const kindOf = (notice: BNoticeFacts, all: readonly BNoticeFacts[]): BNoticeKind =>
  all.some((other) => !other.undone && yearOf(other) < yearOf(notice) && yearOf(other) >= yearOf(notice) - 2)
    ? 'second'
    : 'first';

/**
 * Returns where a notice stands. A first one is answered by a W-9 that was certified since
 * (§31.3406(d)-5(f)), a second one only by the SSA or the IRS (§31.3406(d)-5(g)(1)(ii), (5)): a W-9 does
 * not do.
 */
export function standingOf(
  notice: BNoticeFacts,
  {
    all,
    form,
    now,
  }: { readonly all: readonly BNoticeFacts[]; readonly form: Filed | null; readonly now: Date },
): BNoticeStanding {
  if (notice.undone) return 'undone';
  if (notice.letter_received) return 'answered';
  // Of a notice of today, what was filed before it was recorded is no answer.
  const isOfThatDay = notice.created.slice(0, 10) === notice.received;
  const since = isOfThatDay ? notice.created : notice.received;
  const isCertified = form?.form === 'w9' && form.created.toISOString() >= since;
  if (isCertified && kindOf(notice, all) === 'first') return 'answered';
  return now.toISOString().slice(0, 10) >= withholdFrom(notice.received) ? 'withholding' : 'waiting';
}

/**
 * Returns whether there were two within three calendar years at `moment`, answered or not. The return then
 * says so, and the IRS sends no more of them (instructions of the 1099-NEC and 1099-MISC, “2nd TIN Not.”).
 */
export function hadSecond(all: readonly BNoticeFacts[], moment: Date): boolean {
  const at = moment.toISOString();
  const known = all
    .filter(({ created, undone }) => created <= at && !(undone !== null && undone <= at))
    .map((notice) => ({ ...notice, undone: null }));
  return known.some((notice) => kindOf(notice, known) === 'second');
}

export interface BNoticeState {
  /** A form W-9 answers what is open. */
  readonly wantsForm: boolean;
  /** Something stands against the payee: what was filed need not be right, and they are paid nonetheless. */
  readonly isOpen: boolean;
  /** Backup withholding is due. */
  readonly withholds: boolean;
}

/** Returns what all notices of a payee together make due. */
export function noticeState(all: readonly BNoticeFacts[], form: Filed | null, now: Date): BNoticeState {
  const open = all
    .map((notice) => ({ kind: kindOf(notice, all), standing: standingOf(notice, { all, form, now }) }))
    .filter(({ standing }) => standing === 'waiting' || standing === 'withholding');
  return {
    wantsForm: open.length > 0 && open.every(({ kind }) => kind === 'first'),
    isOpen: open.length > 0,
    withholds: open.some(({ standing }) => standing === 'withholding'),
  };
}
