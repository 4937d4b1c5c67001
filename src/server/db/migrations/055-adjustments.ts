/** What a partner says that it paid a user elsewhere is kept for each year, the one said last at the end. */
export default /* sql */ `
alter table users add column adjustments_1099 jsonb not null default '[]';
update users set adjustments_1099 = jsonb_build_array(adjustment_1099) where adjustment_1099 is not null;
alter table users drop column adjustment_1099;
`;
