/**
 * Form W-8BEN, and what Form W-8BEN-E shares with it. A chunk that only payees outside the US load; the
 * forms of both have the same names in their chunks.
 */
export { indiciaReasons, needsWords } from '../../../contract/forms/indicia.ts';
export { addressChecks } from '../../../contract/forms/address-checks.ts';
export { taxIdChecks } from '../../../contract/forms/tax-ids.ts';
export { complianceW8 as messages } from '../../../locales/en/compliance-w8.ts';
export {
  address,
  claimOf,
  mayClaim,
  numberName,
  optional,
  placeAsked,
  taxIdFields,
  treatyFields,
  withClaim,
  w8benSpec as specOf,
} from './fields.ts';
export { country, renderAddress, renderTaxId } from './parts.ts';
export { renderSignature } from './signature.ts';
export { renderTreaty } from './treaty.ts';
export { templates } from './w8ben.ts';
export { abroadSpec, abroadTemplates } from './w9-abroad.ts';
