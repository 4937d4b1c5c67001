/**
 * The one door to zod. When the first schema is built, zod probes for `new Function`, which a page with a
 * strict Content-Security-Policy reports as a violation. So `jitless` is set before any schema exists.
 */
import * as z from './coded-zod.ts';

z.config({ jitless: true });

export { z };
