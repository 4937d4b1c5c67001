/**
 * Opens a PDF that somebody uploaded, or says why it is refused. A form that runs scripts, sends itself
 * elsewhere or lives in XFA would not be what it seems once it is flat. An encrypted form cannot be written
 * to (ISO 32000-2, §7.6, §12.6.4, §12.7.9).
 */
import type { PDFDocument, PDFObject } from 'pdf-lib';
import type { FieldCode } from '../../contract/problems.ts';

export type Opened =
  { readonly ok: true; readonly pdf: PDFDocument } | { readonly ok: false; readonly code: FieldCode };

/** Bytes. A form of a few pages is far smaller. A template should not have scans in it. */
export const maximumPdf = 5 * 1024 * 1024;
const maximumPages = 50;

/**
 * Whether nothing but white space comes before the header. Readers look for it in the first 1024 bytes, so
 * that a file may be a page of the web to one and a PDF to another; ISO 32000-2, §7.5.2 has it first.
 */
const beginsAsPdf = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?[\0\t\n\f\r ]*%PDF-/.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'));

/**
 * Returns the opened file, or the code of the field problem. A file with an object that cannot be read is
 * refused: nobody could say what another reader sees in it.
 */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const refuse = (code: FieldCode): Opened => ({ ok: false, code });
  if (!beginsAsPdf(bytes)) return refuse('pdf-unreadable');
  const { PDFName, PDFDict } = await import('pdf-lib');
  const { loadPdf } = await import('./load.ts');
  const { isActive } = await import('./active.ts');
  let pdf: PDFDocument;
  let form: PDFObject | undefined;
  let pages: number;
  let active: boolean;
  try {
    pdf = await loadPdf(bytes, { throwOnInvalidObject: true });
    // A file without a catalog or without pages loads, and fails here.
    form = pdf.catalog.lookup(PDFName.of('AcroForm'));
    // What a file says of their number is not looked at.
    pages = pdf.getPages().length;
    active = isActive(pdf);
  } catch (error) {
    // pdf-lib's errors are compiled for old browsers, so `instanceof` does not know them.
    return refuse(/encrypted/i.test(String(error)) ? 'pdf-encrypted' : 'pdf-unreadable');
  }
  if (form instanceof PDFDict && form.has(PDFName.of('XFA'))) return refuse('pdf-xfa');
  if (active) return refuse('pdf-active-content');
  if (pages < 1 || pages > maximumPages) return refuse('pdf-unreadable');
  return { ok: true, pdf };
}
