/** Finds the payout that a flow has to tell of at its end. */
export default /* sql */ `
create index transfers_flow on transfers (flow_id, created desc) where flow_id is not null;
`;
