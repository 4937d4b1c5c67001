/**
 * `proved`: when somebody proved in this session who they are. `by_code`: by a right code, and not only by
 * the word of the partner. A flow remembers both of the browser to which it is open.
 */
export default /* sql */ `
alter table sessions add column proved timestamptz, add column by_code boolean not null default false;
update sessions set proved = created where authenticated or asks_known is not null;
alter table flows add column open_proved timestamptz, add column open_by_code boolean not null default false;
update flows set open_proved = open_until - interval '15 minutes' where open_to is not null;
`;
