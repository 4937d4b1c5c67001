/**
 * Kept answers are sealed, because they repeat home addresses and hand-off links. `body` stays for the
 * answers that were kept before: a request that is repeated during the update must still find its first
 * answer. They are swept within a day. `rights`: what the session of the first request could do; null for
 * partners.
 */
export default /* sql */ `
alter table idempotency_keys
  add column body_sealed bytea,
  add column rights text;
`;
