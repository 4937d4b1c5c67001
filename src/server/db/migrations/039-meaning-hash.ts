/**
 * What a request says, hashed beside its bytes. Processes of the version before compare the bytes, and go on
 * beside those of this version while it is rolled out.
 */
export default /* sql */ `
alter table idempotency_keys add column meaning_hash bytea;
`;
