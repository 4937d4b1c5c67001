/** Says which part of the camera's picture is on screen, and which part of that is inside the frame. */

/** A rectangle in pixels of the camera, not of the screen. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the part of the picture that is visible: the inverse of `object-fit: cover`. The payee gets what
 * they saw.
 */
export function visiblePart(video: {
  readonly videoWidth: number;
  readonly videoHeight: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
}): Area {
  const { videoWidth, videoHeight } = video;
  // Without a layout (in a test, in a hidden dialog) all of it is visible.
  const scale = Math.max(video.clientWidth / videoWidth, video.clientHeight / videoHeight) || Infinity;
  const width = Math.min(videoWidth, (video.clientWidth || Infinity) / scale || videoWidth);
  const height = Math.min(videoHeight, (video.clientHeight || Infinity) / scale || videoHeight);
  return { x: (videoWidth - width) / 2, y: (videoHeight - height) / 2, width, height };
}

/** Share of the picture's width that the frame takes. `styles.ts` draws it as wide. */
const guideWidth = 0.88;

/** Returns a frame of this shape in the middle of `area`. */
export function guideIn(area: Area, ratio: number): Area {
  const width = Math.min(area.width * guideWidth, area.height * guideWidth * ratio);
  const height = width / ratio;
  return { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
}
