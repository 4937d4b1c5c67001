/** PDF forms as partners upload them: a good one with every kind of field, and those that are refused. */
import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';

/**
 * A form of two pages; the second has the signature. Its fields were not added in the order in which they
 * stand.
 */
export async function agreementPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const [first, second] = [pdf.addPage([612, 792]), pdf.addPage([612, 792])];
  first.drawText('Contractor agreement', { x: 50, y: 740, size: 20, font });
  const form = pdf.getForm();
  const row = (y: number) => ({ x: 220, y, width: 300, height: 22 });

  const about = form.createTextField('about.you');
  about.enableMultiline();
  about.addToPage(first, { ...row(440), height: 80 });
  const name = form.createTextField('applicant.fullName');
  name.enableRequired();
  name.addToPage(first, row(680));
  const ssn = form.createTextField('applicant.ssn');
  ssn.setMaxLength(11);
  ssn.addToPage(first, row(640));
  const start = form.createTextField('start_date');
  start.addToPage(first, row(600));
  const kind = form.createRadioGroup('engagement');
  kind.enableRequired();
  kind.addOptionToPage('Full time', first, { x: 220, y: 560, width: 14, height: 14 });
  kind.addOptionToPage('Part time', first, { x: 320, y: 560, width: 14, height: 14 });
  const size = form.createDropdown('shirt');
  size.addOptions(['Small', 'Medium', 'Large']);
  size.addToPage(first, row(530));
  const terms = form.createCheckBox('terms[0]');
  terms.enableRequired();
  terms.addToPage(first, { x: 220, y: 400, width: 14, height: 14 });
  const office = form.createTextField('office.use');
  office.setText('A-17');
  office.enableReadOnly();
  office.addToPage(first, row(360));

  ssn.acroField.dict.set(PDFName.of('TU'), PDFString.of('Social Security number'));
  const notes = form.createTextField('notes');
  notes.addToPage(second, row(700));
  addSignature(pdf, second, { x: 220, y: 600, width: 260, height: 40 });
  return Buffer.from(await pdf.save());
}

/** pdf-lib has no call that makes a signature field. */
export function addSignature(
  pdf: PDFDocument,
  page: ReturnType<PDFDocument['addPage']>,
  at: { x: number; y: number; width: number; height: number },
) {
  const { context } = pdf;
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('signature'),
      Rect: [at.x, at.y, at.x + at.width, at.y + at.height],
      P: page.ref,
      F: 4,
    }),
  );
  page.node.addAnnot(widget);
  pdf.getForm().acroForm.addField(widget);
}

/** A form of one text field, without a place for a signature. `text`: what stands in it already. */
export async function simplePdf(label = 'Nickname', text?: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const field = pdf.getForm().createTextField(label);
  if (text !== undefined) field.setText(text);
  field.addToPage(pdf.addPage([400, 300]), { x: 40, y: 200, width: 200, height: 20 });
  return Buffer.from(await pdf.save());
}

/** A file that opens, although it does not say where its pages are. */
export async function pdfWithoutPages(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await simplePdf());
  pdf.catalog.delete(PDFName.of('Pages'));
  return Buffer.from(await pdf.save({ updateFieldAppearances: false, addDefaultPage: false }));
}

export async function pdfWithoutForm(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return Buffer.from(await pdf.save());
}

export async function pdfWithScript(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await simplePdf());
  pdf.addJavaScript('hello', 'app.alert("hello")');
  return Buffer.from(await pdf.save());
}

export async function xfaPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await simplePdf());
  pdf.getForm().acroForm.dict.set(PDFName.of('XFA'), PDFString.of('<xdp/>'));
  return Buffer.from(await pdf.save({ updateFieldAppearances: false }));
}

/** The entry alone says that everything else cannot be read without a key. */
export async function encryptedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await simplePdf());
  pdf.context.trailerInfo.Encrypt = pdf.context.register(
    pdf.context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4 }),
  );
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
