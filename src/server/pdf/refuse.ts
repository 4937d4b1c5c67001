/**
 * Opens a PDF that somebody uploaded, or says why it is refused. A form that runs scripts, sends itself
 * elsewhere or lives in XFA would not be what it seems once it is flat. An encrypted form cannot be written
 * to (ISO 32000-2, §7.6, §12.6.4, §12.7.9).
 */
import type { PDFDocument, PDFObject } from 'pdf-lib';
import { inflateSync } from 'node:zlib';
import type { FieldCode } from '../../contract/problems.ts';

export type Opened =
  { readonly ok: true; readonly pdf: PDFDocument } | { readonly ok: false; readonly code: FieldCode };

/** Bytes. A form of a few pages is far smaller. A template should not have scans in it. */
export const maximumPdf = 5 * 1024 * 1024;
/** Bytes that all parts which are unpacked on opening may have together. */
const maximumUnpacked = 32 * 1024 * 1024;
const maximumPages = 50;

/**
 * Returns the opened file, or the code of the field problem. The cheap checks come first, and what would be
 * unpacked is measured before pdf-lib sees the file.
 */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const refuse = (code: FieldCode): Opened => ({ ok: false, code });
  if (Buffer.from(bytes.subarray(0, 1024)).indexOf('%PDF-') < 0) return refuse('pdf-unreadable');
  if (unpacksTooMuch(bytes)) return refuse('pdf-unreadable');
  const lib = await import('pdf-lib');
  const { PDFName, PDFDict } = lib;
  let pdf: PDFDocument;
  let form: PDFObject | undefined;
  let pages: number;
  try {
    pdf = await lib.PDFDocument.load(bytes, { updateMetadata: false });
    // A file without a catalog or without pages loads, and fails here.
    form = pdf.catalog.lookup(PDFName.of('AcroForm'));
    pages = pdf.getPageCount();
  } catch (error) {
    // pdf-lib's errors are compiled for old browsers, so `instanceof` does not know them.
    return refuse(/encrypted/i.test(String(error)) ? 'pdf-encrypted' : 'pdf-unreadable');
  }
  if (form instanceof PDFDict && form.has(PDFName.of('XFA'))) return refuse('pdf-xfa');
  if (isActive(pdf, lib)) return refuse('pdf-active-content');
  if (pages > maximumPages) return refuse('pdf-unreadable');
  return { ok: true, pdf };
}

/**
 * Scripts, and actions that start programs, fetch files or send the form somewhere (ISO 32000-2, table 201).
 */
const refusedActions = new Set(['/JavaScript', '/Launch', '/SubmitForm', '/ImportData']);

/**
 * Returns whether some object of the file is an action or a script. Every object is looked at, whether
 * something refers to it or not.
 */
function isActive(
  pdf: PDFDocument,
  { PDFName, PDFDict, PDFArray, PDFStream }: typeof import('pdf-lib'),
): boolean {
  const looksActive = (object: PDFObject): boolean => {
    if (object instanceof PDFStream) return looksActive(object.dict);
    if (object instanceof PDFArray) return object.asArray().some(looksActive);
    if (!(object instanceof PDFDict)) return false;
    const action = object.get(PDFName.of('S'));
    if (object.has(PDFName.of('JS')) || object.has(PDFName.of('JavaScript'))) return true;
    if (action instanceof PDFName && refusedActions.has(action.asString())) return true;
    return object.values().some(looksActive);
  };
  return pdf.context.enumerateIndirectObjects().some(([, object]) => looksActive(object));
}

/**
 * Object and cross-reference streams are unpacked while the file is opened. A few kilobytes of them could
 * fill the memory.
 */
function unpacksTooMuch(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let remaining = maximumUnpacked;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const head = file.subarray(Math.max(0, at - 512), at).toString('latin1');
    if (!/\/(?:ObjStm|XRef)\b/.test(head) || head.endsWith('end')) continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    try {
      const maxOutputLength = Math.max(1, remaining);
      remaining -= inflateSync(file.subarray(start), { maxOutputLength }).byteLength;
    } catch (error) {
      // A stream that is not packed this way is left to the reader.
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return true;
    }
  }
  return false;
}
