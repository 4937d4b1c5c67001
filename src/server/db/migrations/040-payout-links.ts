/**
 * Payout links: money that the app has put aside for somebody who may not be known yet. While a link is open
 * its money is `reserved`: no longer the app's to spend, and nobody's yet. Until a link is claimed its
 * transfer has no user. The new rules need no look at the old rows, because they had stricter ones.
 *
 * `flow_id` is no reference, because a link outlives a flow that never got to a user. What a list can be
 * filtered by has an index in the order of the list. `payout_links_waiting` finds those that wait for money,
 * and `payout_links_over` those about which nothing needs to be known any more.
 */
export default /* sql */ `
alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add constraint ledger_accounts_kind_check
  check (kind in ('app_wallet', 'user_wallet', 'rail_clearing', 'fees', 'outside', 'reserved')) not valid;
alter table transfers add column payout_link_id uuid;
alter table transfers drop constraint transfers_owner;
alter table transfers add constraint transfers_owner
  check (user_id is not null or type = 'refill' or payout_link_id is not null) not valid;

create table payout_links (
  id uuid primary key,
  app_id uuid not null references apps,
  created timestamptz not null,
  updated timestamptz not null,
  flow_id uuid not null,
  -- What brings the money.
  transfer_id uuid not null unique references transfers,
  amount bigint not null check (amount > 0),
  status text not null check (status in ('funds_pending', 'created', 'delivery_pending', 'delivery_failed', 'sent',
    'delivered', 'claimed', 'reversed', 'canceled', 'expired', 'failed')),
  -- Whom it is for, or who has claimed it; null while nobody is known.
  user_id uuid references users,
  claimed timestamptz,
  expires_at timestamptz not null,
  first_name text,
  last_name text,
  email text,
  phone_e164 text,
  delivery_method text not null check (delivery_method in ('sms', 'link', 'email', 'all')),
  delivery_message text,
  deliveries integer not null default 0,
  -- A user with a default method is paid without having to open it.
  pays_at_once boolean not null,
  fee_party text check (fee_party in ('user', 'platform')),
  tax_exempt boolean not null,
  memo text,
  description text,
  metadata jsonb,
  idempotency_key uuid,
  -- Of the request that has the key.
  request_hash bytea,
  -- False once nobody's names are in it any more.
  names_kept boolean not null default true,
  constraint payout_links_claimed check (claimed is null or user_id is not null)
);
create unique index payout_links_key on payout_links (app_id, idempotency_key) where idempotency_key is not null;
create index payout_links_list on payout_links (app_id, created desc, id desc);
create index payout_links_status on payout_links (app_id, status, created desc, id desc);
create index payout_links_user on payout_links (user_id, created desc, id desc) where user_id is not null;
create index payout_links_phone on payout_links (app_id, phone_e164, created desc, id desc) where phone_e164 is not null;
create index payout_links_email on payout_links (app_id, lower(email), created desc, id desc) where email is not null;
create index payout_links_waiting on payout_links (app_id, created, id) where status = 'funds_pending';
create index payout_links_over on payout_links (updated)
  where names_kept and status in ('canceled', 'expired', 'failed');

-- What was written to payees about a link.
create table payout_link_messages (
  id uuid primary key,
  app_id uuid not null references apps,
  link_id uuid not null references payout_links on delete cascade,
  -- The first time 1, at most 5.
  delivery integer not null,
  channel text not null check (channel in ('sms', 'email')),
  created timestamptz not null,
  -- Null until the provider has answered.
  done timestamptz,
  -- Whether it was sent.
  sent boolean not null default false,
  language text,
  subject text,
  text text,
  constraint payout_link_messages_once unique (link_id, delivery, channel)
);
create index payout_link_messages_age on payout_link_messages (created);
create index payout_link_messages_sent on payout_link_messages (app_id, done desc, id) where sent;
`;
