/** Opens a file with pdf-lib, within bounds, and without its lines on the console. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { PDFDocument } from 'pdf-lib';
import type { LoadOptions } from 'pdf-lib';
import './bounded.ts';

/** Where pdf-lib is at work. It quotes what it finds odd, and the log is JSON and quotes no files. */
const reading = new AsyncLocalStorage<true>();

const warn = console.warn.bind(console);
console.warn = (...words: unknown[]) => {
  if (!reading.getStore()) warn(...words);
};

export const loadPdf = (bytes: Uint8Array, options: LoadOptions = {}): Promise<PDFDocument> =>
  reading.run(true, () => PDFDocument.load(bytes, { updateMetadata: false, ...options }));
