/**
 * Bank accounts that the partner may debit, with what the payee agreed to; and sign-ins at banks that are
 * under way. As with payout methods, a user has an account once and at most one default. Both indexes leave
 * removed rows out, so a removed account can be added again with an authorization of its own.
 */
export default /* sql */ `
create table payment_methods (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  created timestamptz not null,
  -- How it came here: typed by hand, or from the bank itself.
  source text not null,
  details_sealed bytea not null,
  -- Keyed hash of what identifies the account, to refuse the same one twice.
  fingerprint bytea not null,
  masked text not null,
  bank_name text,
  account_type text not null,
  is_default boolean not null default false,
  status text not null,
  failure text,
  -- The amounts of the two deposits: only somebody who sees the account knows them, so nobody who sees the database may.
  amounts_sealed bytea,
  deposits_expected timestamptz,
  -- Wrong amounts given so far.
  tries integer not null default 0,
  -- The authorization: the words as they were shown, when they were agreed to, in which flow, and when that was taken back. A removed
  -- method keeps its row, because the proof has to outlive the authorization (Nacha Operating Rules: two years).
  mandate_version text not null,
  mandate_text jsonb not null,
  mandate_accepted timestamptz not null,
  mandate_revoked timestamptz,
  -- No reference: the proof outlives every flow.
  flow_id uuid not null,
  removed timestamptz,
  number bigint generated always as identity
);
create unique index payment_methods_once on payment_methods (user_id, fingerprint) where removed is null;
create unique index payment_methods_default on payment_methods (user_id) where is_default and removed is null;

-- One per flow. Gone once an account was taken from it, or the payee gave up.
create table bank_links (
  flow_id uuid primary key references flows on delete cascade,
  id uuid not null unique,
  created timestamptz not null,
  institution_id text not null,
  institution_name text not null,
  -- The provider's handle, with which it would tell account numbers.
  reference_sealed bytea not null,
  state jsonb not null
);
`;
