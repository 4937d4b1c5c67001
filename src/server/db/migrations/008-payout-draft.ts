/** What a payee does at the payout step outlives a reload and a tax form in between. */
export default /* sql */ `
-- {id, amount, method_id, quote, notice, transfer_id}
alter table flows add column payout_draft jsonb;
`;
