/** The list of flows for a key that may not see money. However many payout links there are, none is read. */
export default /* sql */ `
create index flows_without_link on flows (app_id, created desc, id desc) where payout_link_id is null;
`;
