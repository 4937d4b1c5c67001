/** Reads a PDF that pdf-lib wrote: what it draws, where, and what is attached to it. */
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';

/** Returns the unpacked streams of a file: pages, appearances, fonts and what is attached. */
async function streamsOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes);
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    const raw = Buffer.from(object.contents);
    const isPacked = object.dict.has(PDFName.of('Filter'));
    return [isPacked ? inflateSync(raw).toString('latin1') : raw.toString('latin1')];
  });
}

/**
 * Returns the text that the pages draw, as a reader would search it. A string is in WinAnsi, or in the glyphs
 * of the one font in the file, which says itself what they mean.
 */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const streams = await streamsOf(bytes);
  const drawn = streams.join('\n');
  const meanings = new Map(
    streams.flatMap((stream) =>
      [...stream.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, glyph = '', text = '']) => [
        glyph.toUpperCase(),
        new TextDecoder('utf-16be').decode(Buffer.from(text, 'hex')),
      ]),
    ) as [string, string][],
  );
  const read = (hex: string): string => {
    const glyphs = hex.toUpperCase().match(/.{4}/g) ?? [];
    return glyphs.length * 4 === hex.length && glyphs.every((glyph) => meanings.has(glyph))
      ? glyphs.map((glyph) => meanings.get(glyph)).join('')
      : new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'));
  };
  return [...drawn.matchAll(/<([0-9A-F]+)> Tj/gi)].map(([, hex = '']) => read(hex)).join('\n');
}

/** Returns the first attached JSON, or null. */
export async function attachedJson(bytes: Uint8Array): Promise<unknown> {
  const found = (await streamsOf(bytes)).find((stream) => stream.startsWith('['));
  return found === undefined ? null : JSON.parse(Buffer.from(found, 'latin1').toString('utf8'));
}

/** Returns the text matrices of the pages, `a b c d x y` each: where and how turned text starts. */
export async function placesOf(bytes: Uint8Array): Promise<number[][]> {
  const drawn = (await streamsOf(bytes)).join('\n');
  return [...drawn.matchAll(/((?:-?[\d.e-]+ ){6})Tm/g)].map(([, numbers = '']) =>
    numbers
      .trim()
      .split(' ')
      .map((number) => Math.round(Number(number))),
  );
}

/** Returns how many straight lines the pages draw. */
export async function linesIn(bytes: Uint8Array): Promise<number> {
  const drawn = (await streamsOf(bytes)).join('\n');
  return drawn.match(/ l\s+S\b/g)?.length ?? 0;
}
