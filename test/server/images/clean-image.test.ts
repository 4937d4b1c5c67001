import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { cleanImage } from '../../../src/server/images/clean-image.ts';
import { exif, heic, jpeg, png, pngOf, segment, webp } from '../../support/images.ts';

async function cleaned(bytes: Buffer) {
  const result = await cleanImage(bytes);
  assert.ok(result.ok, result.ok ? '' : result.code);
  return result.image;
}
const refused = async (bytes: Buffer) => {
  const result = await cleanImage(bytes);
  return result.ok ? 'taken' : result.code;
};

describe('a picture', () => {
  it('is told by its bytes, with its size', async () => {
    for (const [bytes, type] of [
      [jpeg(800, 500), 'image/jpeg'],
      [png(800, 500), 'image/png'],
      [webp(800, 500), 'image/webp'],
    ] as const) {
      const { type: found, width, height } = await cleaned(bytes);
      assert.deepEqual([found, width, height], [type, 800, 500]);
    }
  });

  it('with nothing else in its file stays as it is', async () => {
    assert.deepEqual((await cleaned(jpeg())).bytes, jpeg());
    assert.deepEqual((await cleaned(png())).bytes, png());
    assert.deepEqual((await cleaned(webp())).bytes, webp());
  });

  it('is refused when it is something else', async () => {
    assert.equal(await refused(heic()), 'image-heic');
    assert.equal(
      await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      'image-type-unsupported',
    );
    assert.equal(await refused(Buffer.from('%PDF-1.7')), 'image-type-unsupported');
    assert.equal(await refused(Buffer.alloc(0)), 'image-type-unsupported');
  });

  it('is refused when it is too small to be read, or would fill the memory', async () => {
    assert.equal(await refused(jpeg(479, 400)), 'image-too-small');
    assert.equal(await refused(png(640, 299)), 'image-too-small');
    const header = jpeg(640, 480);
    header.writeUInt16BE(60_000, header.indexOf(Buffer.of(0xff, 0xc0)) + 5);
    header.writeUInt16BE(60_000, header.indexOf(Buffer.of(0xff, 0xc0)) + 7);
    assert.equal(await refused(header), 'image-too-large');
  });

  it('in more pieces than a camera makes is refused, and in as many as it likes is taken', async () => {
    const many = 30_000;
    const [jfif, riff] = [jpeg(), webp()];
    const restart = Buffer.concat(Array.from({ length: many }, () => segment(0xdd, Buffer.of(0, 0))));
    const odd = Buffer.concat([riff, Buffer.from('abcd\0\0\0\0'.repeat(many), 'latin1')]);
    odd.writeUInt32LE(odd.length - 8, 4);
    const empty = (count: number): [string, Buffer][] =>
      Array.from({ length: count }, () => ['IDAT', Buffer.alloc(0)]);
    assert.equal(await refused(png(640, 480, { extra: empty(many) })), 'image-damaged');
    assert.equal(
      await refused(Buffer.concat([jfif.subarray(0, 2), restart, jfif.subarray(2)])),
      'image-damaged',
    );
    assert.equal(await refused(odd), 'image-damaged');
    assert.equal(await refused(png(640, 480, { extra: empty(2_000) })), 'taken');
  });

  it('that was cut off or changed is refused', async () => {
    for (const whole of [jpeg(), png(), webp()]) {
      for (const length of [12, 30, Math.floor(whole.length / 2), whole.length - 1])
        assert.equal(
          await refused(whole.subarray(0, length)),
          'image-damaged',
          `${length} of ${whole.length}`,
        );
    }
    const changed = png();
    changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
    assert.equal(await refused(changed), 'image-damaged');
  });

  it('that has other pixels than its header says is refused before a decoder sees it', async () => {
    const rows = (640 + 1) * 480;
    const packed = (size: number) => pngOf(640, 480, deflateSync(Buffer.alloc(size)));
    assert.equal(await refused(packed(rows)), 'taken');
    assert.equal(await refused(packed(rows + 1)), 'image-damaged', 'one byte more');
    assert.equal(await refused(packed(rows - 1)), 'image-damaged', 'one byte less');
    assert.equal(await refused(packed(400_000_000)), 'image-damaged', 'four hundred megabytes');
    assert.equal(await refused(pngOf(640, 480, Buffer.from('no pixels'))), 'image-damaged');
    const hidden = Buffer.concat([deflateSync(Buffer.alloc(rows)), Buffer.from('hidden behind the pixels')]);
    assert.equal(await refused(pngOf(640, 480, hidden)), 'image-damaged', 'something behind the pixels');
  });

  it('of every kind of pixel, also interlaced, has the size that its header says', async () => {
    // Bytes of 480 × 300 by the PNG specification: rows of pixels, each after one byte.
    const kinds = [
      { bits: 1, colour: 0, size: 300 * (1 + 60) },
      { bits: 8, colour: 3, size: 300 * (1 + 480) },
      { bits: 16, colour: 2, size: 300 * (1 + 480 * 6) },
      { bits: 8, colour: 4, size: 300 * (1 + 480 * 2) },
      { bits: 8, colour: 6, size: 300 * (1 + 480 * 4) },
      { bits: 8, colour: 0, interlaced: 1, size: 480 * 300 + 38 + 38 + 37 + 75 + 75 + 150 + 150 },
    ];
    for (const { size, ...kind } of kinds) {
      const of = (length: number) => pngOf(480, 300, deflateSync(Buffer.alloc(length)), kind);
      assert.equal(await refused(of(size)), 'taken', JSON.stringify(kind));
      assert.equal(await refused(of(size + 1)), 'image-damaged', JSON.stringify(kind));
    }
    assert.equal(
      await refused(pngOf(480, 300, deflateSync(Buffer.alloc(9)), { colour: 1 })),
      'image-damaged',
    );
  });

  it('never makes the server fail, whatever its bytes are', async () => {
    const starts = [jpeg(480, 300), png(480, 300), webp(480, 300)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(400),
        async (whole, changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, whole.length - length));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const result = await cleanImage(bytes);
          assert.ok(result.ok || result.code.startsWith('image-'));
        },
      ),
    );
  });
});

