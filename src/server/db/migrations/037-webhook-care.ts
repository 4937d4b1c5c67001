/**
 * Webhook endpoints say how they are, keep the secret before the last for a while, and may be off. A message
 * with an `endpoint_id` is a test of that endpoint and goes to no other.
 */
export default /* sql */ `
alter table webhook_endpoints
  add column description text,
  add column previous_secret_sealed bytea,
  add column previous_secret_until timestamptz,
  -- Said in a notice. The first attempt that fails from then on disables it.
  add column disables_at timestamptz,
  add column disabled_at timestamptz,
  add column disabled_reason text;
alter table webhook_messages add column endpoint_id uuid references webhook_endpoints on delete cascade;
create index webhook_messages_endpoint on webhook_messages (endpoint_id) where endpoint_id is not null;
create index webhook_deliveries_status on webhook_deliveries (endpoint_id, status, created desc, id desc);
`;
