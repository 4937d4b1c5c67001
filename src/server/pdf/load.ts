/** Opens a file with pdf-lib, within bounds, and without its lines on the console. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { PDFDocument } from 'pdf-lib';
import type { LoadOptions } from 'pdf-lib';
import { boundUnpacking } from './bounded.ts';

/** Where pdf-lib is at work. It quotes what it finds odd, and the log is JSON and quotes no files. */
const reading = new AsyncLocalStorage<true>();

let isReady = false;

/** Prepares pdf-lib before the first file, and not on import: an import alone changes nothing. */
function prepare(): void {
  if (isReady) return;
  isReady = true;
  boundUnpacking();
  const warn = console.warn.bind(console);
  console.warn = (...words: unknown[]) => {
    if (!reading.getStore()) warn(...words);
  };
}

export function loadPdf(bytes: Uint8Array, options: LoadOptions = {}): Promise<PDFDocument> {
  prepare();
  return reading.run(true, () => PDFDocument.load(bytes, { updateMetadata: false, ...options }));
}
