/**
 * What is asked of a large table is answered by an index, and so is every reference to a row that may go
 * (`test/server/db/growth.test.ts` looks at both).
 *
 * Lists: each filter of `lists.ts` has its rows in the order of the list. The status of a user is derived;
 * the index has the words of `userStatus`. Sweeping: what is too old is found by its age alone. `kept` of a
 * user and `steps_kept` of a flow are false once there is nothing more to remove of them, so that nobody
 * looks at them again.
 */
export default /* sql */ `
create index transfers_type on transfers (app_id, type, created desc, id desc);
create index transfers_status on transfers (app_id, status, created desc, id desc);
create index transfers_type_status on transfers (app_id, type, status, created desc, id desc);
create index transfers_funding on transfers (funding_id) where funding_id is not null;

create index users_living on users (app_id, created desc, id desc) where deleted is null;
create index users_status on users (app_id, (case when status = 'disabled' or disabled is not null or ofac_status = 'flagged' then 'disabled'
  when ofac_status = 'in_review' then 'in_review' when phone_verified then 'verified' else 'unverified' end), created desc, id desc)
  where deleted is null;

create index webhook_deliveries_list on webhook_deliveries (endpoint_id, created desc, id desc);
create index notifications_sent on notifications (sent desc, id) where sent is not null;

create index payout_methods_user on payout_methods (user_id, number);
create index payment_methods_user on payment_methods (user_id, number);
create index documents_user on documents (user_id);
create index handoffs_session on handoffs (session_id) where session_id is not null;
create index id_provider_messages_check on id_provider_messages (check_id);
create index sessions_asks_known on sessions (asks_known) where asks_known is not null;

create index flows_of_nobody on flows (created) where user_id is null;
create index sessions_end on sessions (ends_at);
create index codes_used on codes (used) where used is not null;
create index verification_tokens_end on verification_tokens (expires_at);
create index rate_limits_end on rate_limits (expires_at);
create index handoffs_end on handoffs (expires_at) where session_id is null;
create index notifications_created on notifications (created);
create index id_provider_messages_created on id_provider_messages (created);
create index documents_drafts on documents (created) where confirmed is null;
create index payment_methods_removed on payment_methods (removed) where removed is not null;
create index payout_methods_removed on payout_methods (removed) where removed is not null and details_sealed <> '';
create index id_uploads_created on id_uploads (created);
create index bank_links_created on bank_links (created);

-- Last, because what changes a table keeps readers away until the end.
drop index webhook_deliveries_endpoint;
drop index documents_of_user;
drop index users_list;
alter table users add column kept boolean not null default true;
create index users_deleted on users (deleted) where deleted is not null and kept;
alter table flows add column steps_kept boolean not null default true;
create index flows_over on flows (created) where steps_kept and status in ('completed', 'canceled');
-- Nobody sees it any more; its deliveries are deleted little by little.
alter table webhook_endpoints add column removed timestamptz;
`;
