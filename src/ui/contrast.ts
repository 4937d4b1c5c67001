/** What WCAG calls contrast, of any colours that the browser can paint. Only development loads this. */

/** Red, green and blue, each from 0 to 255. */
export type Paint = readonly [number, number, number];

let canvas: CanvasRenderingContext2D | null | undefined;

/**
 * Returns what is seen when the layers lie on each other, the lowest first. A canvas knows every colour that
 * CSS knows, and how they mix.
 */
export function paint(layers: readonly string[]): Paint {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('There is no canvas to paint on.');
  for (const layer of layers) {
    canvas.fillStyle = layer;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Returns the relative luminance, from 0 for black to 1 for white (WCAG 2.2). */
export function luminance(paint: Paint): number {
  const [red = 0, green = 0, blue = 0] = paint.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast of two colours, from 1 to 21, whichever is the lighter (WCAG 2.2). */
export function contrast(one: Paint, other: Paint): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
