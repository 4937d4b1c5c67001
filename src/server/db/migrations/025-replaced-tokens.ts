/** Every token that a session had before, as its hash. Whoever still uses one has a copy. */
export default /* sql */ `
create table replaced_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions on delete cascade
);
create index replaced_tokens_session on replaced_tokens (session_id);
`;
