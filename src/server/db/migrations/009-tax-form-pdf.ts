/**
 * The finished form as it was signed, sealed. Null until it is printed, which happens right after filing.
 * Forms that were filed before this migration stay null, and are drawn when somebody asks for them.
 */
export default `
alter table tax_forms add column pdf_sealed bytea;
`;
