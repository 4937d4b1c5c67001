/**
 * A sign-in at a bank that has worked waits for the code of the page to which the bank sent whoever signed
 * in. `origin`: of the page that began it. And what the deletion of old messages looks for.
 */
export default /* sql */ `
alter table bank_links
  add column origin text,
  add column returned jsonb,
  add column returned_at timestamptz,
  add column code_hash bytea,
  add column code_tries smallint not null default 0;
create index webhook_deliveries_message on webhook_deliveries (message_id);
`;
