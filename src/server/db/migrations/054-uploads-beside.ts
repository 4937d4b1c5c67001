/**
 * Several uploads of a user may be approved, each for other income (`tax/uploads/decide.ts` ends those that
 * are about the same). One at most waits.
 */
export default /* sql */ `
drop index tax_uploads_one;
create unique index tax_uploads_waiting on tax_uploads (user_id) where state = 'submitted';
`;
