/**
 * The books, in double entry: a movement is two or more entries that sum to zero. The database itself
 * enforces four rules, whatever the code above it does: a movement sums to zero, no wallet goes below zero,
 * money never crosses from one app to another, and nothing that was booked is ever changed. Amounts are
 * integer cents.
 *
 * `transfers_intent` makes an intent one transfer, and `ledger_movements_once` lets a transfer take money and
 * end once. Both hold even when two processes do the same at the same time. `transfers_due` finds what
 * `ledger/rescue.ts` has to look at; it is small, because settled transfers have no `look_at`.
 *
 * The references have no `on delete`: an app or a user with money in the books cannot be deleted from the
 * database.
 */
export default /* sql */ `
create table transfers (
  id uuid primary key,
  app_id uuid not null references apps,
  user_id uuid not null references users,
  created timestamptz not null,
  updated timestamptz not null,
  type text not null check (type in ('refill', 'payout', 'balance', 'payment')),
  status text not null check (status in ('created', 'flagged', 'pending', 'completed', 'failed', 'reversed', 'canceled')),
  -- [{status, timestamp}], oldest first.
  status_history jsonb not null,
  -- As on the wire: a balance transfer from the app to the user is negative, a payout is positive.
  amount bigint not null check (amount <> 0),
  tax_exempt boolean not null default false,
  metadata jsonb,
  -- What the caller wants done once: the same intent is the same transfer, for ever.
  intent text,
  -- Payouts only.
  platform text,
  payout_method_id uuid references payout_methods,
  fee bigint not null default 0 check (fee >= 0),
  fee_party text check (fee_party in ('user', 'platform')),
  -- The balance transfer that brought the money, to be undone when the payout fails.
  funding_id uuid references transfers,
  -- No reference: a payout outlives every flow.
  flow_id uuid,
  -- The rail's own name for it, once it has taken it.
  external_id text,
  failure text,
  -- When it was given to the rail first.
  sent_at timestamptz,
  -- When to ask the rail, at the latest; null = nothing is open.
  look_at timestamptz,
  tries integer not null default 0,
  constraint transfers_payout check ((type = 'payout') = (platform is not null) and (type = 'payout') = (fee_party is not null))
);
create unique index transfers_intent on transfers (app_id, intent) where intent is not null;
create index transfers_list on transfers (app_id, created desc, id desc);
create index transfers_user on transfers (user_id, created desc, id desc);
create index transfers_due on transfers (look_at) where look_at is not null;

-- Wallets have an owner who may not overdraw them. The others are mirrors: rail_clearing is money on its way, fees is what we
-- earned, outside is the rest of the world (below zero by what came in from it). A mirror has no stored balance, because
-- every payout of an app would have to queue for it; it is the sum of its entries.
create table ledger_accounts (
  id uuid primary key,
  app_id uuid not null references apps,
  kind text not null check (kind in ('app_wallet', 'user_wallet', 'rail_clearing', 'fees', 'outside')),
  user_id uuid references users,
  rail text,
  created timestamptz not null,
  balance bigint,
  constraint ledger_accounts_owner check ((kind = 'user_wallet') = (user_id is not null) and (kind = 'rail_clearing') = (rail is not null)),
  constraint ledger_accounts_balance check ((kind in ('app_wallet', 'user_wallet')) = (balance is not null)),
  constraint ledger_wallet_not_negative check (balance >= 0),
  unique (id, app_id)
);
create unique index ledger_accounts_app on ledger_accounts (app_id, kind) where user_id is null and rail is null;
create unique index ledger_accounts_user on ledger_accounts (user_id) where user_id is not null;
create unique index ledger_accounts_rail on ledger_accounts (app_id, rail) where rail is not null;

create table ledger_movements (
  id uuid primary key,
  app_id uuid not null references apps,
  created timestamptz not null,
  kind text not null check (kind in ('opening', 'refill', 'balance', 'payout', 'settled', 'returned', 'reversed')),
  transfer_id uuid references transfers,
  -- open: the money leaves the wallet; close: it arrives, or comes back; reverse: it comes back although it had arrived.
  phase text check (phase in ('open', 'close', 'reverse')),
  number bigint generated always as identity,
  constraint ledger_movements_phase check ((transfer_id is null) = (phase is null)),
  unique (id, app_id)
);
-- A transfer takes money once and ends once: paid or given back, never both, however often the code tries.
create unique index ledger_movements_once on ledger_movements (transfer_id, phase) where transfer_id is not null;
create unique index ledger_movements_opening on ledger_movements (app_id) where kind = 'opening';

create table ledger_entries (
  number bigint generated always as identity primary key,
  app_id uuid not null,
  movement_id uuid not null,
  account_id uuid not null,
  amount bigint not null check (amount <> 0),
  -- Both name the same app, so no money crosses from one to another.
  foreign key (movement_id, app_id) references ledger_movements (id, app_id),
  foreign key (account_id, app_id) references ledger_accounts (id, app_id)
);
create index ledger_entries_movement on ledger_entries (movement_id);
create index ledger_entries_account on ledger_entries (account_id);

create function ledger_book() returns trigger language plpgsql as $$
begin
  update ledger_accounts set balance = balance + new.amount where id = new.account_id and balance is not null;
  return null;
end $$;
create trigger ledger_book after insert on ledger_entries for each row execute function ledger_book();

-- At commit, when all of a movement is there.
create function ledger_check_movement() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from ledger_entries where movement_id = new.movement_id) <> 0 then
    raise exception 'The movement does not balance.' using errcode = 'check_violation', constraint = 'ledger_movement_balances';
  end if;
  return null;
end $$;
create constraint trigger ledger_movement_balances after insert on ledger_entries
  deferrable initially deferred for each row execute function ledger_check_movement();

create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'What was booked stays as it is; book the opposite.' using errcode = 'check_violation', constraint = 'ledger_is_final';
end $$;
create trigger ledger_entries_final before update or delete on ledger_entries for each row execute function ledger_refuse();
create trigger ledger_movements_final before update or delete on ledger_movements for each row execute function ledger_refuse();
-- Only booking (one trigger up) changes a balance.
create trigger ledger_accounts_final before update of balance on ledger_accounts
  for each row when (pg_trigger_depth() = 0) execute function ledger_refuse();
`;
