/** Deliveries are taken from their own table, endpoint by endpoint (`db/deliveries.ts`). */
export default /* sql */ `
-- Null while the last attempt at it went well.
alter table webhook_endpoints add column failing_since timestamptz;
create index webhook_deliveries_pending on webhook_deliveries (endpoint_id, next_attempt_at) where status = 'pending';
create index webhook_deliveries_held on webhook_deliveries (held_until) where held_until is not null;
`;
