/** Where the fields of a form stand: each place is a widget of its page (ISO 32000-2, §12.5.6.19). */
import type { PDFCheckBox, PDFDocument, PDFName, PDFPage, PDFWidgetAnnotation } from 'pdf-lib';

/** Returns the page of a widget. A widget need not name its page itself. */
export const pageOf = (
  widget: PDFWidgetAnnotation,
  pages: readonly PDFPage[],
  pdf: PDFDocument,
): PDFPage | undefined =>
  pages.find((page) =>
    page.node
      .Annots()
      ?.asArray()
      .some((annotation) => pdf.context.lookup(annotation) === widget.dict),
  );

/**
 * Returns the names of a box's ticked states, each once. Boxes that share a name and have several exclude
 * each other, as radio buttons do (ISO 32000-2, §12.7.5.2.3).
 */
export const onValues = (field: PDFCheckBox): PDFName[] => [
  ...new Set(field.acroField.getWidgets().flatMap((widget) => widget.getOnValue() ?? [])),
];
