/** When a message comes again, by the schedule and by what the receiver asks for. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * Waits after a failed attempt; the first attempt has none before it. These are the waits of the vendor's
 * sender (Svix, "Retry schedule").
 */
export const retryDelays: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  10 * hour,
];

/** A receiver is not left alone for longer than the schedule itself ever waits. */
const longestMs = Math.max(...retryDelays);

/** A message is tried for no longer than that, whatever receivers ask for. */
export const longestTryMs = (retryDelays.length + 1) * longestMs;

/**
 * Returns how long to wait after the attempt that was number `attempts`, counted from 0; null: it was the
 * last one. `Retry-After` makes a wait longer, up to ten hours, and never shorter: the attempts are counted,
 * and should not all be over in a minute.
 */
export function waitAfter(attempts: number, retryAfterMs: number | null): number | null {
  const usual = retryDelays[attempts];
  return usual === undefined ? null : Math.max(usual, Math.min(retryAfterMs ?? 0, longestMs));
}

/** Returns how long a receiver asks to wait: seconds, or a date (RFC 9110 §10.2.3). Null: not at all. */
export function retryAfter(answer: Response, now: Date): number | null {
  const text = answer.headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * second;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : date - now.getTime();
}
