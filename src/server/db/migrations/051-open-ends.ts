/**
 * Matches of users who were deleted before this version go, unless they were confirmed. A remittance keeps
 * what was set off in it: cents that were sent too much before. Of remittances before this version the books
 * know it: what was kept back, less what was sent.
 *
 * Rails go by where a payee lives and by whether they are a US person, which their newest form says.
 */
export default /* sql */ `
delete from screening_matches m using users u
  where u.id = m.user_id and u.deleted is not null and m.state <> 'confirmed';

alter table users add column us_person boolean not null default false;
update users u set us_person = true where (
  select f.form from tax_forms f where f.user_id = u.id order by f.number desc limit 1
) = 'w9';

alter table transfers add column set_off bigint check (set_off >= 0);
update transfers t set set_off = t.withheld - coalesce((
  select sum(e.amount) from ledger_movements m
    join ledger_entries e on e.movement_id = m.id join ledger_accounts a on a.id = e.account_id
    where m.transfer_id = t.id and m.kind = 'remitted' and a.kind = 'outside'
), 0) where t.withholding_state = 'remitted';
`;
