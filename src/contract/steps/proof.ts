/**
 * For how long a proof of who somebody is counts. The server and the mock go by the same times. A proof is
 * a right code, or the word of a partner who opened a flow for a user. Refreshing a session, or opening the
 * flow again in the same browser, makes it no younger.
 */

const minuteMs = 60 * 1000;

const goodForMs = {
  /** For an answer to what is asked beside the code. */
  answer: 15 * minuteMs,
  /** For adding a payout method. Whoever finds a page open must not send the money elsewhere. */
  destination: 60 * minuteMs,
  /** For opening the flow again, as long as a session may last at most. */
  flow: 24 * 60 * minuteMs,
} as const;

/** Returns whether a proof from `proved` is young enough for this. */
export const isProved = (what: keyof typeof goodForMs, proved: Date | null, now: Date): boolean =>
  proved !== null && now.getTime() - proved.getTime() <= goodForMs[what];
