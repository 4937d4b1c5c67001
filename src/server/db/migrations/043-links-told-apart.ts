/**
 * The list of flows for a key that may not see money: however many payout links there are, none is read. And
 * why a payout was sent as a link, though its payee was to be paid at once; null where it was not, and in the
 * rows of versions that did not write it down.
 */
export default /* sql */ `
create index flows_without_link on flows (app_id, created desc, id desc) where payout_link_id is null;
alter table payout_links add column not_paid_because text;
`;
