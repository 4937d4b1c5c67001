/**
 * One value, sealed with the key that the database began with. A server that cannot open it has lost the key;
 * see `start/check-keys.ts`. The primary key allows one row, so the first server to write it decides.
 */
export default /* sql */ `
create table sealing_key (
  one boolean primary key default true check (one),
  sample_sealed bytea not null
);
`;
