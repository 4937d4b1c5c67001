/**
 * “B” notices of the IRS about a user's number: [{id, created, received, letter, letter_received, undone}].
 * They are few, nothing looks for them, and whoever reads the user needs them, so they are no table. And what
 * the money of a payout link is for; null: the app's usual type.
 */
export default /* sql */ `
alter table users add column b_notices jsonb not null default '[]';
alter table payout_links
  add column income_type text check (income_type in ('services', 'royalties', 'other'));
`;
