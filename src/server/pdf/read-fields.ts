/** The fields of a PDF form, in the order in which they are read on paper: page by page, line by line. */
import type { PDFDocument, PDFDropdown, PDFField, PDFOptionList } from 'pdf-lib';
import type { PdfField, PdfFieldType } from '../../contract/steps/pdf-form-fill.ts';
import { quarterTurns, seenAt } from './place.ts';
import { onValues, pagesOfWidgets } from './widgets.ts';

/** A field with its place on the page, by which the fields are sorted. Y grows upwards, as in PDF. */
interface Found extends Omit<PdfField, 'id'> {
  readonly y: number;
  readonly x: number;
}

/**
 * Returns the fields that a payee can fill in. Each gets an id of its own (`f1`, `f2`, …): names in a PDF may
 * have any characters, and the wire should not depend on them.
 */
export async function readFields(pdf: PDFDocument): Promise<PdfField[]> {
  const lib = await import('pdf-lib');
  const pageOf = pagesOfWidgets(pdf);
  const pages = pdf.getPages();
  const found: Found[] = [];
  for (const field of pdf.getForm().getFields()) {
    const shape = shapeOf(field, lib);
    // A read-only field has what the partner wrote into it, and it stays. Buttons do nothing in a flat form.
    if (!shape || (field.isReadOnly() && shape.type !== 'signature')) continue;
    const [widget] = field.acroField.getWidgets();
    const page = widget ? (pageOf.get(widget.dict) ?? 0) : 0;
    const turn = quarterTurns(pages[page]?.getRotation().angle ?? 0);
    const { x, y } = seenAt(widget?.getRectangle() ?? { x: 0, y: 0 }, turn);
    const name = field.getName();
    const label = tooltip(field, lib) ?? humanized(name);
    const whole: Found = {
      name,
      label,
      hint: null,
      required: field.isRequired() || shape.type === 'signature',
      page: page + 1,
      prefill: null,
      max_length: null,
      options: [],
      // A field of several lines, or one to choose from, cannot be hidden while it is filled in.
      secret:
        shape.type === 'text' &&
        /\b(?:ssn|social security|tax ?(?:payer)? ?id|tin|account number|passport)\b/i.test(
          `${label} ${humanized(name)}`,
        ),
      ...shape,
      ...(shape.type === 'text' && looksLikeDate(label) ? { type: 'date' } : {}),
      x,
      y,
    };
    found.push(...(severalOf(field, lib) ? boxesOf(whole, field.getSelected()) : [whole]));
  }
  // Two fields of one line need not have exactly the same height.
  found.sort((a, b) => a.page - b.page || (Math.abs(a.y - b.y) > 6 ? b.y - a.y : a.x - b.x));
  return found.map(({ x: _x, y: _y, ...field }, index) => ({ id: `f${index + 1}`, ...field }));
}

type Shape = { readonly type: PdfFieldType } & Partial<
  Pick<PdfField, 'options' | 'max_length' | 'secret' | 'prefill'>
>;

/** Returns what the kind of field decides; null for a kind that nobody fills in, such as a button. */
function shapeOf(field: PDFField, lib: typeof import('pdf-lib')): Shape | null {
  if (field instanceof lib.PDFTextField) {
    return {
      type: field.isMultiline() ? 'multiline' : 'text',
      max_length: field.getMaxLength() ?? null,
      prefill: field.getText() ?? null,
      ...(field.isPassword() ? { secret: true } : {}),
    };
  }
  // Boxes that share a name exclude each other when they have values of their own.
  if (field instanceof lib.PDFCheckBox && onValues(field).length > 1) {
    const chosen = field.acroField.getValue();
    const values = onValues(field);
    return {
      type: 'radio',
      options: values.map((value) => value.decodeText()),
      prefill: values.find((value) => value === chosen)?.decodeText() ?? null,
    };
  }
  if (field instanceof lib.PDFCheckBox)
    return { type: 'checkbox', prefill: field.isChecked() ? 'true' : null };
  if (field instanceof lib.PDFRadioGroup)
    return { type: 'radio', options: field.getOptions(), prefill: field.getSelected() ?? null };
  if (field instanceof lib.PDFDropdown || field instanceof lib.PDFOptionList) {
    return { type: 'select', options: field.getOptions(), prefill: field.getSelected()[0] ?? null };
  }
  return field instanceof lib.PDFSignature ? { type: 'signature' } : null;
}

/** Returns whether several options of a list can be chosen. */
const severalOf = (field: PDFField, lib: typeof import('pdf-lib')): field is PDFOptionList | PDFDropdown =>
  (field instanceof lib.PDFOptionList || field instanceof lib.PDFDropdown) && field.isMultiselect();

/** Returns one box for each option. None of them has to be ticked, because not all of them have to be. */
const boxesOf = (list: Found, selected: readonly string[]): Found[] =>
  list.options.map((option) => ({
    ...list,
    label: `${list.label}: ${option}`,
    type: 'checkbox',
    required: false,
    options: [option],
    prefill: selected.includes(option) ? 'true' : null,
  }));

/** Returns the field's `TU`: its name for people who hear the form (ISO 32000-2, §12.7.4.1). */
function tooltip(
  field: PDFField,
  { PDFName, PDFString, PDFHexString }: typeof import('pdf-lib'),
): string | null {
  const text = field.acroField.dict.lookup(PDFName.of('TU'));
  const words = text instanceof PDFString || text instanceof PDFHexString ? text.decodeText().trim() : '';
  return words || null;
}

/** Returns `Applicant.firstName[0]` as “First name”. */
function humanized(name: string): string {
  const last =
    name
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? name;
  const words = last
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  const lower = words.replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1) || name;
}

const looksLikeDate = (label: string) =>
  /\b(?:date|dob|birthday)\b/i.test(label) && !/\b(?:update|place)\b/i.test(label);
