/**
 * Letters for PDFs. The fonts that every PDF reader has (Helvetica) know Western Europe only. Text that needs
 * more is set in DejaVu Sans, which then goes into the file: Latin with all marks, Greek, Cyrillic, Armenian,
 * Georgian, Hebrew, Arabic. No free font of the other scripts is small enough to ship. Their characters are
 * printed as code points (`[U+738B]`), which loses nothing, and stand as typed in the JSON that is attached
 * to the PDF.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { StandardFonts } from 'pdf-lib';
import type { PDFDocument, PDFFont } from 'pdf-lib';

let file: Promise<Uint8Array> | undefined;

/** The file is read once, when it is first needed. */
const wideFontFile = (): Promise<Uint8Array> =>
  (file ??= readFile(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')));

export interface Fonts {
  readonly bold: PDFFont;
  /** Returns the font for a text, and the text as that font can print it. */
  readonly set: (text: string) => {
    readonly font: PDFFont;
    readonly text: string;
    readonly complete: boolean;
  };
}

/** `texts` is everything that will be printed. It decides whether the large font is needed. */
export async function embedFonts(pdf: PDFDocument, texts: readonly string[]): Promise<Fonts> {
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const known = new Set(plain.getCharacterSet());
  const isPlain = (text: string) => missing(text, known).length === 0;
  if (texts.every(isPlain))
    return { bold, set: (text) => ({ font: plain, text: text.normalize('NFC'), complete: true }) };

  pdf.registerFontkit(fontkit);
  const wide = await pdf.embedFont(await wideFontFile(), { subset: true });
  const wider = new Set(wide.getCharacterSet());
  return {
    bold,
    set(text) {
      if (isPlain(text)) return { font: plain, text: text.normalize('NFC'), complete: true };
      return { font: wide, text: printable(text, wider), complete: missing(text, wider).length === 0 };
    },
  };
}

const letters = (text: string): string[] => [...text.normalize('NFC')];
const missing = (text: string, known: ReadonlySet<number>): string[] =>
  letters(text).filter((letter) => !known.has(letter.codePointAt(0) ?? 0));

/** Returns the text, with a code point for every character that the font lacks. */
export function printable(text: string, known: ReadonlySet<number>): string {
  const lacking = new Set(missing(text, known));
  const codePoint = (letter: string) =>
    `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  return letters(text)
    .map((letter) => (lacking.has(letter) ? codePoint(letter) : letter))
    .join('');
}
