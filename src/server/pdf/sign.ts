/** Prints a signature into the places that a form has for one. */
import { degrees } from 'pdf-lib';
import type { PDFDocument, PDFField, PDFFont } from 'pdf-lib';
import type { Fonts } from './fonts.ts';
import { pointIn, quarterTurns, seenSize } from './place.ts';
import { pagesOfWidgets } from './widgets.ts';

/**
 * Prints the typed name where the form wants a signature, and the time below it. The field is removed,
 * because it would stay interactive. `signature` is null while it is not signed yet.
 */
export function sign(
  pdf: PDFDocument,
  field: PDFField,
  fonts: Fonts,
  signature: { readonly name: string; readonly at: Date } | null,
): void {
  const widgets = field.acroField.getWidgets();
  const pages = pdf.getPages();
  const pageOf = pagesOfWidgets(pdf);
  for (const widget of signature ? widgets : []) {
    const page = pages[pageOf.get(widget.dict) ?? -1];
    if (!page || !signature) continue;
    const turn = quarterTurns(
      widget.getAppearanceCharacteristics()?.getRotation() ?? page.getRotation().angle,
    );
    const box = widget.getRectangle();
    const { width, height } = seenSize(box, turn);
    const print = (text: string, font: PDFFont, up: number, largest: number) =>
      page.drawText(text, {
        ...pointIn(box, turn, 2, up),
        rotate: degrees(turn),
        size: fitting(font, text, width - 4, largest),
        font,
      });
    const { font, text } = fonts.set(signature.name);
    print(text, font, height * 0.45, Math.min(14, height * 0.5));
    const note = `Signed electronically ${signature.at.toISOString()}`;
    print(note, fonts.plain, height * 0.12, Math.min(7, height * 0.25));
  }
  // pdf-lib cannot remove a field without an appearance, and an empty signature field has none.
  for (const widget of widgets) widget.setNormalAppearance(pdf.context.register(pdf.context.formXObject([])));
  pdf.getForm().removeField(field);
}

/** Returns the size in points at which the text fits into the width, at most `largest` and never below 2. */
function fitting(font: PDFFont, text: string, width: number, largest: number): number {
  return Math.max(
    2,
    Math.min(largest, (largest * width) / Math.max(1, font.widthOfTextAtSize(text, largest))),
  );
}
