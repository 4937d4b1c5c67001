import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkKeys } from '../../../src/server/start/check-keys.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { createVault } from '../../../src/server/start/vault.ts';
import { sharedDatabase } from '../support.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
let db: Database;

before(async () => {
  db = await sharedDatabase();
  await db.query('delete from sealing_key');
});

test('a database is opened again with the key that it began with, also after others were put before it', async () => {
  await checkKeys(db, createVault([key(1)]));
  await checkKeys(db, createVault([key(1)]));
  await checkKeys(db, createVault([key(2), key(1)]));
});

test('without that key the server does not start, and says what to do', async () => {
  await assert.rejects(checkKeys(db, createVault([key(2)])), (error: unknown) => {
    assert.ok(error instanceof ConfigError);
    assert.match(error.message, /DOTS_ENCRYPTION_KEYS lacks the key/);
    return true;
  });
});
