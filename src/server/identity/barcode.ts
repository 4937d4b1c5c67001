/** Reads a PDF417 barcode from a picture. It takes up to a second. */
import { createRequire } from 'node:module';
import { pictureThread } from './picture-thread.ts';

/** The decoder's WebAssembly is read from the package. By default the library would fetch it from a CDN. */
const thread = /* js */ `
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { prepareZXingModule, readBarcodes } = require(workerData.decoder);
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(workerData.wasm)).buffer } });
readBarcodes(workerData.picture, { formats: ['PDF417'], textMode: 'Plain', tryHarder: true, maxNumberOfSymbols: 1 }).then(([found]) =>
  parentPort.postMessage(found && found.isValid ? found.text : null),
);
`;

/**
 * Returns null when no barcode can be read. Rejects when the thread fails, for example because `zxing-wasm`
 * is not installed.
 */
export const readBarcode = pictureThread<string>({
  thread,
  data() {
    const { resolve } = createRequire(import.meta.url);
    return { decoder: resolve('zxing-wasm/reader'), wasm: resolve('zxing-wasm/reader/zxing_reader.wasm') };
  },
  timeoutMs: 15_000,
  patienceMs: 10_000,
});
