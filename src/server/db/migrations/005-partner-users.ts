/**
 * What a partner says about a user, and codes that confirm a phone without a flow.
 * `payout_methods_fingerprint` finds the users who share an account. `verification_tokens_user` finds a
 * user's newest code, the only one that counts.
 */
export default /* sql */ `
alter table users add column username text;
update users set username = 'user_' || replace(id::text, '-', '');
alter table users alter column username set not null;
create unique index users_username on users (app_id, username) where deleted is null;
alter table users add column date_of_birth_sealed bytea;
alter table users add column address_sealed bytea;
-- Income paid outside of this platform, which counts towards what is reported.
alter table users add column adjustment_1099 jsonb;
-- Rails on which this user must not be paid.
alter table users add column payout_options_exclude_list text[] not null default '{}';

-- A partner's own note on a payout method.
alter table payout_methods add column meta jsonb;
create index payout_methods_fingerprint on payout_methods (fingerprint) where removed is null;

create table verification_tokens (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  created timestamptz not null,
  expires_at timestamptz not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  used timestamptz,
  number bigint generated always as identity
);
create index verification_tokens_user on verification_tokens (user_id, number desc);
`;
