/**
 * Tax forms that payees upload as a signed PDF, with what the partner decided about each. Of one user one at
 * most waits, and one at most is approved. They outlive the flow in which they came, as tax forms do.
 */
export default /* sql */ `
create table tax_uploads (
  id uuid primary key,
  number bigint generated always as identity,
  user_id uuid not null references users,
  flow_id uuid,
  created timestamptz not null,
  form text not null check (form in ('8233', 'w8eci', 'w8imy', 'w8exp', 'w8bene')),
  state text not null check (state in ('submitted', 'approved', 'refused', 'replaced')),
  size integer not null,
  sha256 text not null,
  file_sealed bytea not null,
  decided timestamptz,
  api_key_id uuid,
  reason text,
  rate double precision check (rate >= 0 and rate <= 0.3),
  income_types text[] not null default '{}',
  counts_from timestamptz,
  holds_until timestamptz
);
create index tax_uploads_user on tax_uploads (user_id, number desc);
create unique index tax_uploads_one on tax_uploads (user_id, state) where state in ('submitted', 'approved');
`;
