/**
 * Which characters can be written into a PDF. Every reader has the fourteen standard fonts, so no file has to
 * carry them. They know the Latin letters of Western Europe (WinAnsiEncoding, ISO 32000-2 annex D) and no
 * others. Text with other letters is refused at its field and never replaced: a question mark in a name makes
 * another name.
 */
let known: Promise<ReadonlySet<number>> | undefined;

async function readCharacters(): Promise<ReadonlySet<number>> {
  const { PDFDocument, StandardFonts } = await import('pdf-lib');
  return new Set((await PDFDocument.create()).embedStandardFont(StandardFonts.Helvetica).getCharacterSet());
}

/** A letter and a separate accent become the one letter that they are. */
export const printable = (text: string): string => text.normalize('NFC');

/**
 * Returns whether every character can be printed. Line breaks and tabs are set by the writer and need no
 * letter.
 */
export async function canPrint(text: string): Promise<boolean> {
  const characters = await (known ??= readCharacters());
  return [...printable(text)].every(
    (character) => /[\n\r\t]/.test(character) || characters.has(character.codePointAt(0) ?? 0),
  );
}
