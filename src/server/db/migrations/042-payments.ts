/**
 * Debits of accounts that payees have connected, and the customers whom they are taken from. A debit may have
 * to wait for its day, can come back after it was paid, and says by which code of the network it did.
 *
 * payment_method_id has no reference: the movement outlives the account and its authorization.
 */
export default /* sql */ `
alter table transfers add column payment_method_id uuid, add column return_code text, add column debit_on timestamptz;
create index transfers_debits on transfers (payment_method_id) where payment_method_id is not null;

create table payment_customers (
  id uuid primary key,
  app_id uuid not null references apps,
  created timestamptz not null,
  updated timestamptz not null,
  user_id uuid not null references users,
  -- Names, email, phone and address as JSON.
  details_sealed bytea not null,
  metadata jsonb
);
create index payment_customers_list on payment_customers (app_id, created desc, id desc);
create index payment_customers_user on payment_customers (user_id);
`;
