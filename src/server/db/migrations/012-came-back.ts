/**
 * Whether the payee pressed the button at the end of a finished flow to do what is still open, or to see
 * again what was done.
 */
export default /* sql */ `
alter table sessions add column came_back boolean not null default false;
`;
