/** Asks for the camera, never for the microphone, and says in one word why there is none. */

/**
 * Why there is no camera.
 *
 * `policy`: the page, or the frame it is in, is not allowed to ask, so asking again cannot help. `denied`:
 * the payee or their settings said no. `dismissed`: the question was closed without an answer. `none`: there
 * is no camera. `busy`: another app has it. `insecure`: browsers give a camera to https pages only.
 * `unsupported`: the browser gives it to no page, like those inside some apps. `stopped`: it was unplugged or
 * taken away.
 */
export type CameraTrouble =
  'policy' | 'denied' | 'dismissed' | 'none' | 'busy' | 'insecure' | 'unsupported' | 'stopped';

export type CameraAnswer = { readonly stream: MediaStream } | { readonly trouble: CameraTrouble };

/** Which camera: the rear one for documents, the front one for the face. A laptop gives whichever it has. */
export type Facing = 'environment' | 'user';

/**
 * Opens the camera, which makes the browser ask the payee. The caller has to `stop` the stream, or its light
 * stays on.
 */
export async function openCamera(facing: Facing): Promise<CameraAnswer> {
  if (isForbidden()) return { trouble: 'policy' };
  if (!navigator.mediaDevices) return { trouble: isSecureContext ? 'unsupported' : 'insecure' };
  try {
    // Small print needs pixels. "Ideal" never fails, unlike "min" and "exact".
    const video = { facingMode: { ideal: facing }, width: { ideal: 2560 }, height: { ideal: 1440 } };
    return { stream: await navigator.mediaDevices.getUserMedia({ video, audio: false }) };
  } catch (error) {
    return { trouble: await troubleOf((error as DOMException).name) };
  }
}

export function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/**
 * Turns the name of an error into what browsers mean by it. The names are those of
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia.
 */
async function troubleOf(name: string): Promise<CameraTrouble> {
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  // "Not allowed" is also the answer to a question that was only closed. The browser would ask again then, so
  // the state of the permission tells the two apart.
  const state = await navigator.permissions?.query({ name: 'camera' }).then(
    ({ state }) => state,
    () => null,
  );
  return state === 'prompt' ? 'dismissed' : 'denied';
}

/**
 * Returns whether the Permissions-Policy forbids the camera. Only Chromium tells that beforehand; elsewhere
 * it looks like a no of the payee.
 */
function isForbidden(): boolean {
  const { featurePolicy } = document as Document & {
    readonly featurePolicy?: { allowsFeature(name: string): boolean };
  };
  return featurePolicy?.allowsFeature('camera') === false;
}
