/** Whether a PDF does something by itself, or carries other files (ISO 32000-2, §12.6, §7.11.4). */
import { PDFArray, PDFDict, PDFName, PDFStream } from 'pdf-lib';
import type { PDFDocument, PDFObject } from 'pdf-lib';

/**
 * Scripts, and actions that start programs, open files, send the form somewhere or play something (ISO
 * 32000-2, table 201). A link to a page of the web is not among them: somebody has to press it.
 */
const refusedActions = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'RichMediaExecute',
]);
/** Scripts, what happens when something is opened, closed or entered, and files inside of the file. */
const refusedKeys = new Set(['JS', 'JavaScript', 'AA', 'EmbeddedFiles', 'EF']);

/**
 * Every object is looked at, whether something refers to it or not. Of the trailer only the catalog counts,
 * which may stand in it directly.
 */
export function isActive(pdf: PDFDocument): boolean {
  const { context } = pdf;
  const looksActive = (object: PDFObject): boolean => {
    if (object instanceof PDFStream) return looksActive(object.dict);
    if (object instanceof PDFArray) return object.asArray().some(looksActive);
    if (!(object instanceof PDFDict)) return false;
    return object.entries().some(([key, value]) => {
      const name = plainName(key);
      if (refusedKeys.has(name)) return true;
      const found = context.lookup(value);
      if (name === 'S' && found instanceof PDFName && refusedActions.has(plainName(found))) return true;
      if (name === 'OpenAction' && !isView(found)) return true;
      return looksActive(value);
    });
  };
  return [pdf.catalog, ...context.enumerateIndirectObjects().map(([, object]) => object)].some(looksActive);
}

/** Whether it only says which page is shown first. Most programs write that. */
function isView(opening: PDFObject | undefined): boolean {
  if (!(opening instanceof PDFDict)) return true;
  const kind = opening.lookup(PDFName.of('S'));
  const names = opening.keys().map(plainName);
  return kind instanceof PDFName && plainName(kind) === 'GoTo' && !names.includes('Next');
}

/** Letters may be written as `#53`. pdf-lib reads only those in capitals, and other readers read both. */
const plainName = (name: PDFName): string =>
  name
    .decodeText()
    .replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
