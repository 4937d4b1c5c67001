/** Form W-8BEN-E, in a chunk on top of that of Form W-8BEN. */
export { complianceW8bene as messages } from '../../../locales/en/compliance-w8bene.ts';
export { w8beneSpec as specOf } from './fields.ts';
export { templates } from './w8bene.ts';
