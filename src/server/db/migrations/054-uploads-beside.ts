/**
 * Several uploads of a user may be approved, each for other income (`tax/uploads/decide.ts` ends those that
 * are about the same). One at most waits. An upload keeps whom it is about, sealed, and a return says from
 * which upload it was filled in.
 */
export default /* sql */ `
drop index tax_uploads_one;
create unique index tax_uploads_waiting on tax_uploads (user_id) where state = 'submitted';
alter table tax_uploads add column person_sealed bytea;
-- No reference: an upload goes once the law lets it go.
alter table tax_return_rows add column tax_upload_id uuid;
`;
