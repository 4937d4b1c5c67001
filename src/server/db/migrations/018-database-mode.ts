/**
 * The mode in which the database was begun (`start/check-mode.ts`). Only sandboxes open an app with money
 * that nobody paid in, so a database that has such money was begun as one. Version 0.1 had no money yet:
 * there the client id tells it.
 */
export default /* sql */ `
create table database_mode (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('sandbox', 'live'))
);
insert into database_mode (mode) select 'sandbox'
  where exists (select from ledger_movements where kind = 'opening')
    or exists (select from apps where client_id like 'pk\\_sandbox%');
`;
