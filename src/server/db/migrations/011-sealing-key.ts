/**
 * One value, sealed with the key that the database began with. A server that cannot open it has lost the key;
 * see `start/check-keys.ts`.
 */
export default /* sql */ `
create table sealing_key (
  one boolean primary key default true check (one),
  sample_sealed bytea not null
);
`;
