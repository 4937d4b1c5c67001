/**
 * Many payouts by one call. Where a row stands is written in the transaction that makes its payout, so no
 * crash can lose a row or pay it twice. How far a batch is, is derived from its rows: there is no counter
 * that every payout of a batch would have to wait for. Both partial indexes are empty once a batch is
 * done.
 */
export default /* sql */ `
create table payout_batches (
  id uuid primary key,
  app_id uuid not null references apps,
  created timestamptz not null,
  idempotency_key uuid,
  -- Keyed hash of what was asked for, to tell the same batch from another one with its key.
  request_hash bytea not null,
  metadata jsonb,
  -- When somebody has to look again at the latest: ledger/batches.ts. Null: every row has its result.
  look_at timestamptz
);
create unique index payout_batches_key on payout_batches (app_id, idempotency_key) where idempotency_key is not null;
create index payout_batches_list on payout_batches (app_id, created desc, id desc);
create index payout_batches_due on payout_batches (look_at) where look_at is not null;
create index payout_batches_created on payout_batches (created);
-- What an app has to do next, oldest first.
create index payout_batches_waiting on payout_batches (app_id, created, id) where look_at is not null;

create table payout_batch_items (
  batch_id uuid not null references payout_batches on delete cascade,
  -- Its place in the batch, from 1.
  number integer not null,
  -- No reference: it may name nobody.
  user_id uuid not null,
  idempotency_key uuid not null,
  request jsonb not null,
  -- waiting: nothing was done yet. paying: it has a payout that has not ended. ended: it ended, or has an error.
  state text not null default 'waiting' check (state in ('waiting', 'paying', 'ended')),
  transfer_id uuid references transfers,
  error_code text,
  error_message text,
  primary key (batch_id, number),
  constraint payout_batch_items_result check ((state = 'waiting') = (transfer_id is null and error_code is null))
);
create unique index payout_batch_items_key on payout_batch_items (batch_id, idempotency_key);
create index payout_batch_items_waiting on payout_batch_items (batch_id, number) where state = 'waiting';
create index payout_batch_items_paying on payout_batch_items (batch_id) where state = 'paying';
create index payout_batch_items_transfer on payout_batch_items (transfer_id) where transfer_id is not null;
create index payout_batch_items_user on payout_batch_items (user_id);
`;
