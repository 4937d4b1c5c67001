/** What a value is sealed with, and that nobody changes or moves it unseen. */
import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { test } from 'node:test';
import { createVault } from '../../../src/server/start/vault.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const vault = createVault([key(1)]);
const row = { what: 'row 1', owner: 'ada' };

test('a value is sealed with AES-256-GCM, each time with another nonce', () => {
  const sealed = vault.seal(row, '123-45-6789');
  const [nonce, tag, body] = [sealed.subarray(5, 17), sealed.subarray(17, 33), sealed.subarray(33)];
  const decipher = createDecipheriv('aes-256-gcm', key(1), nonce)
    .setAAD(Buffer.from('row 1\0ada'))
    .setAuthTag(tag);
  assert.equal(Buffer.concat([decipher.update(body), decipher.final()]).toString(), '123-45-6789');
  const again = vault.seal(row, '123-45-6789');
  assert.notDeepEqual(again.subarray(5, 17), nonce);
});

test('a value that was changed anywhere, or moved to another row or owner, does not open', () => {
  const sealed = vault.seal(row, '123-45-6789');
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    assert.throws(() => vault.open(row, changed), Error, `byte ${at}`);
  }
  assert.throws(() => vault.open({ ...row, what: 'row 2' }, sealed));
  assert.throws(() => vault.open({ ...row, owner: 'bob' }, sealed));
  assert.equal(vault.open(row, sealed), '123-45-6789');
});

test('the first key seals, all of them open, and fingerprints stay what they were', () => {
  const rotated = createVault([key(2), key(1)]);
  assert.equal(rotated.open(row, vault.seal(row, 'old')), 'old');
  assert.throws(() => vault.open(row, rotated.seal(row, 'new')));
  assert.deepEqual(rotated.fingerprint('code', '123456'), vault.fingerprint('code', '123456'));
  assert.notDeepEqual(vault.fingerprint('code', '123456'), vault.fingerprint('token', '123456'));
});

test('a key of another length is none', () => {
  assert.throws(() => createVault([new Uint8Array(16)]), /32 bytes/);
  assert.throws(() => createVault([]), /At least one/);
});

test('what an earlier version sealed, which knew no owner, still opens, and nothing newer passes for it', () => {
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-256-gcm', key(1), nonce).setAAD(Buffer.from('row 1'));
  const body = Buffer.concat([cipher.update('123-45-6789'), cipher.final()]);
  const keyId = vault.seal(row, '').subarray(1, 5);
  assert.equal(
    vault.open(row, Buffer.concat([Buffer.of(1), keyId, nonce, cipher.getAuthTag(), body])),
    '123-45-6789',
  );
  const sealed = vault.seal(row, '123-45-6789');
  sealed.writeUInt8(1, 0);
  assert.throws(() => vault.open(row, sealed));
});
