/**
 * Bounds what pdf-lib unpacks while it opens a file: streams of objects, and of the places of objects. A few
 * kilobytes of them could fill the memory. The check is where pdf-lib itself is about to unpack, because only
 * there is it certain what a stream is: names may be escaped or stand elsewhere, and comments may lie
 * between.
 */
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFName,
  PDFNumber,
  PDFObjectStreamParser,
  PDFRawStream,
  PDFXRefStreamParser,
} from 'pdf-lib';
import type { PDFContext, PDFDict } from 'pdf-lib';

/** Bytes that the streams of one file may have together. pdf-lib takes half a second for each million. */
const maximumUnpacked = 8 * 1024 * 1024;

/** Bytes that the file may still unpack. */
const left = new WeakMap<PDFContext, number>();

/** Puts the check into pdf-lib. It is called once. */
export function boundUnpacking(): void {
  const openObjects = PDFObjectStreamParser.forStream;
  const openPlaces = PDFXRefStreamParser.forStream;
  PDFObjectStreamParser.forStream = (stream, ...more) => openObjects(unpacked(stream), ...more);
  PDFXRefStreamParser.forStream = (stream) => {
    const plain = unpacked(stream);
    checkPlaces(plain);
    return openPlaces(plain);
  };
}

/**
 * Returns the stream without its packing, so that nobody unpacks it a second time. One that is packed in
 * another way than by Flate, or more than once, is refused: no program writes such a form.
 */
function unpacked(stream: PDFRawStream): PDFRawStream {
  const { dict, contents } = stream;
  const rest = left.get(dict.context) ?? maximumUnpacked;
  const bytes = isPacked(dict) ? inflateSync(contents, { maxOutputLength: Math.max(1, rest) }) : contents;
  if (bytes.byteLength > rest) throw new Error('The file unpacks to too much.');
  left.set(dict.context, rest - bytes.byteLength);
  const plain = dict.clone();
  plain.delete(PDFName.of('Filter'));
  plain.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(plain, bytes);
}

function isPacked(dict: PDFDict): boolean {
  const given = dict.lookup(PDFName.of('Filter'));
  const filters =
    given instanceof PDFArray ? given.asArray().map((one) => dict.context.lookup(one)) : [given];
  const [filter, ...more] = filters;
  if (filter === undefined) return false;
  if (more.length > 0 || filter !== PDFName.of('FlateDecode'))
    throw new Error('The file is packed in an unusual way.');
  return true;
}

/** A table that claims more places than it has bytes for would be read without an end. */
function checkPlaces({ dict, contents }: PDFRawStream): void {
  const numbers = (name: string): number[] => {
    const list = dict.lookup(PDFName.of(name));
    const items = list instanceof PDFArray ? list.asArray() : [list];
    return items.map((item) => {
      const number = dict.context.lookup(item);
      return number instanceof PDFNumber ? number.asNumber() : NaN;
    });
  };
  const width = numbers('W').reduce((sum, bytes) => sum + bytes, 0);
  const counts = dict.has(PDFName.of('Index'))
    ? numbers('Index').filter((_, at) => at % 2 === 1)
    : numbers('Size');
  const places = counts.reduce((sum, count) => sum + count, 0);
  const isRight = [...numbers('W'), ...counts].every((number) => Number.isInteger(number) && number >= 0);
  if (!isRight || width === 0 || places * width > contents.byteLength)
    throw new Error('The table of places is not what it says.');
}
