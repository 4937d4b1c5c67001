/** What payees have typed and not sent yet. `contract/steps/drafts.ts` says what is kept, and how long. */
export default /* sql */ `
create table drafts (
  flow_id uuid not null references flows on delete cascade,
  step text not null,
  -- JSON, by field.
  values_sealed bytea not null,
  expires_at timestamptz not null,
  primary key (flow_id, step)
);
create index drafts_by_expiry on drafts (expires_at);
`;
