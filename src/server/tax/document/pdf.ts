/**
 * Prints a tax document as a substitute form: the IRS's lines and certification in our own layout (Rev. Proc.
 * of Publication 1167).
 */
import { AFRelationship, PDFDocument } from 'pdf-lib';
import type { TaxDocument } from '../../../contract/forms/tax-document.ts';
import type { TaxFormName } from '../../../contract/forms/tax.ts';
import { embedFonts } from '../../pdf/fonts.ts';
import type { Localizer } from '../../../locales/localizer.ts';
import { certificateTexts, printCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { createPrinter, quiet } from './printer.ts';
import type { Printer } from './printer.ts';

export interface FiledStatus {
  readonly id: string;
  /** What was typed as a signature. Null: the payee confirmed the form without one. */
  readonly signedBy: string | null;
  /** Who signs, where that is not the name of the form. */
  readonly signer?: string | undefined;
  /** Null: the form is older than the chain of what was signed. */
  readonly certificate: Certificate | null;
}

export interface PdfOptions {
  readonly form: TaxFormName;
  /** A draft says so above its title. A filed form names its signer and its id. */
  readonly status: 'draft' | FiledStatus;
  readonly at: Date;
  /** The app, to which the form is given. */
  readonly requester: { readonly name: string; readonly address: string | null };
  /** Everything that was typed, for the attachment. */
  readonly fields: unknown;
  /**
   * The payee's words, for explanations beside the form's English. Absent for a filed form, which needs no
   * explanation.
   */
  readonly words?: Localizer;
}

/**
 * Returns the bytes of the PDF. What was typed is attached to it as JSON, because the fonts do not have every
 * letter.
 */
export async function printTaxDocument(document: TaxDocument, options: PdfOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { status, at, requester } = options;
  const signed = signature(options);
  const notes = notesOf(options);
  const certificate = status === 'draft' ? null : status.certificate;
  const fonts = await embedFonts(pdf, [
    ...document.sections.flatMap(({ lines }) => lines.map(({ value }) => value)),
    ...signed.map(({ value }) => value),
    ...[requester.name, requester.address ?? ''],
    ...meaningsOf(document),
    ...Object.values(notes),
    ...(certificate ? certificateTexts(certificate) : []),
  ]);
  pdf.setTitle(`Substitute ${document.title}`, { showInWindowTitleBar: true });
  pdf.setLanguage('en-US');
  pdf.setProducer('dots-flow');
  pdf.setCreator('dots-flow');
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
  await pdf.attach(Buffer.from(JSON.stringify(options.fields, null, 2)), 'form.json', {
    mimeType: 'application/json',
    description: 'The same data as it was typed, in UTF-8',
    creationDate: at,
    modificationDate: at,
    afRelationship: AFRelationship.Data,
  });

  const print = createPrinter(pdf, fonts);
  print.text(status === 'draft' ? 'Draft, not signed and not filed' : 'Filed electronically', {
    size: 8,
    color: quiet,
  });
  print.note(notes.draft);
  print.text(`Substitute ${document.title}`, { bold: true, size: 16, before: 4 });
  print.text(document.purpose, { size: 10, color: quiet, before: 2 });
  print.note(document.meaning);
  const given = [requester.name, requester.address].filter(Boolean).join(', ');
  print.text(`Given to: ${given}. Not to be sent to the IRS by the payee.`, {
    size: 8,
    color: quiet,
    before: 6,
  });
  print.note(notes.givenTo);
  printForm(print, document, { heading: headings[options.form], note: notes.certification });
  // The signature stays on one page.
  print.room(10 + signed.length * 17);
  print.rule(10);
  for (const { label, value } of signed) print.pair(label, value);
  if (certificate) printCertificate(print, certificate);
  if (print.incomplete())
    print.text(
      'Characters that this document’s font lacks are printed as Unicode code points; the attached form.json has them as typed.',
      { size: 8, color: quiet, before: 8 },
    );
  return pdf.save();
}

/** Prints the lines of the form, and its certification in the words of the IRS. */
function printForm(
  print: Printer,
  document: TaxDocument,
  { heading, note }: { readonly heading: string; readonly note: string },
): void {
  for (const { title, meaning, lines } of document.sections) {
    print.rule(14);
    print.text(title, { bold: true, size: 11, before: 4 });
    print.note(meaning);
    for (const line of lines) print.line(line.line, line.label, line.value, line.meaning);
  }
  print.rule(14);
  print.text(heading, { bold: true, size: 11, before: 4 });
  print.note(note);
  for (const [index, paragraph] of document.certification.entries())
    print.text(paragraph, {
      size: 8.5,
      before: 5,
      indent: index === 0 ? 0 : 10,
      struck: document.struck?.includes(index) ?? false,
    });
}

/** Returns sentences in the payee's language, or empty text where that is English. */
function notesOf({ words, requester }: PdfOptions) {
  return {
    draft: words?.t('server.form.draft') ?? '',
    givenTo: words?.first(['server.form.given-to'], { app: requester.name }) ?? '',
    certification: words?.t('server.form.certification') ?? '',
  };
}

const meaningsOf = ({ meaning = '', sections }: TaxDocument): string[] => [
  meaning,
  ...sections.flatMap((section) =>
    [section, ...section.lines].map(({ meaning: explanation = '' }) => explanation),
  ),
];

/** The part in which each form is certified. */
const headings = {
  w9: 'Part II. Certification',
  w8ben: 'Part III. Certification',
  w8bene: 'Part XXX. Certification',
} as const satisfies Record<TaxFormName, string>;

/** Who signs, as each form calls them beside the place for the signature. */
const places = {
  w9: 'Signature of U.S. person',
  w8ben: 'Signature of beneficial owner (or individual authorized to sign for beneficial owner)',
  w8bene: 'Signature of individual authorized to sign for beneficial owner',
} as const satisfies Record<TaxFormName, string>;

/** Returns the lines of “Sign Here”, empty ones too, and when and under which number the form was filed. */
function signature({ form, status, at }: PdfOptions): { label: string; value: string }[] {
  if (status === 'draft') return [{ label: 'Signature', value: 'Not yet signed' }];
  const [year = '', month = '', day = ''] = at.toISOString().slice(0, 10).split('-');
  return [
    { label: places[form], value: status.signedBy ?? '' },
    { label: 'Date (MM-DD-YYYY)', value: status.signedBy === null ? '' : `${month}-${day}-${year}` },
    ...(form === 'w9' ? [] : [{ label: 'Print name of signer', value: status.signer ?? '' }]),
    // A box of the form, for those who sign for somebody else. Here the payee does.
    ...(form === 'w8ben' ? [{ label: 'Capacity to sign for the person on line 1', value: '' }] : []),
    {
      label: status.signedBy === null ? 'Confirmed electronically by the payee' : 'Signed electronically',
      value: `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC, form ${status.id}`,
    },
  ];
}
