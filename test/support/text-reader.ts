/**
 * The server's reader of text, with more time than any machine needs, and deaf to an abort. So what is read
 * does not depend on how busy the machine is.
 */
import { createTextReader } from '../../src/server/identity/text.ts';
import type { TextReader } from '../../src/server/ports/text-reader.ts';

const reader = createTextReader({ timeoutMs: 600_000 });
if (!reader) throw new Error('tesseract.js and @tesseract.js-data/eng are needed by the tests.');
export const patientReader: TextReader = (picture) => reader(picture);
