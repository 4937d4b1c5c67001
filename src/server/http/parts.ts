/** Bodies that are a form with a file in it. */
import { ProblemError } from './problem.ts';

/** `multipart/form-data` (RFC 7578) as its parts. */
export async function readParts(body: Buffer, contentType: string): Promise<FormData> {
  try {
    // Deprecated for bodies without a limit; this one was read up to one.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ProblemError('invalid-input', { detail: 'The body is not multipart/form-data.', errors: [] });
  }
}
