/**
 * An app may have several keys. The one that was there is that of the environment. `seeded` is a keyed hash
 * of the secret that `WEBHOOK_SECRET` had when it was last stored: a secret that was rotated by the API since
 * then is not undone by a restart.
 */
export default /* sql */ `
alter table api_keys
  add column name text not null default 'DOTS_API_KEY',
  add column scopes text[] not null default '{all}',
  add column last4 text not null default '',
  add column last_used timestamptz,
  add column revoked timestamptz,
  add column from_environment boolean not null default true;
alter table webhook_endpoints add column seeded bytea;
`;
