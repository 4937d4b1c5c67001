/**
 * The thread in which PDFs are read and filled in. `in-worker.ts` starts it and says why there is one. One
 * message is one piece of work, and is answered by one.
 */
import { parentPort } from 'node:worker_threads';
import type { FieldCode } from '../../contract/problems.ts';
import type { PdfField } from '../../contract/steps/pdf-form-fill.ts';
import { fillPdf } from './fill.ts';
import type { Filled, Filling } from './fill.ts';
import { readFields } from './read-fields.ts';
import { openPdf } from './refuse.ts';

export type PdfWork =
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array; readonly now: Date }
  | { readonly kind: 'look'; readonly bytes: Uint8Array }
  | { readonly kind: 'fill'; readonly bytes: Uint8Array; readonly filling: Filling };

/** What a PDF is as a form, or why it cannot be one. */
export type Inspected =
  | { readonly ok: true; readonly fields: readonly PdfField[]; readonly pages: number }
  | { readonly ok: false; readonly code: FieldCode };

/** Whether a PDF may be kept and shown as it is, or why not. */
export type Looked = { readonly ok: true } | { readonly ok: false; readonly code: FieldCode };

export type PdfAnswer = { readonly done: Inspected | Looked | Filled } | { readonly failed: string };

parentPort?.on('message', (work: PdfWork) => {
  void doneOf(work).then(
    (done) => parentPort?.postMessage({ done } satisfies PdfAnswer),
    (error: unknown) => parentPort?.postMessage({ failed: String(error) } satisfies PdfAnswer),
  );
});

function doneOf(work: PdfWork): Promise<Inspected | Looked | Filled> {
  switch (work.kind) {
    case 'inspect':
      return inspect(work.bytes, work.now);
    case 'look':
      return openPdf(work.bytes).then((opened): Looked => (opened.ok ? { ok: true } : opened));
    case 'fill':
      return fillPdf(work.bytes, work.filling);
  }
}

/** A form that cannot be filled in is found now, and not by the first payee. */
async function inspect(bytes: Uint8Array, now: Date): Promise<Inspected> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const pages = opened.pdf.getPageCount();
  try {
    const fields = await readFields(opened.pdf);
    if (fields.length === 0) return { ok: false, code: 'pdf-without-form' };
    const signature = { name: 'Name', at: now };
    await fillPdf(bytes, { fields, values: {}, dateFormat: 'YYYY-MM-DD', signature, now });
    return { ok: true, fields, pages };
  } catch {
    return { ok: false, code: 'pdf-unreadable' };
  }
}
