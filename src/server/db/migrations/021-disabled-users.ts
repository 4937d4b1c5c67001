/** `disabled`: since when the partner keeps the user from everything; null for most. */
export default /* sql */ `
alter table users add column disabled timestamptz;
`;
