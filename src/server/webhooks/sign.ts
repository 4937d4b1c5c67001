/**
 * Signatures by the Standard Webhooks specification (standardwebhooks.com, v1). The vendor's own receivers
 * look for Svix's header names. Scheme and secret are the same, so every request carries both spellings.
 */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** The specification asks for 24 to 64 bytes. The secret is `whsec_` and their base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

export function isSecret(text: string): boolean {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (base64 === undefined) return false;
  const { length } = Buffer.from(base64, 'base64');
  return length >= 24 && length <= 64;
}

/**
 * Of several secrets each signs, and a receiver takes the signature of the one that it has. The timestamp is
 * the real time of the attempt, as the specification wants. Receivers refuse a time that differs from their
 * own clock.
 */
export function signedHeaders(
  secrets: string | readonly string[],
  messageId: string,
  at: Date,
  body: string,
): Record<string, string> {
  const signature = [secrets]
    .flat()
    .map((secret) => new Webhook(secret).sign(messageId, at, body))
    .join(' ');
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
    'svix-id': messageId,
    'svix-timestamp': timestamp,
    'svix-signature': signature,
  };
}
