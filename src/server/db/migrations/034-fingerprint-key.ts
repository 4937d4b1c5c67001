/**
 * The key of fingerprints, sealed. It stays for as long as the database, while keys that seal come and go.
 * Null until a server of this version has started.
 */
export default /* sql */ `
alter table sealing_key add column fingerprint_key_sealed bytea;
`;
