/** `redirect` sends the browser on at the end. */
import * as z from '../z.ts';
import { base } from './base.ts';

export const redirectRequirement = z.object({
  step: z.literal('redirect'),
  ...base,
  redirect_url: z.string(),
});
