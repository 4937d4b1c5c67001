/**
 * Runs that make information returns of a year. A row is one return, as it was when it was made: a later run
 * compares with it, and corrects what has changed. The number and the name stand in the tax form.
 */
export default /* sql */ `
create table tax_returns (
  id uuid primary key,
  app_id uuid not null references apps,
  created timestamptz not null,
  year integer not null,
  form text not null check (form in ('1099-nec', '1099-misc', '1042-s')),
  payer jsonb not null,
  originals integer not null,
  corrections integer not null,
  without_number integer not null
);
create index tax_returns_list on tax_returns (app_id, created desc, id desc);
create index tax_returns_year on tax_returns (app_id, year, form);

create table tax_return_rows (
  return_id uuid not null references tax_returns on delete cascade,
  -- Its place in the file, from 1.
  number integer not null,
  user_id uuid not null references users,
  -- Tells apart several returns of one user on one form; empty where there is one.
  line text not null,
  kind text not null check (kind in ('original', 'corrected')),
  -- No reference: a form goes once the law lets it go.
  tax_form_id uuid,
  boxes jsonb not null,
  primary key (return_id, number)
);
create index tax_return_rows_user on tax_return_rows (user_id, return_id);
`;
