/**
 * Background checks: one row for each check that was begun. A user's newest row counts, and
 * `background_checks_user` finds it. No two rows have the same report of the agency
 * (`background_checks_reference`).
 */
export default /* sql */ `
create table background_checks (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  -- The flow it was asked for in. No reference: what was signed outlives every flow.
  flow_id uuid not null,
  created timestamptz not null,
  updated timestamptz not null,
  status text not null,
  -- Who is looked up, as JSON: names, date of birth, SSN, address.
  details_sealed bytea not null,
  ssn_last4 text not null,
  -- When the stand-alone disclosure was acknowledged.
  disclosed_at timestamptz,
  -- What was signed: name, text, time, as JSON.
  authorization_sealed bytea,
  -- The provider's name of the report.
  reference text,
  -- How often it was ordered.
  orders integer not null default 0,
  number bigint generated always as identity
);
create index background_checks_user on background_checks (user_id, number desc);
create unique index background_checks_reference on background_checks (reference) where reference is not null;
`;
