/** Where things stand on a page that is shown turned (ISO 32000-2, §7.7.3.3, `Rotate`). */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns a turn as one of 0, 90, 180 and 270 degrees, clockwise. */
export const quarterTurns = (degrees: number): number =>
  (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;

/** Returns where a point of the page is seen, for sorting: x to the right, y up. */
export function seenAt({ x, y }: Pick<Rectangle, 'x' | 'y'>, turn: number): { x: number; y: number } {
  if (turn === 90) return { x: y, y: -x };
  if (turn === 180) return { x: -x, y: -y };
  return turn === 270 ? { x: -y, y: x } : { x, y };
}

/** Returns a rectangle's width and height as they are seen. */
export const seenSize = ({ width, height }: Rectangle, turn: number): { width: number; height: number } =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

/**
 * Returns the point of the page that is seen `right` and `up` of the lower left corner of a rectangle. Text
 * that starts there and is turned as the page is, the other way round, is seen upright.
 */
export function pointIn(box: Rectangle, turn: number, right: number, up: number): { x: number; y: number } {
  if (turn === 90) return { x: box.x + box.width - up, y: box.y + right };
  if (turn === 180) return { x: box.x + box.width - right, y: box.y + box.height - up };
  if (turn === 270) return { x: box.x + up, y: box.y + box.height - right };
  return { x: box.x + right, y: box.y + up };
}
