/**
 * What a payment is for, and what is kept back of it. Withheld money is in an account of its own: no longer
 * the payee's, and not the app's. The new rules need no look at the old rows, because they had stricter ones.
 *
 * `withheld` is what a payout keeps back here, `withholding` how that came about. `transfers_withheld` is the
 * list of what is kept back, and `transfers_arrived` sums what arrived, which is less now.
 */
export default /* sql */ `
alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add constraint ledger_accounts_kind_check
  check (kind in ('app_wallet', 'user_wallet', 'rail_clearing', 'fees', 'outside', 'reserved', 'withheld')) not valid;
alter table ledger_movements drop constraint ledger_movements_kind_check;
alter table ledger_movements add constraint ledger_movements_kind_check check (kind in
  ('opening', 'refill', 'balance', 'payout', 'settled', 'returned', 'reversed', 'released', 'remitted')) not valid;
alter table ledger_movements drop constraint ledger_movements_phase_check;
-- remit: what was withheld of it has left for the tax authority.
alter table ledger_movements add constraint ledger_movements_phase_check
  check (phase in ('open', 'close', 'reverse', 'remit')) not valid;

alter table apps add column income_type text not null default 'services'
  check (income_type in ('services', 'royalties', 'other'));
alter table transfers
  -- Of money that the app gives, or takes back. Null: the app's usual one.
  add column income_type text check (income_type in ('services', 'royalties', 'other')),
  add column withheld bigint not null default 0 check (withheld >= 0),
  -- {mode, parts}: contract/money/withholding.ts. Null on what is no payout.
  add column withholding jsonb,
  add column withholding_state text check (withholding_state in ('held', 'remitted', 'released', 'returned'));
create index transfers_withheld on transfers (app_id, withholding_state, created desc, id desc)
  where withholding_state is not null;
drop index transfers_arrived;
create index transfers_arrived on transfers (app_id) include (amount, fee, fee_party, withheld)
  where type = 'payout' and status = 'completed';
`;
