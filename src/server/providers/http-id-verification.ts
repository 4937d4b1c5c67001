/**
 * A real vendor behind HTTP, or a small adapter that speaks a vendor's own language.
 *
 * We send `POST <ID_VERIFICATION_URL>` as JSON, signed by the Standard Webhooks scheme with
 * ID_VERIFICATION_SECRET. `webhook-id` is the same for every repetition of a check. The answer is any 2xx,
 * with a `VendorAnswer` as JSON or nothing. The verdict is in the answer, or it comes later (also days later)
 * as a callback to `callback_url`, signed in the same way with the same secret.
 */
import { safeParse } from 'zod/v4/core';
import type { Deps } from '../ports/deps.ts';
import { readVendorAnswer, vendorAnswer } from '../identity/vendor-answer.ts';
import { errorFields } from '../ports/log.ts';
import { signedHeaders } from '../webhooks/sign.ts';
import type { IdentityAnswer, IdentitySubject, VerificationProvider } from '../ports/id-verification.ts';

/** Shorter than a job may take. */
const answerTimeoutMs = 30_000;

const minute = 60_000;
/**
 * Waits after a failed attempt. After the last one somebody has to look: the log says so, and a callback
 * still counts.
 */
const retryDelays: readonly number[] = [
  5_000,
  minute,
  5 * minute,
  30 * minute,
  ...Array.from({ length: 12 }, () => 240 * minute),
];

const callbackPath = '/v2/providers/id-verification/callback';

export interface HttpVerificationOptions extends Pick<Deps, 'fetch' | 'clock' | 'log'> {
  readonly url: string;
  readonly secret: string;
  readonly publicUrl: string;
}

export function createHttpVerification(options: HttpVerificationOptions): VerificationProvider {
  return {
    async verify(subject) {
      try {
        return (await requestVerdict(options, subject)) ?? later(subject.attempt);
      } catch (error) {
        options.log.warn(
          { err: errorFields(error), checkId: subject.checkId },
          'the identity vendor cannot be reached',
        );
        return later(subject.attempt);
      }
    },
  };
}

/** Returns null when the vendor did not take the request. */
async function requestVerdict(
  { fetch, clock, log, url, secret, publicUrl }: HttpVerificationOptions,
  subject: IdentitySubject,
): Promise<IdentityAnswer | null> {
  const body = JSON.stringify(await requestBody(subject, `${publicUrl}${callbackPath}`));
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signedHeaders(secret, `idv_${subject.checkId}`, clock.real(), body),
    },
    body,
    // A redirect would carry faces and documents to an address that nobody chose.
    redirect: 'manual',
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  const text = await response.text();
  if (!response.ok) {
    log.warn({ checkId: subject.checkId, status: response.status }, 'the identity vendor refused a request');
    return null;
  }
  const answer = text.trim() === '' ? { status: 'processing' } : (JSON.parse(text) as unknown);
  const parsed = safeParse(vendorAnswer, answer);
  // The vendor took the pictures. An answer that we cannot read is no refusal: the verdict may still come by
  // callback.
  return parsed.success
    ? readVendorAnswer(parsed.data, clock.now())
    : { status: 'waiting', manual: false, retryInMs: null };
}

async function requestBody(subject: IdentitySubject, callbackUrl: string): Promise<object> {
  const images = await subject.images();
  return {
    event: 'id-verification.requested',
    check_id: subject.checkId,
    callback_url: callbackUrl,
    document: { country: subject.country, type: subject.documentType },
    person: {
      first_name: subject.firstName,
      last_name: subject.lastName,
      date_of_birth: subject.dateOfBirth,
    },
    images: images.map(({ side, type, bytes }) => ({ side, type, data: bytes.toString('base64') })),
  };
}

/**
 * From the second failure on the verdict takes long, whatever the reason. The payee is told that the page may
 * be closed.
 */
function later(attempt: number): IdentityAnswer {
  return { status: 'waiting', manual: attempt > 1, retryInMs: retryDelays[attempt - 1] ?? null };
}
