/** How a browser is recognised when it opens a flow again. */
import * as z from '../z.ts';

/** A secret of the browser's own: random, and worth nothing without the flow's link and the page's origin. */
export const browserSecret = z.string('invalid-browser').check(z.regex(/^[\w-]{32,64}$/, 'invalid-browser'));
