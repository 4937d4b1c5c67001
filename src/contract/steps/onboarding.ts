/** `onboarding` asks for what is missing of the payee's profile. */
import * as z from '../z.ts';
import { country, email, personName } from '../forms/fields.ts';
import { base, typed } from './base.ts';

export const onboardingRequirement = z.object({
  step: z.literal('onboarding'),
  ...base,
  /** Which fields are missing, in the order of the form. */
  fields: z.array(z.enum(['first_name', 'last_name', 'email', 'country'])),
  prefill: z.object({
    first_name: z.optional(z.string()),
    last_name: z.optional(z.string()),
    email: z.optional(z.string()),
    country: z.optional(z.string()),
  }),
  typed,
});

/** Body of `POST /session/onboarding`. Only the fields that the requirement asks for are sent. */
export const onboardingInput = z.object({
  first_name: z.optional(personName),
  last_name: z.optional(personName),
  email: z.optional(email),
  country: z.optional(country),
});
