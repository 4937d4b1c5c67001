/** Writes answers into a PDF form and flattens it, so that nobody can type over what was read and signed. */
import {
  PDFButton,
  PDFCheckBox,
  PDFDict,
  PDFDropdown,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFSignature,
  PDFTextField,
} from 'pdf-lib';
import type { PDFDocument, PDFField, PDFRef } from 'pdf-lib';
import { latinOf } from '../../contract/steps/pdf-answers.ts';
import type { PdfDateFormat, PdfField } from '../../contract/steps/pdf-form-fill.ts';
import type { SignedName } from '../../contract/steps/pdf-form-fill-state.ts';
import { attachOriginals } from './attach-originals.ts';
import { fitText } from './fit.ts';
import { embedFonts } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import { loadPdf } from './load.ts';
import { onValues, pagesOfWidgets } from './widgets.ts';
import { quarterTurns } from './place.ts';
import { sign } from './sign.ts';

export interface Signature extends SignedName {
  readonly at: Date;
}

export interface Filling {
  readonly fields: readonly PdfField[];
  /** The answers by field id, as on the wire. */
  readonly values: Readonly<Record<string, string>>;
  readonly dateFormat: PdfDateFormat;
  /** Null while it is not signed yet. */
  readonly signature: Signature | null;
  /** Goes into the file as its time of modification. */
  readonly now: Date;
}

export interface Filled {
  readonly bytes: Uint8Array;
  /** Ids of fields whose text does not fit, however small it is printed. Such a form is not filed. */
  readonly overfull: readonly string[];
}

/**
 * Returns a new file and leaves `template` as it is. Fields without an answer stay empty. Throws when pdf-lib
 * cannot write to the form; the upload of a template tries that once with no answers
 * (`partner/pdf-templates.ts`).
 */
export async function fillPdf(template: Uint8Array, filling: Filling): Promise<Filled> {
  const pdf = await loadPdf(template);
  const { signature, fields, now } = filling;
  const printed = fields.map((field) => textOf(field, filling));
  const signed = signature && (signature.latin ?? signature.name);
  const fonts = await embedFonts(pdf, [...printed, signed ?? '']);
  const form = pdf.getForm();
  const turns = turnsOfWidgets(pdf);
  const overfull: string[] = [];
  for (const field of form.getFields()) {
    const known = fields.filter(({ name }) => name === field.getName());
    if (field instanceof PDFSignature)
      sign(pdf, field, fonts, signature && { name: signed ?? '', at: signature.at });
    else if (field instanceof PDFButton) form.removeField(field);
    else if (known[0]) {
      turnUpright(field, turns);
      if (!write(field, known, fonts, filling)) overfull.push(known[0].id);
    }
  }
  // Appearances are made once, with fonts that are in the file. Flattening and saving would otherwise make
  // them again.
  form.updateFieldAppearances(fonts.plain);
  for (const field of form.getFields()) addOffState(pdf, field);
  form.flatten({ updateFieldAppearances: false });
  forgetForm(pdf);
  await attachOriginals(pdf, filling);
  pdf.setModificationDate(now);
  return { bytes: await pdf.save({ updateFieldAppearances: false }), overfull };
}

/**
 * Removes what pdf-lib leaves behind: pointers to the widgets of buttons and signatures, and the empty form.
 */
function forgetForm(pdf: PDFDocument): void {
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
  const value = (values[latinOf(field.id)] ?? values[field.id] ?? '').trim();
  return field.type === 'date' ? formatted(value, dateFormat) : value;
}

function formatted(iso: string, format: PdfDateFormat): string {
  const [year, month, day] = iso.split('-');
  return year && month && day ? format.replace('YYYY', year).replace('MM', month).replace('DD', day) : iso;
}

/**
 * Writes one answer, and returns whether it fits. A box is ticked by the text `true`; a choice that is empty
 * is cleared, so that nothing of the template's own choice remains. `known` has several entries where each
 * option of a list is a box of its own.
 */
function write(field: PDFField, known: readonly PdfField[], fonts: Fonts, filling: Filling): boolean {
  const answer = known[0] ? textOf(known[0], filling) : '';
  const { font, text } = fonts.set(answer);
  if (field instanceof PDFTextField) {
    // pdf-lib cannot draw an empty field that is formatted as rich text: reading it throws.
    if (field.isRichFormatted()) field.disableRichFormatting();
    field.setText(text || undefined);
    const fits = fitText(field, text, font);
    field.updateAppearances(font);
    return fits;
  }
  if (field instanceof PDFCheckBox) {
    if (known[0]?.type === 'radio') tick(field, answer);
    else if (answer === 'true') field.check();
    else field.uncheck();
  } else if (field instanceof PDFRadioGroup) {
    if (answer) field.select(answer);
    else field.clear();
  } else if (field instanceof PDFDropdown || field instanceof PDFOptionList) {
    const chosen = known.flatMap((one) =>
      one.type === 'checkbox'
        ? textOf(one, filling) === 'true'
          ? one.options
          : []
        : textOf(one, filling) || [],
    );
    choose(field, chosen, fonts);
  }
  return true;
}

/**
 * Chooses from a list. In a list of several lines only what was chosen is printed: on paper nobody can scroll
 * to it. A dropdown has one line.
 */
function choose(field: PDFDropdown | PDFOptionList, chosen: readonly string[], fonts: Fonts): void {
  const { font } = fonts.set(chosen.join(''));
  const texts = chosen.map((one) => fonts.set(one).text);
  if (texts.length === 0) field.clear();
  else if (field instanceof PDFDropdown) {
    field.select(texts.join(', '));
    field.updateAppearances(font);
  } else {
    field.setOptions(texts);
    field.select(texts);
    field.updateAppearances(font);
  }
}

/** Ticks one of several boxes that share a name. pdf-lib only knows the first. */
function tick(field: PDFCheckBox, answer: string): void {
  const off = PDFName.of('Off');
  const chosen = onValues(field).find((value) => value.decodeText() === answer) ?? off;
  field.acroField.dict.set(PDFName.of('V'), chosen);
  for (const widget of field.acroField.getWidgets())
    widget.setAppearanceState(widget.getOnValue() === chosen ? chosen : off);
}

/** A box need not say how it looks when it is empty. Flattening asks for that. */
function addOffState(pdf: PDFDocument, field: PDFField): void {
  if (!(field instanceof PDFCheckBox) && !(field instanceof PDFRadioGroup)) return;
  const off = PDFName.of('Off');
  for (const widget of field.acroField.getWidgets()) {
    const states = widget.getNormalAppearance();
    if (states instanceof PDFDict && !states.has(off))
      states.set(off, pdf.context.register(pdf.context.formXObject([])));
  }
}

/** Text on a page that is shown turned is turned with it, unless the form says otherwise. */
function turnUpright(field: PDFField, turns: ReadonlyMap<unknown, number>): void {
  if (!(field instanceof PDFTextField)) return;
  for (const widget of field.acroField.getWidgets()) {
    const turn = turns.get(widget.dict) ?? 0;
    const look = widget.getOrCreateAppearanceCharacteristics();
    if (turn !== 0 && look.getRotation() === undefined) look.setRotation(turn);
  }
}

/** Returns how the page of each widget is turned. */
function turnsOfWidgets(pdf: PDFDocument): ReadonlyMap<unknown, number> {
  const turns = pdf.getPages().map((page) => quarterTurns(page.getRotation().angle));
  return new Map([...pagesOfWidgets(pdf)].map(([widget, page]) => [widget, turns[page] ?? 0]));
}
