/**
 * The first schema. The application makes the ids (UUIDs). Times are `timestamptz`. Secrets are hashes or
 * sealed bytes.
 *
 * Four unique indexes are rules of the product. `users_phone`: the phone is who somebody is, until the user
 * is deleted. `payout_methods_once`: nobody has the same account twice. `payout_methods_default`: a user has
 * at most one default. `completions_once`: a step is completed once, whatever two requests do at the same
 * time.
 *
 * The other indexes serve queries. `…_list` is the order in which partners page through. `tax_forms_user`
 * finds the newest form, `codes_flow` the newest code, and `idempotency_keys_age` what the sweep deletes.
 * `number` columns order rows of the same moment.
 */
export default /* sql */ `
create table apps (
  id uuid primary key,
  created timestamptz not null,
  name text not null,
  client_id text not null unique,
  allowed_origins text[] not null default '{}'
);

create table api_keys (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  created timestamptz not null,
  salt bytea not null,
  key_hash bytea not null
);

create table users (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  created timestamptz not null,
  updated timestamptz not null,
  first_name text,
  last_name text,
  email text,
  country text,
  phone_e164 text not null,
  calling_code text not null,
  phone_verified boolean not null default false,
  status text not null default 'unverified',
  auto_payout_enabled boolean not null default false,
  ofac_status text not null default 'unflagged',
  metadata jsonb,
  deleted timestamptz
);
create unique index users_phone on users (app_id, phone_e164) where deleted is null;
create index users_list on users (app_id, created desc, id desc);

-- One tax form per user and kind of form; the newest counts. The tax number is sealed, its last four digits are not secret to us.
create table tax_forms (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  created timestamptz not null,
  form text not null,
  entity_type text,
  fields_sealed bytea not null,
  tin_last4 text,
  tin_status text not null,
  tin_checked timestamptz,
  -- How often the tax authority was asked.
  tin_attempts integer not null default 0,
  -- The flow it was filed in. No reference: a tax form outlives every flow.
  flow_id uuid,
  number bigint generated always as identity
);
create index tax_forms_user on tax_forms (user_id, number desc);

create table payout_methods (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  created timestamptz not null,
  platform text not null,
  details_sealed bytea not null,
  -- Keyed hash of what identifies the account, to refuse the same one twice.
  fingerprint bytea not null,
  masked text not null,
  bank_name text,
  account_type text,
  is_default boolean not null default false,
  removed timestamptz,
  number bigint generated always as identity
);
create unique index payout_methods_once on payout_methods (user_id, fingerprint) where removed is null;
create unique index payout_methods_default on payout_methods (user_id) where is_default and removed is null;

create table flows (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  created timestamptz not null,
  updated timestamptz not null,
  user_id uuid references users on delete set null,
  -- Requested steps with their options, in the requested order.
  steps jsonb not null,
  -- [{name, state, reason}]
  plan jsonb not null,
  status text not null default 'created',
  require_auth boolean not null default false,
  metadata jsonb,
  expires_at timestamptz,
  payout_link_id uuid,
  -- Made with a client id alone: only sessions from this origin.
  client_origin text,
  -- Until then a new session needs no code; after a code, only from the same browser and address.
  open_until timestamptz,
  open_to bytea,
  -- The confirmed phone of a payee who is not a user yet.
  phone_e164 text,
  phone_country text,
  -- The payee changed a method or a setting in this flow, which makes the difference between saved and unchanged.
  payouts_changed boolean not null default false,
  completed_event_id text
);
create index flows_list on flows (app_id, created desc, id desc);
create index flows_user on flows (user_id);

-- What happened, once each; the DOM event and the webhook are both made from this row.
create table completions (
  flow_id uuid not null references flows on delete cascade,
  sequence integer not null,
  event_id text not null unique,
  created timestamptz not null,
  step text not null,
  reason text not null,
  outcome text not null,
  completed_steps jsonb not null,
  remaining_steps jsonb not null,
  user_id uuid,
  primary key (flow_id, sequence)
);
create unique index completions_once on completions (flow_id, step);

create table sessions (
  id uuid primary key,
  flow_id uuid not null references flows on delete cascade,
  created timestamptz not null,
  expires_at timestamptz not null,
  -- However often it is refreshed.
  ends_at timestamptz not null,
  token_hash bytea not null unique,
  -- The token before the last refresh, good for a moment more in case the answer that carried the new one was lost.
  previous_hash bytea unique,
  previous_until timestamptz,
  origin text,
  authenticated boolean not null default false
);
create index sessions_flow on sessions (flow_id);

create table codes (
  id uuid primary key,
  session_id uuid not null references sessions on delete cascade,
  flow_id uuid not null references flows on delete cascade,
  created timestamptz not null,
  expires_at timestamptz not null,
  phone_e164 text not null,
  phone_country text not null,
  channel text not null,
  -- Keyed hash of the address and browser that asked for it: after a reload, the code still waits there and nowhere else.
  browser bytea not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  used timestamptz
);
create index codes_session on codes (session_id);
create index codes_flow on codes (flow_id, created desc);

-- Answers kept for 24 hours, so that a repeated request gets the first answer.
create table idempotency_keys (
  scope text not null,
  key text not null,
  created timestamptz not null,
  request_hash bytea not null,
  status integer,
  body text,
  primary key (scope, key)
);
create index idempotency_keys_age on idempotency_keys (created);

create table rate_limits (
  key text primary key,
  points integer not null,
  expires_at timestamptz not null
);

create table webhook_endpoints (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  created timestamptz not null,
  url text not null,
  events text[] not null default '{}',
  secret_sealed bytea not null,
  enabled boolean not null default true
);
create index webhook_endpoints_app on webhook_endpoints (app_id);

-- The outbox: written in the transaction of the thing it tells of.
create table webhook_messages (
  id text primary key,
  app_id uuid not null references apps on delete cascade,
  created timestamptz not null,
  event text not null,
  -- json, not jsonb: keeps the text as written, so that every attempt sends the same bytes.
  payload json not null
);
create index webhook_messages_app on webhook_messages (app_id, created desc);

create table webhook_deliveries (
  id uuid primary key,
  message_id text not null references webhook_messages on delete cascade,
  endpoint_id uuid not null references webhook_endpoints on delete cascade,
  created timestamptz not null,
  status text not null default 'pending',
  attempts integer not null default 0,
  last_status integer,
  last_error text,
  next_attempt_at timestamptz,
  -- An attempt is under way until then, at the latest.
  held_until timestamptz,
  delivered_at timestamptz
);
create index webhook_deliveries_endpoint on webhook_deliveries (endpoint_id, created desc);
`;
