/**
 * Identity verification: tries, their pictures, and the link that carries the step to a phone. Pictures hang
 * on their upload, uploads on their try, and tries on their flow: deleting one deletes what hangs on it.
 * `id_uploads_delete` finds pictures whose time is over. `id_checks_number`, `id_uploads_side` and
 * `handoffs_flow` refuse what two requests on one flow could otherwise both begin.
 */
export default /* sql */ `
-- unverified, in_review, verified, failed. What the newest decision said, whichever flow it was made in.
alter table users add column id_status text not null default 'unverified';

-- A session that came by a hand-off may do this step and nothing else.
alter table sessions add column only_step text;

-- One row per try.
create table id_checks (
  id uuid primary key,
  flow_id uuid not null references flows on delete cascade,
  -- 1, 2, 3, ... within the flow.
  number integer not null,
  created timestamptz not null,
  country text,
  document_type text,
  -- collecting, submitted, in_review, verified, rejected
  status text not null,
  reason text,
  submitted timestamptz,
  decided timestamptz,
  -- The vendor's own id of the case.
  provider_reference text
);
create unique index id_checks_number on id_checks (flow_id, number);

create table id_uploads (
  id uuid primary key,
  check_id uuid not null references id_checks on delete cascade,
  side text not null,
  created timestamptz not null,
  size integer not null,
  received integer not null default 0,
  -- receiving, complete, refused
  state text not null default 'receiving',
  refusal text,
  media_type text,
  -- When the picture is removed; null while a verdict is awaited.
  delete_at timestamptz
);
create unique index id_uploads_side on id_uploads (check_id, side);
create index id_uploads_delete on id_uploads (delete_at);

-- What came so far of an upload under way. Sealed piece by piece.
create table id_upload_parts (
  upload_id uuid not null references id_uploads on delete cascade,
  start integer not null,
  sealed bytea not null,
  primary key (upload_id, start)
);

create table id_images (
  id uuid primary key references id_uploads on delete cascade,
  sealed bytea not null
);

create table handoffs (
  id uuid primary key,
  flow_id uuid not null references flows on delete cascade,
  created timestamptz not null,
  expires_at timestamptz not null,
  token_hash bytea not null unique,
  code text not null,
  -- waiting, opened, canceled, done
  state text not null default 'waiting',
  -- Keyed hash of the browser that opened the link: it alone may open it again.
  opened_by bytea,
  session_id uuid references sessions on delete set null
);
create unique index handoffs_flow on handoffs (flow_id);

-- Messages of the vendor that were acted on. One sent twice is acted on once.
create table id_provider_messages (
  id text primary key,
  check_id uuid not null references id_checks on delete cascade,
  created timestamptz not null
);
`;