describe('what is in the file beside the picture', () => {
  const secrets = ['SecretCamera', 'hidden note', 'GPSLatitude'];
  const holds = (bytes: Buffer) => secrets.filter((secret) => bytes.includes(secret));
  const note = Buffer.from('hidden note, GPSLatitude 1.0');

  it('is gone from a JPEG: EXIF, XMP, IPTC, colour profile, comment, thumbnail', async () => {
    const jfif = Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01', 'latin1'), note]);
    const bytes = jpeg(640, 480, {
      extra: [
        segment(0xe0, jfif),
        segment(0xe1, exif(1)),
        segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), note])),
        segment(0xe2, note),
        segment(0xed, note),
        segment(0xfe, note),
      ],
    });
    assert.ok(holds(bytes).length > 0);
    const { bytes: left } = await cleaned(bytes);
    assert.deepEqual(holds(left), []);
    assert.equal(left.includes('Exif'), false);
    assert.equal(left.includes('JFIF'), true);
  });

  for (const little of [true, false]) {
    it(`leaves of EXIF only which way is up (${little ? 'little' : 'big'} endian)`, async () => {
      const { bytes } = await cleaned(jpeg(640, 480, { extra: [segment(0xe1, exif(6, little))] }));
      assert.deepEqual(holds(bytes), []);
      const at = bytes.indexOf('Exif');
      assert.equal(bytes.readUInt16BE(at + 6 + 18), 6);
      assert.deepEqual((await cleaned(bytes)).bytes, bytes, 'and doing it again changes nothing');
    });
  }

  it('does not mind broken EXIF', async () => {
    assert.deepEqual(
      (
        await cleaned(
          jpeg(640, 480, { extra: [segment(0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f', 'latin1'))] }),
        )
      ).bytes,
      jpeg(),
    );
  });

  it('is gone from a PNG', async () => {
    const extra: [string, Buffer][] = [
      ['tEXt', Buffer.concat([Buffer.from('Comment\0'), note])],
      ['eXIf', exif(1).subarray(6)],
      ['iCCP', note],
      ['acTL', Buffer.alloc(8)],
      ['prVt', note],
    ];
    assert.deepEqual((await cleaned(png(640, 480, { extra }))).bytes, png());
  });

  it('is gone from a WebP, and so are the flags that promise it', async () => {
    const extra: [string, Buffer][] = [
      ['EXIF', exif(1)],
      ['XMP ', note],
    ];
    assert.deepEqual((await cleaned(webp(640, 480, { extra, flags: 0x0c }))).bytes, webp());
    assert.equal(await refused(webp(640, 480, { flags: 0x02 })), 'image-damaged', 'an animation');
  });

  it('is gone from the parts that are kept, where it is more than they need', async () => {
    const adobe = Buffer.concat([Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1'), note]);
    const extra = [segment(0xee, adobe), segment(0xee, note), segment(0xee, Buffer.alloc(0))];
    const { bytes } = await cleaned(jpeg(640, 480, { extra }));
    assert.deepEqual(holds(bytes), []);
    assert.deepEqual(bytes, jpeg(640, 480, { extra: [segment(0xee, adobe.subarray(0, 12))] }));
    for (const [type, most] of [
      ['IHDR', 13],
      ['PLTE', 768],
      ['tRNS', 256],
      ['gAMA', 4],
      ['sRGB', 1],
    ] as const) {
      const long: [string, Buffer] = [type, Buffer.alloc(most + 1)];
      assert.equal(await refused(png(640, 480, { extra: [long] })), 'image-damaged', type);
    }
  });

  it('is gone from behind the end: a picture that is an archive or a page as well becomes a picture', async () => {
    const tail = Buffer.from('PK\x03\x04<html><script>hidden note</script>');
    assert.deepEqual((await cleaned(jpeg(640, 480, { tail }))).bytes, jpeg());
    for (const whole of [png(), webp()])
      assert.deepEqual((await cleaned(Buffer.concat([whole, tail]))).bytes, whole);
  });
});
