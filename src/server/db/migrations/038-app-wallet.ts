/**
 * Money that comes into the app's wallet, and out of it, has no user. A refill is the only transfer without
 * one. The new rule needs no look at the old rows, because they had a stricter one.
 *
 * `ledger_movements_list` has the books in the order in which they are listed and stated.
 * `transfers_arrived` has what arrived at payees, so that its sum reads nothing else.
 */
export default /* sql */ `
alter table transfers alter column user_id drop not null;
alter table transfers add constraint transfers_owner check (user_id is not null or type = 'refill') not valid;
-- The webhook app.low_balance is sent when the wallet falls below it; null: never.
alter table apps add column refill_threshold bigint check (refill_threshold > 0);
create index ledger_movements_list on ledger_movements (app_id, created desc, number desc);
create index transfers_arrived on transfers (app_id) include (amount, fee, fee_party)
  where type = 'payout' and status = 'completed';
`;
