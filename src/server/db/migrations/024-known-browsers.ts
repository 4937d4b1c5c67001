/**
 * `confirmed`: when a code to the phone last let the user in. Of users who were there before nobody knows, so
 * they count as not seen since they were made, and are asked once for something known. `asks_known`: the user
 * whom a right code found, who is asked for that in this session.
 */
export default /* sql */ `
alter table users add column confirmed timestamptz;
update users set confirmed = created where phone_verified and deleted is null;
alter table sessions add column asks_known uuid;
create table known_browsers (
  user_id uuid not null references users (id),
  browser bytea not null,
  seen timestamptz not null,
  primary key (user_id, browser)
);
create index known_browsers_seen on known_browsers (seen);
`;
