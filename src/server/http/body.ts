/** Reads the body of a request. `input.ts` checks it. */
import type { Context } from 'hono';
import { findJsonFault } from './json-position.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { unstorable } from './storable.ts';

/** Bytes. But of a batch of payouts, the largest honest body is a flow with 16 kB of metadata. */
const maximumBody = 64 * 1024;

/**
 * Returns the parsed JSON body; `{}` when the body is empty. `text/plain` is what a browser sends across
 * origins without asking first (Fetch, "CORS-safelisted request-header"). That saves a payee's phone a round
 * trip where a session is opened. Nobody else may send it: any page could, with the browser's credentials.
 */
export async function readJson(
  c: Context,
  { plainText = false, maximum = maximumBody } = {},
): Promise<unknown> {
  const text = await readText(c, maximum);
  if (text.trim() === '') return {};
  const type = (c.req.header('content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json') && !(plainText && type === 'text/plain')) {
    throw new ProblemError('unsupported-media-type', { detail: 'Send the body as application/json.' });
  }
  const fault = findJsonFault(text);
  if (fault) {
    throw new ProblemError('invalid-json', {
      detail: `The body is not JSON: line ${fault.line}, column ${fault.column}: ${fault.reason}.`,
    });
  }
  const value = JSON.parse(text) as unknown;
  const errors = unstorable(value);
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return value;
}

/**
 * Returns the body as it is. Refuses it as soon as it is larger than `maximum` bytes, and one that is
 * compressed: what it unpacks to has no limit (RFC 9110 §15.5.16).
 */
export async function readBytes(c: Context, maximum: number): Promise<Buffer> {
  if (!/^(?:identity)?$/i.test((c.req.header('content-encoding') ?? '').trim()))
    throw new ProblemError('unsupported-media-type', {
      detail: 'Send the body as it is, without Content-Encoding.',
      headers: { 'accept-encoding': 'identity' },
    });
  if (Number(c.req.header('content-length') ?? 0) > maximum) throw new ProblemError('payload-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maximum) throw new ProblemError('payload-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Returns the body as text. Refuses it as soon as it is larger than `maximum` bytes. A second call
 * returns the same text.
 */
export async function readText(c: Context, maximum = maximumBody): Promise<string> {
  const known = texts.get(c.req.raw);
  if (known !== undefined) return known;
  const text = decode(await readBytes(c, maximum));
  texts.set(c.req.raw, text);
  return text;
}

const texts = new WeakMap<Request, string>();

/**
 * RFC 8259 §8.1: JSON between systems is UTF-8. Guessing another encoding would store a payee's name with
 * letters that nobody typed.
 */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('invalid-json', { detail: 'The body is not valid UTF-8.' });
  }
}
