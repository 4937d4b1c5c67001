/** The finished form as it was signed, sealed. Null until it is printed, which happens right after filing. */
export default `
alter table tax_forms add column pdf_sealed bytea;
`;
