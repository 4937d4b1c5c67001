/** What the request says about the browser. */
import type { Context } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { browserMark } from './sessions.ts';

export interface Hints {
  /** The header as it came. It guesses the country of a phone number that has not been typed yet. */
  readonly acceptLanguage: string | undefined;
  /**
   * The mark of address and browser (`browserMark`), by which a code that was sent is found again after a
   * reload.
   */
  readonly browser: Buffer;
}

export const hintsOf = (c: Context, deps: Deps): Hints => ({
  acceptLanguage: c.req.header('accept-language'),
  browser: browserMark(deps, c),
});
