/** What every step's requirement has. */
import * as z from '../z.ts';

export const base = { hide_continue_button: z.boolean() };
