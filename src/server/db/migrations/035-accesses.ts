/**
 * Who read what is known of whom. A row is one call, which may be about a page of users. Rows are never
 * changed; they are removed in their time.
 */
export default /* sql */ `
create table accesses (
  id uuid primary key,
  created timestamptz not null,
  app_id uuid not null references apps on delete cascade,
  api_key_id uuid not null,
  call text not null,
  user_ids uuid[] not null
);
create index accesses_users on accesses using gin (user_ids);
create index accesses_created on accesses (created);

create function accesses_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'What was read stays as it was written down.' using errcode = 'check_violation', constraint = 'accesses_are_final';
end $$;
create trigger accesses_final before update on accesses for each row execute function accesses_refuse();
`;
