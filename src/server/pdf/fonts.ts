/**
 * Which characters can be written into a PDF. The fourteen standard fonts, which every reader has and no file has to carry,
 * know the Latin letters of Western Europe (WinAnsiEncoding, ISO 32000-2 annex D) and no others. What they do not know is
 * refused at the field, and never replaced: a question mark in a name is another name.
 */
let known: Promise<ReadonlySet<number>> | undefined;

async function readCharacters(): Promise<ReadonlySet<number>> {
  const { PDFDocument, StandardFonts } = await import('pdf-lib');
  return new Set((await PDFDocument.create()).embedStandardFont(StandardFonts.Helvetica).getCharacterSet());
}

/** Letters written with a separate accent are taken as the one letter they are. */
export const printable = (text: string): string => text.normalize('NFC');

export async function canPrint(text: string): Promise<boolean> {
  const characters = await (known ??= readCharacters());
  return [...printable(text)].every(
    (character) => /[\n\r\t]/.test(character) || characters.has(character.codePointAt(0) ?? 0),
  );
}
