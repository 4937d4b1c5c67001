/** The messages by which a payee who has left hears of a result. */
import * as z from '../z.ts';
import type { StepName } from '../steps.ts';

/**
 * Where the payee will hear of the result: the masked number to which a text goes. It is sent when the result
 * is late or a person has to look, once. A requirement lacks it when nobody would write.
 */
export const notification = z.optional(z.object({ channel: z.literal('sms'), to: z.string() }));
export type Notification = z.infer<typeof notification>;

/**
 * Whether a payee may have to wait at the step for something that others do. The server writes to them then,
 * and the step says so beforehand.
 */
export const notifies = {
  authentication: false,
  onboarding: false,
  compliance: true,
  'id-verification': true,
  'background-check': true,
  'manage-payments': true,
  'manage-payouts': false,
  payout: true,
  'pdf-form-fill': false,
  redirect: false,
} as const satisfies Readonly<Record<StepName, boolean>>;

type Notifies = typeof notifies;
export type NotifyingStep = { [N in StepName]: Notifies[N] extends true ? N : never }[StepName];

/**
 * Milliseconds after which a machine's answer is late. Whoever waits for one is on the page. They are written
 * to only when it is late. A person's answer always takes long.
 */
const lateMs = 600_000;

/** Returns whether an answer that comes at `now` to something handed in at `since` is late. */
export const isLate = (since: Date, now: Date): boolean => now.getTime() - since.getTime() >= lateMs;

/**
 * Returns whether a payee can be sent texts. `channel` is how the code came that confirmed the phone in this
 * flow, and null when none was needed. Whoever was called may have no phone that takes texts.
 */
export const takesTexts = (channel: 'sms' | 'voice' | null, isVerified: boolean): boolean =>
  channel === 'sms' || (channel === null && isVerified);
