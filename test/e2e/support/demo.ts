/** What the demo has to offer, as its own lists say. */
import { personaIds } from '../../../demo/site/personas.ts';
import { choices } from '../../../demo/site/state.ts';

export const personaNames = personaIds;
export const brands = choices.brand;
