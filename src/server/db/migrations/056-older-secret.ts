/** A webhook secret that is replaced twice within a day keeps what was promised to its receivers. */
export default /* sql */ `
alter table webhook_endpoints add column older_secret_sealed bytea, add column older_secret_until timestamptz;
`;
