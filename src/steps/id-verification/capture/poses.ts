/**
 * The short sequence of a selfie: straight ahead, head turned, closer. It only asks. Nothing here looks
 * whether it was done; the provider gets the photos and judges.
 */
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import { photoOf, type Photo } from './photos.ts';

/** What the payee is asked to do. Each has its words in the catalogue. */
export type Pose = 'straight' | 'turn' | 'closer';

/**
 * The order in which they are asked. The one that looks ahead is compared with the document. It goes up last,
 * because with it the server has all that it needs.
 */
const poses = [
  { pose: 'straight', side: 'selfie' },
  { pose: 'turn', side: 'selfie-turned' },
  { pose: 'closer', side: 'selfie-closer' },
] as const satisfies readonly { readonly pose: Pose; readonly side: ImageSide }[];

/**
 * How long each pose is asked for before its photo is taken. It is an object, so that tests need not wait.
 */
export const poseTime = { milliseconds: 2200 };

/**
 * Resolves to the photos. Resolves to null when it was aborted, or when the camera gave no picture because
 * the page went to the background.
 */
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

/** Waits for one pose, and ends early when aborted. */
function hold(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, poseTime.milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
