/** Writes answers into a PDF form and flattens it, so that nobody can type over what was read and signed. */
import type { PDFDocument, PDFField, PDFFont, PDFRef } from 'pdf-lib';
import type { PdfDateFormat, PdfField } from '../../contract/steps/pdf-form-fill.ts';
import { printable } from '../../contract/steps/pdf-text.ts';

export interface Filling {
  readonly fields: readonly PdfField[];
  /** The answers by field id, as on the wire. */
  readonly values: Readonly<Record<string, string>>;
  readonly dateFormat: PdfDateFormat;
  /** Null while it is not signed yet. */
  readonly signature: { readonly name: string; readonly at: Date } | null;
  /** Goes into the file as its time of modification. */
  readonly now: Date;
}

/**
 * Returns a new file and leaves `template` as it is. Fields without an answer stay empty. Throws when pdf-lib
 * cannot write to the form; the upload of a template tries that once with no answers
 * (`partner/pdf-templates.ts`).
 */
export async function fillPdf(template: Uint8Array, filling: Filling): Promise<Uint8Array> {
  // pdf-lib is large and optional. It is loaded by the first form that is filled.
  const lib = await import('pdf-lib');
  const pdf = await lib.PDFDocument.load(template, { updateMetadata: false });
  const font = await pdf.embedFont(lib.StandardFonts.Helvetica);
  const form = pdf.getForm();
  const fieldByName = new Map(filling.fields.map((field) => [field.name, field]));
  for (const field of form.getFields()) {
    const known = fieldByName.get(field.getName());
    if (field instanceof lib.PDFSignature) sign(pdf, field, font, filling);
    else if (field instanceof lib.PDFButton) form.removeField(field);
    else if (known) write(field, textOf(known, filling), lib);
  }
  // Appearances are made once, with a font that every reader has. Flattening and saving would otherwise make
  // them again.
  form.updateFieldAppearances(font);
  form.flatten({ updateFieldAppearances: false });
  forgetForm(pdf, lib);
  pdf.setModificationDate(filling.now);
  return pdf.save({ updateFieldAppearances: false });
}

/**
 * Removes what pdf-lib leaves behind: pointers to the widgets of buttons and signatures, and the empty form.
 */
function forgetForm(pdf: PDFDocument, { PDFName }: typeof import('pdf-lib')): void {
  for (const { node } of pdf.getPages()) {
    const annotations = node.Annots();
    for (const annotation of annotations?.asArray() ?? [])
      if (!pdf.context.lookup(annotation)) node.removeAnnot(annotation as PDFRef);
    if (annotations?.size() === 0) node.delete(PDFName.of('Annots'));
  }
  pdf.catalog.delete(PDFName.of('AcroForm'));
}

/** Returns the answer as it is printed. On the wire a date is always `YYYY-MM-DD`. */
function textOf(field: PdfField, { values, dateFormat }: Filling): string {
  const value = printable(values[field.id] ?? '').trim();
  return field.type === 'date' ? formatted(value, dateFormat) : value;
}

function formatted(iso: string, format: PdfDateFormat): string {
  const [year, month, day] = iso.split('-');
  return year && month && day ? format.replace('YYYY', year).replace('MM', month).replace('DD', day) : iso;
}

/**
 * Writes one answer. A box is ticked by the text `true`; a choice that is empty is cleared, so that nothing
 * of the template's own choice remains.
 */
function write(field: PDFField, text: string, lib: typeof import('pdf-lib')): void {
  if (field instanceof lib.PDFTextField) {
    // pdf-lib cannot draw an empty field that is formatted as rich text: reading it throws.
    if (field.isRichFormatted()) field.disableRichFormatting();
    field.setText(text || undefined);
  } else if (field instanceof lib.PDFCheckBox) {
    if (text === 'true') field.check();
    else field.uncheck();
  } else if (
    field instanceof lib.PDFRadioGroup ||
    field instanceof lib.PDFDropdown ||
    field instanceof lib.PDFOptionList
  ) {
    if (text) field.select(text);
    else field.clear();
  }
}

/**
 * Prints the typed name where the form wants a signature, and the time below it. The field is removed,
 * because it would stay interactive.
 */
function sign(pdf: PDFDocument, field: PDFField, font: PDFFont, { signature }: Filling): void {
  const widgets = field.acroField.getWidgets();
  const pages = pdf.getPages();
  for (const widget of signature ? widgets : []) {
    const page = pages.find((candidate) =>
      candidate.node
        .Annots()
        ?.asArray()
        .some((annotation) => pdf.context.lookup(annotation) === widget.dict),
    );
    const { x, y, width, height } = widget.getRectangle();
    if (!page || !signature) continue;
    const name = printable(signature.name);
    const size = fitting(font, name, width - 4, Math.min(14, height * 0.5));
    page.drawText(name, { x: x + 2, y: y + height * 0.45, size, font });
    const note = `Signed electronically ${signature.at.toISOString()}`;
    page.drawText(note, {
      x: x + 2,
      y: y + height * 0.12,
      size: fitting(font, note, width - 4, Math.min(7, height * 0.25)),
      font,
    });
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
