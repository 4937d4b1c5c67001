/** Where the fields of a form stand: each place is a widget of its page (ISO 32000-2, §12.5.6.19). */
import type { PDFCheckBox, PDFDocument, PDFName } from 'pdf-lib';

/** Returns the page, counted from 0, on which each widget stands. A widget need not name its page itself. */
export function pagesOfWidgets(pdf: PDFDocument): ReadonlyMap<unknown, number> {
  const pages = new Map<unknown, number>();
  pdf.getPages().forEach((page, index) => {
    for (const annotation of page.node.Annots()?.asArray() ?? [])
      pages.set(pdf.context.lookup(annotation), index);
  });
  return pages;
}

/**
 * Returns the names of a box's ticked states, each once. Boxes that share a name and have several exclude
 * each other, as radio buttons do (ISO 32000-2, §12.7.5.2.3).
 */
export const onValues = (field: PDFCheckBox): PDFName[] => [
  ...new Set(field.acroField.getWidgets().flatMap((widget) => widget.getOnValue() ?? [])),
];
