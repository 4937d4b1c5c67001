/** Whom a payee of the app may ask, and what they may read. Each is null where the app gives none. */
export default /* sql */ `
alter table apps
  add column support_email text,
  add column support_url text,
  add column privacy_url text,
  add column terms_url text;
`;
