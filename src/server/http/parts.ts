/** Bodies that are a form with a file in it. */
import { ProblemError } from '../../contract/input/problem-error.ts';

/** Returns the parts of a `multipart/form-data` body (RFC 7578). */
export async function readParts(body: Buffer, contentType: string): Promise<FormData> {
  try {
    // Deprecated for bodies of unlimited size. This body was read up to a limit.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ProblemError('invalid-input', { detail: 'The body is not multipart/form-data.', errors: [] });
  }
}
