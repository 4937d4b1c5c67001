import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cleanImage } from '../../../src/server/images/clean-image.ts';
import { exif, heic, jpeg, png, segment, webp } from '../../support/images.ts';

function cleaned(bytes: Buffer) {
  const result = cleanImage(bytes);
  assert.ok(result.ok, result.ok ? '' : result.code);
  return result.image;
}
const refused = (bytes: Buffer) => {
  const result = cleanImage(bytes);
  return result.ok ? 'taken' : result.code;
};

describe('a picture', () => {
  it('is told by its bytes, with its size', () => {
    for (const [bytes, type] of [
      [jpeg(800, 500), 'image/jpeg'],
      [png(800, 500), 'image/png'],
      [webp(800, 500), 'image/webp'],
    ] as const) {
      const { type: found, width, height } = cleaned(bytes);
      assert.deepEqual([found, width, height], [type, 800, 500]);
    }
  });

  it('with nothing else in its file stays as it is', () => {
    assert.deepEqual(cleaned(jpeg()).bytes, jpeg());
    assert.deepEqual(cleaned(png()).bytes, png());
    assert.deepEqual(cleaned(webp()).bytes, webp());
  });

  it('is refused when it is something else', () => {
    assert.equal(refused(heic()), 'image-heic');
    assert.equal(
      refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      'image-type-unsupported',
    );
    assert.equal(refused(Buffer.from('%PDF-1.7')), 'image-type-unsupported');
    assert.equal(refused(Buffer.alloc(0)), 'image-type-unsupported');
  });

  it('is refused when it is too small to be read, or would fill the memory', () => {
    assert.equal(refused(jpeg(479, 400)), 'image-too-small');
    assert.equal(refused(png(640, 299)), 'image-too-small');
    const header = jpeg(640, 480);
    header.writeUInt16BE(60_000, header.indexOf(Buffer.of(0xff, 0xc0)) + 5);
    header.writeUInt16BE(60_000, header.indexOf(Buffer.of(0xff, 0xc0)) + 7);
    assert.equal(refused(header), 'image-too-large');
  });

  it('that was cut off or changed is refused', () => {
    for (const whole of [jpeg(), png(), webp()]) {
      for (const length of [12, 30, Math.floor(whole.length / 2), whole.length - 1])
        assert.equal(refused(whole.subarray(0, length)), 'image-damaged', `${length} of ${whole.length}`);
    }
    const changed = png();
    changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
    assert.equal(refused(changed), 'image-damaged');
  });

  it('never makes the server fail, whatever its bytes are', () => {
    const starts = [jpeg(480, 300), png(480, 300), webp(480, 300)];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(400),
        (whole, changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, whole.length - length));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const result = cleanImage(bytes);
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

  it('is gone from a JPEG: EXIF, XMP, IPTC, colour profile, comment, thumbnail', () => {
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
    const { bytes: left } = cleaned(bytes);
    assert.deepEqual(holds(left), []);
    assert.equal(left.includes('Exif'), false);
    assert.equal(left.includes('JFIF'), true);
  });

  for (const little of [true, false]) {
    it(`leaves of EXIF only which way is up (${little ? 'little' : 'big'} endian)`, () => {
      const { bytes } = cleaned(jpeg(640, 480, { extra: [segment(0xe1, exif(6, little))] }));
      assert.deepEqual(holds(bytes), []);
      const at = bytes.indexOf('Exif');
      assert.equal(bytes.readUInt16BE(at + 6 + 18), 6);
      assert.deepEqual(cleaned(bytes).bytes, bytes, 'and doing it again changes nothing');
    });
  }

  it('does not mind broken EXIF', () => {
    assert.deepEqual(
      cleaned(
        jpeg(640, 480, { extra: [segment(0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f', 'latin1'))] }),
      ).bytes,
      jpeg(),
    );
  });

  it('is gone from a PNG', () => {
    const extra: [string, Buffer][] = [
      ['tEXt', Buffer.concat([Buffer.from('Comment\0'), note])],
      ['eXIf', exif(1).subarray(6)],
      ['iCCP', note],
      ['acTL', Buffer.alloc(8)],
      ['prVt', note],
    ];
    assert.deepEqual(cleaned(png(640, 480, { extra })).bytes, png());
  });

  it('is gone from a WebP, and so are the flags that promise it', () => {
    const extra: [string, Buffer][] = [
      ['EXIF', exif(1)],
      ['XMP ', note],
    ];
    assert.deepEqual(cleaned(webp(640, 480, { extra, flags: 0x0c })).bytes, webp());
    assert.equal(refused(webp(640, 480, { flags: 0x02 })), 'image-damaged', 'an animation');
  });

  it('is gone from the parts that are kept, where it is more than they need', () => {
    const adobe = Buffer.concat([Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1'), note]);
    const extra = [segment(0xee, adobe), segment(0xee, note), segment(0xee, Buffer.alloc(0))];
    const { bytes } = cleaned(jpeg(640, 480, { extra }));
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
      assert.equal(refused(png(640, 480, { extra: [long] })), 'image-damaged', type);
    }
  });

  it('is gone from behind the end: a picture that is an archive or a page as well becomes a picture', () => {
    const tail = Buffer.from('PK\x03\x04<html><script>hidden note</script>');
    assert.deepEqual(cleaned(jpeg(640, 480, { tail })).bytes, jpeg());
    for (const whole of [png(), webp()]) assert.deepEqual(cleaned(Buffer.concat([whole, tail])).bytes, whole);
  });
});
