/**
 * Reads text in the letters of a machine-readable zone from a picture. It takes some seconds.
 *
 * The recogniser is Tesseract, compiled to WebAssembly (`tesseract.js`), with the English model of
 * `@tesseract.js-data/eng`. Of its two engines the older one is used, which looks at one letter at a time.
 * The newer one guesses from what is likely to come next, and makes words of a row of fillers. Tesseract
 * finds the lines and turns the picture straight by itself. It does not read a picture that stands on its
 * side.
 */
import { createRequire } from 'node:module';
import { pictureThread } from './picture-thread.ts';
import type { TextReader } from '../ports/text-reader.ts';
import type { PictureWork } from './picture-thread.ts';

/**
 * Model and WebAssembly are read from the packages, and nothing is written. By default the library fetches
 * the model from a CDN and puts it into the working directory. The library starts a thread of its own; when
 * that one fails, only this thread ends and not the process.
 */
const thread = /* js */ `
const { parentPort, workerData } = require('node:worker_threads');
const { createWorker, OEM, PSM } = require(workerData.engine);
const { code, gzip, langPath } = require(workerData.model);
const options = { langPath, gzip, cacheMethod: 'none', legacyCore: true, legacyLang: true, errorHandler() {} };
createWorker(code, OEM.TESSERACT_ONLY, options).then(async (engine) => {
  await engine.setParameters({ tessedit_char_whitelist: workerData.letters, tessedit_pageseg_mode: PSM.AUTO });
  // What cannot be decoded has no text.
  const lines = await engine.recognize(Buffer.from(workerData.picture), { rotateAuto: true }).then(({ data }) => data.text.split('\\n'), () => []);
  parentPort.postMessage(lines);
});
`;

/** Limits for one picture. All pictures of a check have `readingMs` together (`facts-from-pictures.ts`). */
const defaults = { timeoutMs: 20_000, patienceMs: 10_000 };

/** Returns null when the optional packages `tesseract.js` and `@tesseract.js-data/eng` are not installed. */
export function createTextReader(
  limits: Pick<PictureWork, 'timeoutMs' | 'patienceMs'> = defaults,
): TextReader | null {
  const { resolve } = createRequire(import.meta.url);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';
  try {
    const data = { engine: resolve('tesseract.js'), model: resolve('@tesseract.js-data/eng'), letters };
    return pictureThread<readonly string[]>({ thread, data: () => data, ...limits });
  } catch {
    return null;
  }
}
