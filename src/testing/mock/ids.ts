/** Ids as the server makes them. */
import { newIntent } from '../../api/intent.ts';

/** Returns a random UUID (RFC 9562 §5.4). Not `crypto.randomUUID`, which exists only on secure origins. */
export function newId(): string {
  const hex = newIntent();
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** Returns the id of a webhook message. */
export const newMessageId = (): string => `msg_${newIntent()}`;

/** Returns a bearer token. */
export const newToken = (): string => `${newIntent()}${newIntent().slice(0, 11)}`;
