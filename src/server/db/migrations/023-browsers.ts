/**
 * `browser`: the mark of the browser that opened the session. Marks were made of address and browser name
 * before; who was let in by one confirms the phone once more.
 */
export default /* sql */ `
alter table sessions add column browser bytea not null default '\\x';
update flows set open_to = null, open_until = null where open_to is not null;
`;
