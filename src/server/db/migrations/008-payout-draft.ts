/**
 * Keeps what a payee does at the payout step over a reload, and over a tax form in between. `PayoutDraft` in
 * `db/flows.ts` describes the JSON.
 */
export default /* sql */ `
-- {id, amount, method_id, quote, notice, transfer_id}
alter table flows add column payout_draft jsonb;
`;
