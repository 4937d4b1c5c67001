import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maximumImageBytes } from '../../../src/contract/steps/id-documents.ts';
import { eraseUser } from '../../../src/server/db/erase-user.ts';
import { removeOldPictures } from '../../../src/server/payee/id-verification/retention.ts';
import type { Place } from '../../../src/server/ports/vault.ts';
import { exif, heic, jpeg, png, segment } from '../../support/images.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import {
  asks,
  atIdentity,
  begins,
  chooses,
  identity,
  looks,
  sends,
  shows,
  submits,
  tries,
  uploads,
} from './identity.ts';
import { introduced, newPhone, profile } from './payee.ts';
import type { Payee } from './payee.ts';

async function ready(): Promise<{ server: TestServer; one: Payee }> {
  const server = await createTestServer();
  const one = await atIdentity(server);
  await chooses(one);
  return { server, one };
}
const rows = async (server: TestServer, table: string) =>
  (await server.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;
/** A picture of several pieces, because it is hardly compressed. */
const large = png(900, 700, { grey: (x, y) => (x * 7919 + y * 104729 + x * y) % 251 });

describe('the upload of a picture', () => {
  it('goes on where the server is after a connection was lost', async () => {
    const { server, one } = await ready();
    const { upload_id: id } = await begins(one, 'front', large.length);
    const piece = Math.ceil(large.length / 3);
    await sends(server, one, id, 0, large.subarray(0, piece));
    // The answer to this piece is lost, and the browser sends it again.
    await sends(server, one, id, piece, large.subarray(piece, 2 * piece));
    const again = await sends(server, one, id, piece, large.subarray(piece, 2 * piece));
    assert.deepEqual(
      [again.status, again.body.error_code, again.body.upload_offset],
      [409, 'upload-offset-mismatch', 2 * piece],
    );
    assert.equal(again.headers.get('upload-offset'), String(2 * piece));
    const asked = await asks(one, id);
    assert.deepEqual([asked.status, (asked.body as unknown as { offset: number }).offset], [200, 2 * piece]);
    const last = await sends(server, one, id, 2 * piece, large.subarray(2 * piece));
    assert.deepEqual([last.status, last.body.state, last.body.offset], [200, 'complete', large.length]);
    await looks(one);
    assert.deepEqual(identity(one).needs, ['selfie']);
  });

  it('keeps nothing of a piece that was cut off on the way', async () => {
    const { server, one } = await ready();
    const { upload_id: id } = await begins(one, 'front', large.length);
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(large.subarray(0, 1000));
        controller.error(new Error('connection reset'));
      },
    });
    const answer = await server.app.request(`/v2/session/id-verification/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        origin: 'http://localhost:4400',
        authorization: `Bearer ${one.token}`,
        'upload-offset': '0',
      },
      body: cut,
      duplex: 'half',
    } as RequestInit);
    assert.equal(answer.status, 500);
    assert.equal((await sends(server, one, id, 0, large)).body.state, 'complete');
  });

  it('survives a server that dies in the middle: what was answered is kept, what was not is not', async () => {
    const { server, one } = await ready();
    const { upload_id: id } = await begins(one, 'front', large.length);
    await sends(server, one, id, 0, large.subarray(0, 5000));
    let die = true;
    const put = server.deps.vault.sealBytes.bind(server.deps.vault);
    Object.assign(server.deps.vault, {
      sealBytes: (place: Place, bytes: Uint8Array) => {
        if (die && place.what.startsWith('id image')) throw new Error('killed');
        return put(place, bytes);
      },
    });
    assert.equal((await sends(server, one, id, 5000, large.subarray(5000))).status, 500);
    die = false;
    assert.equal((await sends(server, one, id, 5000, large.subarray(5000))).body.state, 'complete');
    assert.deepEqual([await rows(server, 'id_images'), await rows(server, 'id_upload_parts')], [1, 0]);
  });

  it('begins once per Idempotency-Key', async () => {
    const { server, one } = await ready();
    const key = { 'idempotency-key': 'front-1' };
    const first = await one.call(
      'POST',
      '/session/id-verification/uploads',
      { side: 'front', size: 100 },
      key,
    );
    const second = await one.call(
      'POST',
      '/session/id-verification/uploads',
      { side: 'front', size: 100 },
      key,
    );
    assert.deepEqual([second.status, second.body], [201, first.body]);
    assert.equal(await rows(server, 'id_uploads'), 1);
  });

  it('is refused when it is, or becomes, larger than it may be', async () => {
    const { server, one } = await ready();
    const { body } = await one.call('POST', '/session/id-verification/uploads', {
      side: 'front',
      size: maximumImageBytes + 1,
    });
    assert.equal(body.errors?.[0]?.code, 'image-too-large');
    const { upload_id: id } = await begins(one, 'front', 100);
    assert.equal(
      (await sends(server, one, id, 0, Buffer.alloc(101))).body.error_code,
      'upload-offset-mismatch',
    );
    assert.equal((await sends(server, one, id, 0, Buffer.alloc(1024 * 1024 + 1))).status, 413);
    assert.equal((await sends(server, one, id, 'x', Buffer.alloc(1))).status, 422);
  });

  it('says what is wrong with the picture, and takes another', async () => {
    const { server, one } = await ready();
    for (const [bytes, code] of [
      [heic(), 'image-heic'],
      [Buffer.from('<html></html>'.repeat(20)), 'image-type-unsupported'],
      [jpeg(200, 100), 'image-too-small'],
      [jpeg().subarray(0, 500), 'image-damaged'],
    ] as const) {
      const answer = await uploads(server, one, 'front', bytes);
      assert.deepEqual(
        [answer.status, answer.body.errors?.map((error) => [error.field, error.code])],
        [422, [['front', code]]],
      );
      await looks(one);
      assert.deepEqual(
        [identity(one).uploads[0]?.state, identity(one).uploads[0]?.refusal],
        ['refused', code],
      );
    }
    assert.equal((await uploads(server, one, 'front')).status, 200);
  });

  it('belongs to its own flow: to every other it is not there', async () => {
    const { server, one } = await ready();
    const { upload_id: id } = await begins(one, 'front', 100);
    const other = await introduced(server, ['id-verification'], profile, {
      ...newPhone,
      phone_number: '(415) 555-0101',
    });
    await chooses(other);
    assert.equal((await sends(server, other, id, 0, Buffer.alloc(10))).body.error_code, 'no-such-resource');
    assert.equal((await asks(other, id)).status, 404);
    assert.equal(
      (await other.refused(`/session/id-verification/uploads/${id}`, undefined, 'DELETE')).error_code,
      'no-such-resource',
    );
    assert.equal((await asks(other, 'nonsense')).status, 404);
  });
});

describe('pictures at rest', () => {
  it('are sealed, piece by piece and as a whole, without what the camera wrote into them', async () => {
    const { server, one } = await ready();
    const photo = jpeg(640, 480, { extra: [segment(0xe1, exif(1))] });
    const { upload_id: id } = await begins(one, 'front', photo.length);
    await sends(server, one, id, 0, photo.subarray(0, 400));
    const [part] = await server.db.query<{ sealed: Buffer }>('select sealed from id_upload_parts');
    assert.equal(part?.sealed.includes(photo.subarray(0, 100)), false);
    await sends(server, one, id, 400, photo.subarray(400));
    const [image] = await server.db.query<{ sealed: Buffer; owner: string }>(
      'select i.sealed, u.check_id as owner from id_images i join id_uploads u using (id)',
    );
    assert.ok(image);
    assert.equal(image.sealed.includes(photo.subarray(-100)), false);
    assert.deepEqual(
      server.deps.vault.openBytes({ what: `id image ${id}`, owner: image.owner }, image.sealed),
      jpeg(),
    );
    for (const place of [
      { what: `id image ${one.flowId}`, owner: image.owner },
      { what: `id image ${id}`, owner: one.flowId },
    ])
      assert.throws(() => server.deps.vault.openBytes(place, image.sealed));
  });

  it('are removed 30 days after the verdict, and not while one is awaited', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server, 'Review');
    await tries(server, one);
    server.clock.advance(40 * 86_400_000);
    assert.equal(await removeOldPictures(server.deps), 0, 'somebody is still looking');
    await server.runDueJobs();
    assert.equal(await removeOldPictures(server.deps), 0);
    server.clock.advance(30 * 86_400_000);
    assert.equal(await removeOldPictures(server.deps), 2);
    assert.deepEqual([await rows(server, 'id_images'), await rows(server, 'id_checks')], [0, 1]);
  });

  it('are removed two days after they were taken and not submitted, and with the payee', async () => {
    const { server, one } = await ready();
    await uploads(server, one, 'front');
    server.clock.advance(2 * 86_400_000);
    assert.equal(await removeOldPictures(server.deps), 1);

    const two = await introduced(server, ['id-verification'], profile, {
      ...newPhone,
      phone_number: '(415) 555-0102',
    });
    await shows(server, two);
    await submits(two);
    await eraseUser(server.db, two.seen.flow.user_id ?? '', server.clock.now());
    // The verdict comes later, and would keep them for a month.
    await server.runDueJobs();
    assert.equal(await removeOldPictures(server.deps), 2);
  });

  it('are in no log', async () => {
    const { server, one } = await ready();
    await uploads(server, one, 'front', heic());
    await shows(server, one);
    await submits(one);
    await server.runDueJobs();
    assert.doesNotMatch(JSON.stringify(server.logLines), /Jane|Doe|heic|JFIF/);
  });
});
