/**
 * When what was withheld of a payout was remitted, because what was set off then is set off in the time that
 * the law gives for it. Of remittances before this version the books know it; where nothing was sent, the
 * payout's last change is the nearest.
 */
export default /* sql */ `
alter table transfers add column remitted timestamptz;
update transfers t set remitted = coalesce((
  select m.created from ledger_movements m where m.transfer_id = t.id and m.kind = 'remitted'
), t.updated) where t.withholding_state = 'remitted';
`;
