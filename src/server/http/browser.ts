/**
 * Recognises a browser that was here before: by a secret that it made or was given, and not by its address or
 * name, which others share or copy. The secret opens nothing by itself. It is good with a flow's link, on the
 * origin where it was first used.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { browserSecret } from '../../contract/steps/browser.ts';
import type { Deps } from '../ports/deps.ts';
import { origin } from './client.ts';

/**
 * Seconds. As long as a phone that was confirmed counts by itself: a browser that is known for so long is
 * asked no more than a code.
 */
const kept = 90 * 24 * 60 * 60;

/**
 * Returns the mark of the browser, keyed so that nobody can compute it from a copy of the database. Our own
 * pages have the secret in a cookie that scripts cannot read. Elements in partners' pages say one that lives
 * as long as the tab. A client without a secret is a new browser every time.
 */
export function browserMark(deps: Deps, c: Context, said: string | undefined): Buffer {
  const from = origin(c);
  const own = from === ownOrigin(deps);
  const cookie = own ? cookieOf(deps, c) : undefined;
  const secret = cookie ?? said ?? newSecret();
  // The page is one that signed out, or whose cookie the browser has dropped. After a reload it is still
  // known.
  if (own && cookie === undefined) setSecret(deps, c, secret, kept);
  return mark(deps, from ?? '', secret);
}

/** Returns the mark that the page which is asked for now will have, and gives the browser its cookie. */
export function markOfPage(deps: Deps, c: Context): Buffer {
  const secret = cookieOf(deps, c) ?? newSecret();
  setSecret(deps, c, secret, kept);
  return mark(deps, ownOrigin(deps), secret);
}

/** Takes the cookie from a browser whose payee signed out on our own page. */
export function forgetSecret(deps: Deps, c: Context): void {
  if (origin(c) === ownOrigin(deps)) setSecret(deps, c, '', 0);
}

function setSecret(deps: Deps, c: Context, secret: string, maxAge: number): void {
  // `Lax`: with `Strict`, a link in an e-mail would come without the cookie, and take the place of the
  // browser's secret.
  setCookie(c, 'dots-flow', secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge,
    ...(isSecure(deps) && { secure: true, prefix: 'host' }),
  });
}

function cookieOf(deps: Deps, c: Context): string | undefined {
  const cookie = getCookie(c, 'dots-flow', isSecure(deps) ? 'host' : undefined);
  return browserSecret.safeParse(cookie).data;
}

const mark = (deps: Deps, from: string, secret: string): Buffer =>
  deps.vault.fingerprint('browser', `${from}\n${secret}`);
const ownOrigin = ({ config }: Deps): string => new URL(config.publicUrl).origin;
const isSecure = (deps: Deps): boolean => ownOrigin(deps).startsWith('https:');
const newSecret = () => randomBytes(32).toString('base64url');
