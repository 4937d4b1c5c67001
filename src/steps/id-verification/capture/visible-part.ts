/** Which part of the camera's picture is on screen, and which part of that is inside the frame. */

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The inverse of `object-fit: cover`, in pixels of the camera. The payee gets what they saw. */
export function visiblePart(video: {
  readonly videoWidth: number;
  readonly videoHeight: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
}): Area {
  const { videoWidth, videoHeight } = video;
  // Not laid out (a test, a hidden dialog): all of it.
  const scale = Math.max(video.clientWidth / videoWidth, video.clientHeight / videoHeight) || Infinity;
  const width = Math.min(videoWidth, (video.clientWidth || Infinity) / scale || videoWidth);
  const height = Math.min(videoHeight, (video.clientHeight || Infinity) / scale || videoHeight);
  return { x: (videoWidth - width) / 2, y: (videoHeight - height) / 2, width, height };
}

/** Part of the picture's width that the frame takes; `styles.ts` draws it as wide. */
const guideWidth = 0.88;

/** A frame of this shape in the middle of `area`. */
export function guideIn(area: Area, ratio: number): Area {
  const width = Math.min(area.width * guideWidth, area.height * guideWidth * ratio);
  const height = width / ratio;
  return { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
}
