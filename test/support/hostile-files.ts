/**
 * Files that were made to break whoever reads them, each a few kilobytes: with a name what they do, and as
 * many more as one likes, by a seed. `npm run hostile` uploads them all and measures the server meanwhile.
 */
import { deflateSync } from 'node:zlib';
import { jpeg, png, pngOf, segment, webp } from './images.ts';

/** A form of one page. `catalog` comes on top, and so do `objects`, which begin with `10 0 obj`. */
export function rawPdf(catalog = '', ...objects: (string | Buffer)[]): Buffer {
  return pdfOf({
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> ${catalog} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R] >>',
    4: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [0 0 100 20] /P 3 0 R >>',
    ...Object.fromEntries(objects.map((object, index) => [10 + index, object])),
  });
}

const pdfOf = (objects: Readonly<Record<number, string | Buffer>>): Buffer =>
  Buffer.concat(
    [
      '%PDF-1.7\n',
      ...Object.entries(objects).flatMap(([number, object]) => [`${number} 0 obj\n`, object, '\nendobj\n']),
      'trailer\n<< /Root 1 0 R >>\n%%EOF',
    ].map((part) => Buffer.from(part)),
  );

export const pdfStream = (dict: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${bytes.byteLength} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

/** Objects that all lie at the same place of one stream, so each is read from there again. */
function sameObject(count: number, object: string): Buffer {
  const places = Array.from({ length: count }, (_, index) => `${1000 + index} 0 `).join('');
  return pdfStream(
    `/Type /ObjStm /N ${count} /First ${places.length} /Filter /FlateDecode`,
    deflateSync(Buffer.from(places + object)),
  );
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const zeros = deflateSync(Buffer.alloc(64 * 1024 * 1024, 0x20));

/** What pdf-lib would do with them is in their names. */
export const hostilePdfs: Readonly<Record<string, () => Buffer>> = {
  'reads seven megabytes two thousand times': () => rawPdf('', sameObject(2_000, `%${'x'.repeat(7e6)}\n0`)),
  'fills the memory with one list': () => rawPdf('', sameObject(2_000, `[${'0 '.repeat(3e6)}]`)),
  'unpacks 64 megabytes': () =>
    rawPdf('', pdfStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', zeros)),
  'unpacks them by an escaped name': () =>
    rawPdf('', pdfStream('/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode', zeros)),
  'unpacks them by a chain': () =>
    rawPdf(
      '',
      pdfStream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', deflateSync(zeros)),
    ),
  'claims four thousand million places': () =>
    rawPdf('', pdfStream('/Type /XRef /Size 1 /Index [0 4000000000] /W [0 0 0]', Buffer.from('abc'))),
  'has lists in lists, a hundred thousand deep': () => rawPdf('', nested(100_000)),
  'has pages that have themselves': () =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
      2: '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R] >>',
      4: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [0 0 100 20] /P 3 0 R >>',
    }),
  'has a field that has itself': () =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] >>',
      4: '<< /T (Name) /Kids [4 0 R] >>',
    }),
  'has a field whose parent is itself': () =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R] >>',
      4: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Parent 4 0 R /Rect [0 0 9 9] /P 3 0 R >>',
    }),
  'has a page whose parent is itself': () =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 3 0 R /Annots [4 0 R] >>',
      4: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [0 0 100 20] /P 3 0 R >>',
    }),
  'refers to what refers back': () => rawPdf('/Names 10 0 R', '11 0 R', '10 0 R'),
  'has a name of four megabytes': () => rawPdf('', `/${'n'.repeat(4e6)}`),
  'has a hundred thousand names': () =>
    rawPdf('', `[${Array.from({ length: 100_000 }, (_, index) => `/N${index}`).join(' ')}]`),
  'has a field of letters without an end': () =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /DA (/Helv 0.000001 Tf) >> >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R] >>',
      4: `<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /T (Name) /V (${'word '.repeat(200_000)}) /DA (/Helv 0 Tf) /Rect [0 0 1e9 1e9] /P 3 0 R >>`,
    }),
  'has a list of a million choices': () =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R] >>',
      4: `<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 2097152 /T (Name) /Opt [${'(a) '.repeat(1_000_000)}] /Rect [0 0 9 9] /P 3 0 R >>`,
    }),
};

export const hostileImages: Readonly<Record<string, () => Buffer>> = {
  'PNG, 1.5 gigabytes of pixels': () => pngOf(640, 480, deflateSync(Buffer.alloc(1_500_000_000))),
  'PNG, no pixels': () => pngOf(640, 480, deflateSync(Buffer.alloc(0))),
  'PNG, larger than can be': () => pngOf(2 ** 31 - 1, 2 ** 31 - 1, deflateSync(Buffer.alloc(9))),
  'JPEG, larger than can be': () => {
    const whole = jpeg();
    whole.fill(0xff, whole.indexOf(Buffer.of(0xff, 0xc0)) + 5, whole.indexOf(Buffer.of(0xff, 0xc0)) + 9);
    return whole;
  },
  'JPEG, a thousand times the same scan': () => {
    const whole = jpeg();
    const from = whole.indexOf(Buffer.of(0xff, 0xda));
    const scan = whole.subarray(from, -2);
    return Buffer.concat([whole.subarray(0, from), ...Array<Buffer>(1_000).fill(scan), whole.subarray(-2)]);
  },
  'JPEG, a million empty comments': () =>
    jpeg(640, 480, { extra: Array<Buffer>(1_000_000).fill(segment(0xfe, Buffer.alloc(0))) }),
  'WebP, a length beyond its end': () => {
    const whole = webp();
    whole.writeUInt32LE(0xffffffff, 4);
    return whole;
  },
};

/** Returns a whole file with bytes changed, doubled or gone. The same seed gives the same file. */
export function hostileBySeed(seed: number): { readonly type: 'pdf' | 'image'; readonly bytes: Buffer } {
  const random = generator(seed);
  const wholes = [
    () => rawPdf('', nested(20), '<< /A 10 0 R /B (text) >>'),
    () => rawPdf('', sameObject(50, '<< /Kids [4 0 R] >>')),
    () => jpeg(),
    () => png(),
    () => webp(),
  ];
  const kind = seed % wholes.length;
  let bytes = wholes[kind]?.() ?? Buffer.alloc(0);
  for (let change = 0; change <= random() * 8; change += 1) {
    const at = Math.floor(random() * bytes.length);
    const length = Math.floor(random() * 40);
    const piece = bytes.subarray(at, at + length);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)];
    const choice = random();
    if (choice < 0.4) bytes[at] = Math.floor(random() * 256);
    else if (choice < 0.7)
      bytes = Buffer.concat([before, ...Array<Buffer>(1 + Math.floor(random() * 500)).fill(piece), after]);
    else bytes = Buffer.concat([before, after]);
  }
  return { type: kind < 2 ? 'pdf' : 'image', bytes };
}

/** Numbers from 0 to 1 that look random (Mulberry32, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
