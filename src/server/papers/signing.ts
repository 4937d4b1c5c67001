/**
 * How something came to be signed. For tax forms the law wants it recorded: who had access, how it was made
 * reasonably certain that they are who they say, and each access that led to the submission (Treas. Reg.
 * §1.1441-1(e)(4)(iv)(B); IRS Announcement 98-27 says the same of Form W-9).
 */
import { createHash } from 'node:crypto';
import type { App } from '../db/apps.ts';
import { canonical } from './canonical.ts';

/** A text that was shown, by what its issuer calls the version. */
export interface ShownText {
  readonly name: string;
  readonly version: string;
  /** Hex, of the paragraphs as JSON. Null: the version says which text it is. */
  readonly sha256: string | null;
}

export const shownText = (name: string, version: string, text: readonly string[] | null): ShownText => ({
  name,
  version,
  sha256: text && createHash('sha256').update(canonical(text)).digest('hex'),
});

/** One access that led to what was signed. */
export interface Access {
  readonly what: string;
  /** RFC 3339. */
  readonly at: string;
}

export interface SigningSession {
  readonly id: string;
  /** Origin of the page; null where the client sent none. */
  readonly origin: string | null;
  /**
   * `code`: by a one-time code to the phone. `link`: the partner vouched for the browser that opened the link
   * of a flow within fifteen minutes.
   */
  readonly authenticated: 'code' | 'link';
  /** When. Null: sessions of before that was noted. */
  readonly proved: string | null;
  /** Last four digits of the phone that is known as the payee's. */
  readonly phone: string | null;
}

export interface Signing {
  /** `server`: a job, which only prints what somebody has signed. */
  readonly by: 'payee' | 'partner' | 'server';
  readonly user_id: string | null;
  readonly flow_id: string | null;
  readonly session: SigningSession | null;
  /** The partner's key. */
  readonly api_key_id: string | null;
  /** Network address from which it was sent. */
  readonly address: string | null;
  /** BCP 47: the language of the page. */
  readonly language: string | null;
  /** Earliest first. The last one is the submission. */
  readonly accesses: readonly Access[];
  /** To whom it was given. */
  readonly requester: { readonly name: string; readonly address: string | null };
}

export const requesterOf = ({ name, address }: Pick<App, 'name' | 'address'>): Signing['requester'] => ({
  name,
  address,
});
