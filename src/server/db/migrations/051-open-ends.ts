/**
 * Matches of users who were deleted before this version go, unless they were confirmed. A remittance keeps
 * what was set off in it: cents that were sent too much before. Of remittances before this version the books
 * know it: what was kept back, less what was sent.
 */
export default /* sql */ `
delete from screening_matches m using users u
  where u.id = m.user_id and u.deleted is not null and m.state <> 'confirmed';

alter table transfers add column set_off bigint check (set_off >= 0);
`;
