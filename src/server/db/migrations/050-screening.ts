/**
 * Whose names are like one on a sanctions list, and who decided what about it and why. What was decided is
 * never changed. A name that is found again for the same entry is the same match, so nobody is asked twice.
 *
 * `screening_lists` has the versions of the lists that everybody was screened by, and how far that got:
 * `place` is the last user who was. `names` is of a sandbox, whose list can be changed.
 *
 * Whoever was held before this version had no match that could be decided about.
 */
export default /* sql */ `
create table screening_matches (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  user_id uuid not null references users on delete cascade,
  created timestamptz not null,
  updated timestamptz not null,
  role text not null check (role in ('person', 'business', 'trade_name', 'signer', 'account_holder', 'place')),
  name_sealed bytea not null,
  fingerprint bytea not null,
  list text not null,
  entry text not null,
  verdict text not null check (verdict in ('id_verification_required', 'in_review', 'flagged')),
  state text not null check (state in ('held', 'released', 'confirmed'))
);
create unique index screening_matches_once on screening_matches (user_id, list, entry, fingerprint);
create index screening_matches_list on screening_matches (app_id, created desc, id desc);
create index screening_matches_state on screening_matches (app_id, state, created desc, id desc);

create table screening_decisions (
  id uuid primary key,
  match_id uuid not null references screening_matches on delete cascade,
  created timestamptz not null,
  state text not null check (state in ('released', 'confirmed')),
  reason text not null,
  api_key_id uuid
);
create index screening_decisions_match on screening_decisions (match_id, created);
create function screening_decisions_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'What was decided stays as it was written down.' using errcode = 'check_violation', constraint = 'decisions_are_final';
end $$;
create trigger screening_decisions_final before update on screening_decisions
  for each row execute function screening_decisions_refuse();

create table screening_lists (
  version text primary key,
  number bigint generated always as identity,
  created timestamptz not null,
  names text[] not null default '{}',
  place uuid,
  finished timestamptz
);

insert into screening_matches
  select gen_random_uuid(), app_id, id, updated, updated, 'person', '', '', 'unknown', 'unknown', ofac_status, 'held'
  from users where ofac_status <> 'unflagged' and deleted is null;
`;
