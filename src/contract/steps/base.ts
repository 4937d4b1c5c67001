/** What every step's requirement has. */
import * as z from '../z.ts';

export const base = { hide_continue_button: z.boolean() };

/** What was typed and not sent yet, by field (`drafts.ts`). Absent when there is none. */
export const typed = z.optional(z.record(z.string(), z.string()));
