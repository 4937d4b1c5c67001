/** What the request says about the browser. */
import type { Context } from 'hono';

export interface Hints {
  /** The header as it came. It guesses the country of a phone number that has not been typed yet. */
  readonly acceptLanguage: string | undefined;
}

export const hintsOf = (c: Context): Hints => ({ acceptLanguage: c.req.header('accept-language') });
