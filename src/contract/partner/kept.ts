/** What stays of a deleted user, and for how many years. */
import * as z from '../z.ts';
import { timestamp } from '../flow.ts';

export const keptKinds = [
  'tax_forms',
  'tax_uploads',
  'background_checks',
  'debit_authorizations',
  'confirmed_matches',
] as const;
export type KeptKind = (typeof keptKinds)[number];

/**
 * Years after the deletion. Tax forms, uploaded or not: as long as they may matter to the withholding agent's
 * liability (26 CFR §1.6001-1(e), §1.1441-1(e)(4)(iii)), which is three years of assessment (26 USC §6501(a))
 * after the return for the last year. Background checks: the longest time in which the payee may sue (15 USC
 * §1681p). Authorizations of debits: two years from their end (Nacha Operating Rules, subsection 2.3.2.7).
 * Matches with a sanctions list that were confirmed: ten years (31 CFR §501.601). Of one that was released no
 * law wants a record, because it was about somebody else.
 */
export const keptYears: Readonly<Record<KeptKind, number>> = {
  tax_forms: 5,
  tax_uploads: 5,
  background_checks: 5,
  debit_authorizations: 2,
  confirmed_matches: 10,
};

export const kept = z.object({
  /** `documents`: PDF forms that the payee confirmed. They are the partner's, and stay with their flows. */
  what: z.enum([...keptKinds, 'documents']),
  count: z.int(),
  /** Null: it has no end. */
  until: z.nullable(timestamp),
});
export type Kept = z.infer<typeof kept>;
