/**
 * Whether a text fits into its field. A form's own size of letters is kept where it can be. It is made
 * smaller, down to what can still be read, and what does not fit even then is not filed.
 */
import { layoutMultilineText } from 'pdf-lib';
import type { PDFFont, PDFTextField } from 'pdf-lib';
import { quarterTurns, seenSize } from './place.ts';

/** Points. Smaller letters are not read on paper. */
const smallest = 5;

/** Returns whether the text fits, and sets the field's size of letters so that it does. */
export function fitText(field: PDFTextField, text: string, font: PDFFont): boolean {
  // Each cell of a comb takes one character, and their number is checked as the length.
  if (text === '' || field.isCombed()) return true;
  const size = declaredSize(field);
  if (size === 0) return fitsAt(field, text, font, smallest);
  for (let smaller = size; smaller >= Math.min(size, smallest); smaller -= 0.5) {
    if (!fitsAt(field, text, font, smaller)) continue;
    if (smaller < size) field.setFontSize(smaller);
    return true;
  }
  return false;
}

/** Returns the size that the form wants; 0 when it leaves that to the writer (ISO 32000-2, §12.7.4.3). */
function declaredSize(field: PDFTextField): number {
  const [widget] = field.acroField.getWidgets();
  const appearance = widget?.getDefaultAppearance() ?? field.acroField.getDefaultAppearance() ?? '';
  return Number(/([\d.]+)\s+Tf/.exec(appearance)?.[1] ?? 0);
}

/** A field may stand in several places. The text has to fit into each. */
const fitsAt = (field: PDFTextField, text: string, font: PDFFont, fontSize: number): boolean =>
  field.acroField.getWidgets().every((widget) => {
    const turn = quarterTurns(widget.getAppearanceCharacteristics()?.getRotation() ?? 0);
    const box = seenSize(widget.getRectangle(), turn);
    // pdf-lib's own margins.
    const margin = 2 * ((widget.getBorderStyle()?.getWidth() ?? 0) + 1);
    const [width, height] = [box.width - margin, box.height - margin];
    if (!field.isMultiline()) return font.widthOfTextAtSize(text, fontSize) <= width;
    const { bounds } = layoutMultilineText(text, {
      alignment: field.getAlignment(),
      fontSize,
      font,
      bounds: { x: 0, y: 0, width, height },
    });
    return bounds.y >= 0 && bounds.width <= width + 0.01;
  });
