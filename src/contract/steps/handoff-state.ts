/**
 * What a hand-off to the payee's phone means for each of the two devices. The server and the mock decide by
 * the same rules.
 */
import type { HandoffState } from './id-documents.ts';
import type { IdVerificationRequirement } from './id-verification.ts';

/** How long a link may be opened, and how long the browser that opened it may open it again (a reload). */
export const handoffWaitingMs = 10 * 60 * 1000;
export const handoffReopenMs = 30 * 60 * 1000;

/** What is kept of a link. */
export interface KeptHandoff {
  /** `canceled`: the device that began goes on by itself. `done`: the phone has submitted the pictures. */
  readonly state: 'waiting' | 'opened' | 'canceled' | 'done';
  /** The four digits that both devices show. */
  readonly code: string;
  readonly expires_at: Date;
}

/** `starter` is the device that made the link. Null: there is no hand-off. */
export type HandoffRole = 'starter' | 'phone' | null;

export const handoffRole = (handoff: KeptHandoff | null, isPhone: boolean): HandoffRole =>
  isPhone ? 'phone' : handoff ? 'starter' : null;

/**
 * Returns the state that counts now. A link that nobody opened in time, and a phone whose session has ended
 * (`isPhoneHere` is false), do not block the step.
 */
export function handoffStateNow(handoff: KeptHandoff | null, isPhoneHere: boolean, now: Date): HandoffState {
  if (!handoff) return 'none';
  const counts = handoff.state === 'waiting' ? handoff.expires_at > now : isPhoneHere;
  return counts ? handoff.state : 'none';
}

/**
 * Returns whether this device may act. While a phone has the step the desktop watches, and the other way
 * round after the desktop took it back.
 */
export const holdsStep = (role: HandoffRole, state: HandoffState): boolean =>
  role === 'phone' ? state === 'opened' || state === 'done' : state !== 'opened';

/** Returns whether the other device is awaited. The phone waits after a cancel too: it may go on again. */
export const isOtherAwaited = (state: HandoffState): boolean => state !== 'none' && state !== 'done';

/** Returns the hand-off as this device sees it. The two devices see different things on purpose. */
export function shownHandoff(
  handoff: KeptHandoff | null,
  now: Date,
  { role, state: real, holds }: { role: HandoffRole; state: HandoffState; holds: boolean },
): IdVerificationRequirement['handoff'] {
  // Only the phone is told that the starter went on by itself.
  const state = role === 'phone' || real !== 'canceled' ? real : 'none';
  const isOpen = handoff !== null && state !== 'none';
  return {
    state,
    code: isOpen ? handoff.code : null,
    role: role === 'phone' || isOpen ? role : null,
    holds,
    expires_in:
      isOpen && state === 'waiting'
        ? Math.max(0, Math.ceil((handoff.expires_at.getTime() - now.getTime()) / 1000))
        : null,
  };
}
