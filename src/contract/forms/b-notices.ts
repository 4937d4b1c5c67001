/** Words of “B” notices. */

export const bNoticeKinds = ['first', 'second'] as const;
export type BNoticeKind = (typeof bNoticeKinds)[number];

/** Who confirmed a number: the IRS, or the Social Security Administration. */
export const bNoticeLetters = ['irs-147c', 'ssa'] as const;
export type BNoticeLetter = (typeof bNoticeLetters)[number];

export const bNoticeStandings = ['waiting', 'withholding', 'answered', 'undone'] as const;
export type BNoticeStanding = (typeof bNoticeStandings)[number];
