/** What the request says about the browser. */
import type { Context } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { browserMark } from './sessions.ts';

export interface Hints {
  readonly acceptLanguage: string | undefined;
  readonly browser: Buffer;
}

export const hintsOf = (c: Context, deps: Deps): Hints => ({
  acceptLanguage: c.req.header('accept-language'),
  browser: browserMark(deps, c),
});
