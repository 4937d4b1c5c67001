/** Since when an endpoint may lack messages, which `recover` sends whatever has mended it meanwhile. */
export default /* sql */ `
alter table webhook_endpoints add column missed_since timestamptz;
`;
