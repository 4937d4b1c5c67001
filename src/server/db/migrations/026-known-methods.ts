/** Since when money may have gone to the account of a payout method. One that is added anew keeps it. */
export default /* sql */ `
alter table payout_methods add column known_since timestamptz;
update payout_methods set known_since = created;
alter table payout_methods alter column known_since set not null;
`;
