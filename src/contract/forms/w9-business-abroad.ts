/** Form W-9 of a business that has its address abroad, as partners file it and as payees fill it in. */
import { foreignAddressChecks } from './address-checks.ts';
import { optionalCodeText } from './fields.ts';
import { taxIdChecks } from './tax-ids.ts';
import { placeAbroad } from './w9-abroad.ts';
import { businessAbroad, w9Business } from './w9-business.ts';
import * as z from '../z.ts';

const checks = [...foreignAddressChecks, ...taxIdChecks('business')] as const;

/** As partners file it. */
export const w9BusinessAbroad = z
  .extend(w9Business, {
    ...placeAbroad,
    /** As in the register of companies. */
    business_registration_number: optionalCodeText(40),
  })
  .check(...checks);

/** As a payee fills it in. */
export const w9BusinessFormAbroad = businessAbroad({
  ...placeAbroad,
  /** As in the register of companies. */
  business_registration_number: optionalCodeText(40),
}).check(...checks);
