/**
 * Signatures by the Standard Webhooks specification (standardwebhooks.com, v1). The vendor's own receivers
 * look for Svix's header names. Scheme and secret are the same, so every request carries both spellings.
 */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Place } from '../ports/vault.ts';

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
 * The timestamp is the real time of the attempt, as the specification wants. Receivers refuse a time that
 * differs from their own clock.
 */
export function signedHeaders(
  secret: string,
  messageId: string,
  at: Date,
  body: string,
): Record<string, string> {
  const signature = new Webhook(secret).sign(messageId, at, body);
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

export const secretPlace = (endpoint: { readonly id: string; readonly app_id: string }): Place => ({
  what: `webhook secret ${endpoint.id}`,
  owner: endpoint.app_id,
});
