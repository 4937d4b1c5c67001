/**
 * Verifies a webhook in the partner's back end:
 *
 *     const payload = verifyWebhook(rawBody, request.headers, process.env.WEBHOOK_SECRET);
 *
 * Pass the body as it arrived, before any JSON parser read it. A body that was parsed and written again has
 * other bytes.
 */
import { Webhook } from 'standardwebhooks';
import { webhookEventNames } from '../contract/partner/webhooks.ts';
import type { WebhookPayload } from '../contract/partner/webhooks.ts';

export type { WebhookEventName, WebhookPayload } from '../contract/partner/webhooks.ts';

/**
 * Why a webhook was not accepted.
 * - `invalid-body`: the raw body was not given, or it is signed and no JSON object.
 * - `missing-headers`: the request is not signed.
 * - `invalid-secret`: the secret is not a `whsec_…` secret.
 * - `invalid-signature`: the message is not from us, was changed on the way, or was signed with another
 *   secret.
 * - `outside-tolerance`: the message is more than five minutes old or in the future. It may be a replay, or a
 *   clock is wrong.
 * - `unknown-event`: the message is genuine, but this version does not know its event. Answer 2xx and ignore
 *   it.
 */
export type WebhookErrorCode =
  | 'invalid-body'
  | 'missing-headers'
  | 'invalid-secret'
  | 'invalid-signature'
  | 'outside-tolerance'
  | 'unknown-event';

export class WebhookError extends Error {
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.name = 'WebhookError';
    this.code = code;
  }
}

/** Node's `request.headers`, a `Headers`, or anything of that shape. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Returns the payload of a genuine webhook, as it was sent: a newer server may have put fields and values
 * into it that this version does not know. Accepts the `webhook-*` and the `svix-*` spelling of the headers.
 * @throws {WebhookError}
 */
export function verifyWebhook(
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string,
): WebhookPayload {
  if (typeof rawBody !== 'string' && !(rawBody instanceof Uint8Array))
    throw new WebhookError(
      'invalid-body',
      'Pass the raw body, as text or bytes: read it before any JSON parser does.',
    );
  const signed = ['id', 'timestamp', 'signature'].map(
    (name) => [name, read(headers, `webhook-${name}`) ?? read(headers, `svix-${name}`)] as const,
  );
  const missing = signed.filter(([, value]) => value === undefined).map(([name]) => `webhook-${name}`);
  if (missing.length > 0)
    throw new WebhookError('missing-headers', `The request lacks ${missing.join(', ')}.`);

  const body = typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody);
  verify(
    body,
    Object.fromEntries(signed.map(([name, value]) => [`webhook-${name}`, value as string])),
    secret,
  );
  const payload = objectOf(body);
  if (payload === null) throw new WebhookError('invalid-body', 'The message is genuine, but no JSON object.');
  if (!webhookEventNames.some((name) => name === payload.event))
    throw new WebhookError(
      'unknown-event',
      'The message is genuine, but this version does not know its event.',
    );
  return payload as WebhookPayload;
}

function objectOf(body: string): { readonly event?: unknown } | null {
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** 24 bytes at least, as Standard Webhooks asks for; the prefix may be absent. */
const secretShape = /^(?:whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/;

function verify(body: string, headers: Record<string, string>, secret: string): void {
  if (!secretShape.test(secret))
    throw new WebhookError(
      'invalid-secret',
      'The secret must be the `whsec_…` text that creating the endpoint answered.',
    );
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
  } catch (error) {
    // The package tells its reasons apart only by their text.
    const late = error instanceof Error && /timestamp/i.test(error.message);
    throw late
      ? new WebhookError(
          'outside-tolerance',
          'The message is more than five minutes old, or from the future. Is the clock right?',
        )
      : new WebhookError('invalid-signature', 'The signature does not match this body and this secret.');
  }
}

function read(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : value?.join(',');
}
