/**
 * Prints a tax document as a substitute form: the IRS's lines and certification in our own layout (Rev. Proc.
 * of Publication 1167).
 */
import { AFRelationship, PDFDocument, rgb } from 'pdf-lib';
import type { PDFFont, PDFPage } from 'pdf-lib';
import type { TaxDocument } from '../../../contract/forms/tax-document.ts';
import { embedFonts } from '../../pdf/fonts.ts';
import type { Fonts } from '../../pdf/fonts.ts';
import type { Localizer } from '../../../locales/localizer.ts';

export interface PdfOptions {
  /**
   * A draft says so above its title. A filed form names its signer and its id. `signedBy` is null for a form
   * that was confirmed without a signature.
   */
  readonly status: 'draft' | { readonly signedBy: string | null; readonly id: string };
  readonly at: Date;
  /** The name of the app, to which the form is given. */
  readonly requester: string;
  /** Everything that was typed, for the attachment. */
  readonly fields: unknown;
  /**
   * The payee's words, for explanations beside the form's English. Absent for a filed form, which needs no
   * explanation.
   */
  readonly words?: Localizer;
}

/** US Letter, in points. */
const [width, height] = [612, 792];
const margin = 54;
const [ink, quiet, hairline] = [rgb(0.1, 0.1, 0.12), rgb(0.38, 0.4, 0.44), rgb(0.82, 0.83, 0.86)];
const aside = rgb(0.16, 0.34, 0.62);

/**
 * Returns the bytes of the PDF. What was typed is attached to it as JSON, because the fonts do not have every
 * letter.
 */
export async function printTaxDocument(document: TaxDocument, options: PdfOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const signed = signature(options);
  const values = document.sections.flatMap(({ lines }) => lines.map(({ value }) => value));
  const notes = notesOf(options);
  const fonts = await embedFonts(pdf, [
    ...values,
    ...signed,
    options.requester,
    ...meaningsOf(document),
    ...Object.values(notes),
  ]);
  pdf.setTitle(`Substitute ${document.title}`, { showInWindowTitleBar: true });
  pdf.setLanguage('en-US');
  pdf.setProducer('dots-flow');
  pdf.setCreator('dots-flow');
  pdf.setCreationDate(options.at);
  pdf.setModificationDate(options.at);
  await pdf.attach(Buffer.from(JSON.stringify(options.fields, null, 2)), 'form.json', {
    mimeType: 'application/json',
    description: 'The same data as it was typed, in UTF-8',
    creationDate: options.at,
    modificationDate: options.at,
    afRelationship: AFRelationship.Data,
  });

  const print = printer(pdf, fonts);
  print.text(options.status === 'draft' ? 'Draft, not signed and not filed' : 'Filed electronically', {
    size: 8,
    color: quiet,
  });
  print.note(notes.draft);
  print.text(`Substitute ${document.title}`, { bold: true, size: 16, before: 4 });
  print.text(document.purpose, { size: 10, color: quiet, before: 2 });
  print.note(document.meaning);
  print.text(`Given to: ${options.requester}. Not to be sent to the IRS by the payee.`, {
    size: 8,
    color: quiet,
    before: 6,
  });
  print.note(notes.givenTo);
  for (const { title, meaning, lines } of document.sections) {
    print.rule(14);
    print.text(title, { bold: true, size: 11, before: 4 });
    print.note(meaning);
    for (const line of lines) print.line(line.line, line.label, line.value, line.meaning);
  }
  print.rule(14);
  print.text('Certification', { bold: true, size: 11, before: 4 });
  print.note(notes.certification);
  for (const [index, paragraph] of document.certification.entries())
    print.text(paragraph, {
      size: 8.5,
      before: 5,
      indent: index === 0 ? 0 : 10,
      struck: document.struck?.includes(index) ?? false,
    });
  print.rule(14);
  for (const sentence of signed) print.text(sentence, { size: 9, before: 4 });
  if (print.incomplete())
    print.text(
      'Characters that this document’s font lacks are printed as Unicode code points; the attached form.json has them as typed.',
      {
        size: 8,
        color: quiet,
        before: 8,
      },
    );
  return pdf.save();
}

