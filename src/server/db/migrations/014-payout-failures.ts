/** Why a payout did not arrive, as the payee is told (`contract/money/payout-failures.ts`). */
export default /* sql */ `
alter table transfers add column failure_code text;
create index transfers_of_method on transfers (payout_method_id, created desc) where payout_method_id is not null;
`;
