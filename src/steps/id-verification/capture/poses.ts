/**
 * The short sequence of a selfie: straight ahead, head turned, closer. It only asks; nothing here looks whether it was done. The
 * provider gets the photos and judges.
 */
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import { photoOf, type Photo } from './photos.ts';

export type Pose = 'straight' | 'turn' | 'closer';

/** The one looking ahead is what is compared, so it goes up last: with it the server has all that it needs. */
const poses = [
  { pose: 'straight', side: 'selfie' },
  { pose: 'turn', side: 'selfie-turned' },
  { pose: 'closer', side: 'selfie-closer' },
] as const satisfies readonly { readonly pose: Pose; readonly side: ImageSide }[];

/** How long each is shown before its photo is taken. An object, so that tests need not wait. */
export const poseTime = { milliseconds: 2200 };

/** Resolves to null when the camera gave no picture: the page went to the background in between. Ends early when aborted. */
export async function shootPoses(
  shoot: () => Blob | null,
  onPose: (pose: Pose) => void,
  signal: AbortSignal,
): Promise<Photo[] | null> {
  const taken: [ImageSide, Blob][] = [];
  for (const { pose, side } of poses) {
    onPose(pose);
    await hold(signal);
    const blob = signal.aborted ? null : shoot();
    if (!blob) return null;
    taken.push([side, blob]);
  }
  return taken.map(([side, blob]) => photoOf(side, blob));
}

function hold(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, poseTime.milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
