/**
 * The chain of everything that is signed, one for each app. A link is never changed or removed. Once the law
 * no longer wants a paper kept, its link loses the record, and another link says so.
 */
export default /* sql */ `
create table paper_chains (
  app_id uuid primary key references apps,
  number bigint not null,
  hash bytea not null
);
create table papers (
  id uuid primary key,
  app_id uuid not null references apps,
  number bigint not null,
  created timestamptz not null,
  kind text not null
    check (kind in ('tax-form', 'tax-form-pdf', 'background-check', 'mandate', 'document', 'erasure')),
  -- The row that was signed; of an erasure, the link that lost its record.
  subject_id uuid not null,
  user_id uuid,
  record_sealed bytea not null,
  content_hash bytea not null,
  previous bytea not null,
  hash bytea not null,
  unique (app_id, number)
);
create index papers_subject on papers (subject_id);
create index papers_user on papers (user_id) where record_sealed <> '';

create function papers_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    -- Sealed anew under another key, or erased.
    if (to_jsonb(new) - 'record_sealed') = (to_jsonb(old) - 'record_sealed') then return new; end if;
  end if;
  raise exception 'What was signed stays as it was written down.' using errcode = 'check_violation', constraint = 'papers_are_final';
end $$;
create trigger papers_final before update or delete on papers for each row execute function papers_refuse();

-- Whose address stands on the certificate of a tax form.
alter table apps add column address text;
`;
