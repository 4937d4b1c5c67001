/** Keeps what a payee does at the payout step over a reload, and over a tax form in between. */
export default /* sql */ `
-- {id, amount, method_id, quote, notice, transfer_id}
alter table flows add column payout_draft jsonb;
`;
