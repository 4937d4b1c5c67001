/**
 * The messages that tell payees of a result. `about` is what the result is of; each is told once. `language`
 * is what the payee read last, and `phone_channel` how the code got to them: whoever was called may have no
 * phone that takes texts.
 */
export default /* sql */ `
alter table flows
  add column language text,
  add column phone_channel text;
create table notifications (
  id uuid primary key,
  flow_id uuid not null references flows on delete cascade,
  step text not null,
  about text not null,
  created timestamptz not null,
  -- Null until it was sent. What was sent has no personal data.
  sent timestamptz,
  language text,
  text text,
  unique (step, about)
);
create index notifications_of_flow on notifications (flow_id);
`;
