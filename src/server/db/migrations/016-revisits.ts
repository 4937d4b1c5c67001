/** The earlier step to which the payee went back in this session. Null: the flow's own. */
export default /* sql */ `
alter table sessions add column revisits text;
`;
