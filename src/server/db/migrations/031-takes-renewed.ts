/** Which sessions were opened by a client that takes the token that signing in makes. */
export default /* sql */ `
alter table sessions add column takes_renewed boolean not null default false;
`;
