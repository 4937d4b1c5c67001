import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openVault } from '../../../src/server/start/open-vault.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { sharedDatabase } from '../support.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
let db: Database;

before(async () => {
  db = await sharedDatabase();
  await db.query('delete from sealing_key');
});

test('a database is opened again with the key that it began with, also after others were put before it', async () => {
  await openVault(db, [key(1)]);
  await openVault(db, [key(1)]);
  await openVault(db, [key(2), key(1)]);
});

test('without that key the server does not start, and says what to do', async () => {
  await assert.rejects(openVault(db, [key(2)]), (error: unknown) => {
    assert.ok(error instanceof ConfigError);
    assert.match(error.message, /DOTS_ENCRYPTION_KEYS lacks the key/);
    return true;
  });
});

test('an account has the same fingerprint in whichever order the keys are', async () => {
  await db.query('delete from sealing_key');
  const before = (await openVault(db, [key(1)])).fingerprint('payout method', 'one account');
  for (const keys of [
    [key(2), key(1)],
    [key(1), key(2)],
    [key(3), key(1), key(2)],
  ])
    assert.deepEqual((await openVault(db, keys)).fingerprint('payout method', 'one account'), before);
});