/** Returns sentences in the payee's language, or empty text where that is English. */
function notesOf({ words, requester }: PdfOptions) {
  return {
    draft: words?.t('server.form.draft') ?? '',
    givenTo: words?.first(['server.form.given-to'], { app: requester }) ?? '',
    certification: words?.t('server.form.certification') ?? '',
  };
}

const meaningsOf = ({ meaning = '', sections }: TaxDocument): string[] => [
  meaning,
  ...sections.flatMap((section) =>
    [section, ...section.lines].map(({ meaning: explanation = '' }) => explanation),
  ),
];

function signature({ status, at }: PdfOptions): string[] {
  if (status === 'draft') return ['Signature: not yet signed'];
  const when = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  // The certification need not be signed for payments such as these (Form W-9 instructions, Part II, item 4).
  if (status.signedBy === null)
    return [
      `Confirmed electronically by the payee on ${when}; no signature is required for these payments.`,
      `Form ${status.id}`,
    ];
  return [`Signed electronically by: ${status.signedBy}`, `Date: ${when}`, `Form ${status.id}`];
}

interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: typeof ink;
  readonly before?: number;
  readonly indent?: number;
  /** Crossed out: a line goes through each row. */
  readonly struck?: boolean;
}

/** Writes from top to bottom, and goes on to the next page by itself. */
function printer(pdf: PDFDocument, fonts: Fonts) {
  let page: PDFPage = pdf.addPage([width, height]);
  let y = height - margin;
  let replaced = false;

  const room = (needed: number) => {
    if (y - needed >= margin) return;
    page = pdf.addPage([width, height]);
    y = height - margin;
  };
  const write = (typed: string, x: number, { size, bold = false, color = ink, struck }: TextStyle) => {
    const { font: fitting, text, complete } = fonts.set(typed);
    replaced ||= !complete;
    const font = bold && fitting.name.startsWith('Helvetica') ? fonts.bold : fitting;
    for (const row of wrapped(text, font, size, width - margin - x)) {
      room(size * 1.4);
      y -= size * 1.4;
      page.drawText(row, { x, y, size, font, color });
      if (struck) strike(x, x + font.widthOfTextAtSize(row, size), y + size * 0.3);
    }
  };
  const strike = (from: number, to: number, height: number) =>
    page.drawLine({ start: { x: from, y: height }, end: { x: to, y: height }, thickness: 0.8, color: ink });

  return {
    incomplete: () => replaced,
    text(text: string, style: TextStyle) {
      y -= style.before ?? 0;
      write(text, margin + (style.indent ?? 0), style);
    },
    /** An explanation, which is no part of the form. */
    note(text: string | undefined) {
      if (text) write(text, margin, { size: 8, color: aside });
    },
    line(number: string, label: string, value: string, meaning = '') {
      y -= 6;
      room(30);
      if (number)
        page.drawText(number, { x: margin, y: y - 8 * 1.4, size: 8, font: fonts.bold, color: quiet });
      write(label, margin + 30, { size: 8, color: quiet });
      if (meaning) write(meaning, margin + 30, { size: 8, color: aside });
      write(value, margin + 30, { size: 10.5 });
    },
    rule(space: number) {
      room(space * 3);
      y -= space;
      page.drawLine({
        start: { x: margin, y },
        end: { x: width - margin, y },
        thickness: 0.5,
        color: hairline,
      });
    },
  };
}

/**
 * Returns rows that fit. Each word is measured once, because shaping a whole row again for every word takes
 * far longer. A word that is too wide is cut.
 */
function wrapped(text: string, font: PDFFont, size: number, limit: number): string[] {
  const widthOf = (word: string) => font.widthOfTextAtSize(word, size);
  const space = widthOf(' ');
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((one) => pieces(one, widthOf, limit))) {
    const needed = widthOf(word);
    if (row && used + space + needed > limit) {
      rows.push(row);
      row = '';
      used = 0;
    }
    used += (row ? space : 0) + needed;
    row = row ? `${row} ${word}` : word;
  }
  return [...rows, row];
}

function pieces(word: string, widthOf: (text: string) => number, limit: number): string[] {
  if (widthOf(word) <= limit) return [word];
  const result: string[] = [''];
  for (const letter of word) {
    const longer = `${result.at(-1) ?? ''}${letter}`;
    if (widthOf(longer) > limit) result.push(letter);
    else result[result.length - 1] = longer;
  }
  return result;
}
