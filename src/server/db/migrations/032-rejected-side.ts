/** Which picture of an ID was refused. Tries that were judged before do not know. */
export default /* sql */ `
alter table id_checks add column rejected_side text;
`;
