/**
 * What the payee files in `compliance`. It is apart from the forms, so that no browser loads the union of
 * them.
 */
import * as z from '../z.ts';
import type { w9Business } from '../forms/w9-business.ts';
import { w8ben } from '../forms/w8ben.ts';
import { w9Individual } from '../forms/w9.ts';
import { w9BusinessForm } from '../forms/w9-business.ts';
import { w9IndividualAbroad } from '../forms/w9-abroad.ts';
import { w9BusinessFormAbroad } from '../forms/w9-business-abroad.ts';
import type { w9BusinessAbroad } from '../forms/w9-business-abroad.ts';
import { w8bene } from '../forms/w8bene.ts';

export const complianceInput = z.union([
  z.discriminatedUnion('entity_type', [w9Individual, w9BusinessForm]),
  z.discriminatedUnion('entity_type', [w9IndividualAbroad, w9BusinessFormAbroad]),
  w8ben,
  w8bene,
]);

export type ComplianceInput =
  | z.infer<typeof w9Individual>
  | z.infer<typeof w9Business>
  | z.infer<typeof w9IndividualAbroad>
  | z.infer<typeof w9BusinessAbroad>
  | z.infer<typeof w8ben>
  | z.infer<typeof w8bene>;
