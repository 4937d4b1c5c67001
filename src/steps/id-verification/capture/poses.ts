/**
 * The short sequence of a selfie: straight ahead, head turned, closer. It only asks; nothing here looks whether it was done. The
 * provider gets the photos and judges.
 */
import type { ImageSide } from '../../../contract/steps/id-documents.ts';

export type Pose = 'straight' | 'turn' | 'closer';

/** The one looking ahead is what is compared, so it goes up last: with it the server has all that it needs. */
export const poses = [
  { pose: 'straight', side: 'selfie' },
  { pose: 'turn', side: 'selfie-turned' },
  { pose: 'closer', side: 'selfie-closer' },
] as const satisfies readonly { readonly pose: Pose; readonly side: ImageSide }[];

/** How long each is shown before its photo is taken. An object, so that tests need not wait. */
export const poseTime = { milliseconds: 2200 };

export function hold(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, poseTime.milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
