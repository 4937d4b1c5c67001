/**
 * Has PDFs read and filled in by a thread (`worker.ts`). A file can be made so that a few kilobytes keep
 * pdf-lib busy for minutes or fill the memory, and one thread would then answer nobody else. The thread has
 * bounds of its own for both, and what goes beyond them ends the thread and nothing else.
 */
import { Worker } from 'node:worker_threads';
import type { Filled, Filling } from './fill.ts';
import { createTurns } from './turns.ts';
import type { Inspected, Looked, PdfAnswer, PdfWork } from './worker.ts';

/** When a piece of work is given up. Asked once the work begins: who waits for a turn is not to blame. */
type Limit = () => AbortSignal;
/** A form of fifty pages takes less than one second. */
const tenSeconds: Limit = () => AbortSignal.timeout(10_000);
/** A form has five megabytes at most, and a whole one takes less than a second. */
const mostWaiting = { ofOne: 20, ofAll: 60 };
/** pdf-lib remembers each name that it has ever read, so a thread is replaced after this many forms. */
const mostForms = 100;
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** In development this file is TypeScript, which a thread reads only with the loader that tests have too. */
const isSource = import.meta.url.endsWith('.ts');
const address = new URL(isSource ? './worker.ts' : './worker.js', import.meta.url);
const loadSource = () =>
  `import('${import.meta.resolve('tsx/esm/api')}').then((tsx) => (tsx.register(), import('${address.href}')))`;

function startWorker(): Worker {
  const worker = new Worker(isSource ? loadSource() : address, {
    eval: isSource,
    execArgv: [],
    resourceLimits: memory,
    // pdf-lib quotes what it finds odd, and the log quotes no files.
    stdout: true,
    stderr: true,
  });
  // Without a listener, a thread that breaks while it has nothing to do would end the process.
  return worker.on('error', () => {});
}

class TooMuch extends Error {
  constructor(cause?: unknown) {
    super('A PDF needed more time or memory than it may have.', { cause });
    this.name = 'TooMuch';
  }
}

/** Does one piece of work after the other. The thread is kept, unless it is to be `fresh` for each. */
function pdfWorker({ fresh }: { readonly fresh: boolean }) {
  let kept: Worker | null = null;
  let forms = 0;
  const inTurn = createTurns(mostWaiting);

  /** A thread that ended while nobody needed it is not asked. */
  function start(): Worker {
    const worker = startWorker();
    return worker.once('exit', () => {
      if (kept !== worker) return;
      kept = null;
      forms = 0;
    });
  }

  async function run(work: PdfWork, limit: Limit): Promise<PdfAnswer> {
    const worker = (kept ??= start());
    forms += 1;
    worker.ref();
    let forget = () => {};
    let isWhole = false;
    try {
      const answer = await new Promise<PdfAnswer>((settle, refuse) => {
        const end = (error: Error & { code?: string }) =>
          refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuch(error) : error);
        const giveUp = () => refuse(new TooMuch());
        const gone = () => refuse(new Error('The thread ended without an answer.'));
        const ended = limit();
        ended.addEventListener('abort', giveUp);
        worker.once('message', settle).once('error', end).once('exit', gone).postMessage(work);
        forget = () => {
          ended.removeEventListener('abort', giveUp);
          worker.off('message', settle).off('error', end).off('exit', gone);
        };
      });
      isWhole = true;
      return answer;
    } finally {
      forget();
      // Nothing keeps the process alive for a thread that has nothing to do.
      worker.unref();
      if (fresh || !isWhole || forms >= mostForms) {
        kept = null;
        forms = 0;
        await worker.terminate();
      }
    }
  }

  return (app: string, work: PdfWork, limit: Limit): Promise<PdfAnswer> =>
    inTurn(app, () => run(work, limit));
}

/** Files of partners, of which nothing is known yet. They do not hold up payees, who have a thread too. */
const unknownFiles = pdfWorker({ fresh: true });
const knownForms = pdfWorker({ fresh: false });

/** Reads an app's upload and tries to fill it in. What needs too much of the server cannot be read. */
export async function inspectPdf(
  app: string,
  bytes: Uint8Array,
  now: Date,
  limit = tenSeconds,
): Promise<Inspected> {
  try {
    const answer = await unknownFiles(app, { kind: 'inspect', bytes, now }, limit);
    if ('done' in answer) return answer.done as Inspected;
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
  }
  return { ok: false, code: 'pdf-unreadable' };
}

/** Reads a file that is only kept, not filled in: it must not be locked, nor do anything by itself. */
export async function lookAtPdf(app: string, bytes: Uint8Array, limit = tenSeconds): Promise<Looked> {
  try {
    const answer = await unknownFiles(app, { kind: 'look', bytes }, limit);
    if ('done' in answer) return answer.done as Looked;
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
  }
  return { ok: false, code: 'pdf-unreadable' };
}

/** As `fillPdf` does, with a form of an app's. */
export async function fillInWorker(
  app: string,
  bytes: Uint8Array,
  filling: Filling,
  limit = tenSeconds,
): Promise<Filled> {
  const answer = await knownForms(app, { kind: 'fill', bytes, filling }, limit);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.done as Filled;
}
