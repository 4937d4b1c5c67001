/**
 * The one door to zod. zod probes for `new Function` when the first schema is built, and a page with a strict
 * Content-Security-Policy reports the probe as a violation. `jitless` must therefore be set before any schema
 * exists.
 */
import * as z from './coded-zod.ts';

z.config({ jitless: true });

export { z };
