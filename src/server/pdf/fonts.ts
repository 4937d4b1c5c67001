/**
 * Letters for PDFs. The fonts that every PDF reader has (Helvetica) know Western Europe only. Text that needs
 * more is set in DejaVu Sans, which then goes into the file: Latin with all marks, Greek, Cyrillic, Armenian,
 * Georgian, Hebrew, Arabic. No free font of the other scripts is small enough to ship. A tax form prints
 * their characters as code points (`[U+738B]`); a partner's form asks the payee for Latin letters instead.
 * Either way the text stands as typed in the JSON that is attached to the PDF.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { PDFFont } from 'pdf-lib';

let file: Promise<Uint8Array> | undefined;

/** The file is read once, when it is first needed. */
const wideFontFile = (): Promise<Uint8Array> =>
  (file ??= readFile(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')));

let characters: Promise<ReadonlySet<number>> | undefined;

async function readCharacters(): Promise<ReadonlySet<number>> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const wide = await pdf.embedFont(await wideFontFile(), { subset: true });
  return new Set(wide.getCharacterSet());
}

/** Resolves to what returns the characters of a text that no font here has, each once. */
export async function unprintable(): Promise<(text: string) => string[]> {
  const known = await (characters ??= readCharacters());
  return (text) => [...new Set(missing(text, known))];
}

export interface Fonts {
  readonly plain: PDFFont;
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
    return { plain, bold, set: (text) => ({ font: plain, text: composed(text), complete: true }) };

  pdf.registerFontkit(fontkit);
  const wide = await pdf.embedFont(await wideFontFile(), { subset: true });
  const wider = new Set(wide.getCharacterSet());
  return {
    plain,
    bold,
    set(text) {
      if (isPlain(text)) return { font: plain, text: composed(text), complete: true };
      return { font: wide, text: printable(text, wider), complete: missing(text, wider).length === 0 };
    },
  };
}

/** A letter and a separate accent become the one letter that they are. An ideographic space is a space. */
const composed = (text: string): string => text.normalize('NFC').replace(/\u3000/g, ' ');

/** Line breaks and tabs are set by the writer and need no letter. */
const missing = (text: string, known: ReadonlySet<number>): string[] =>
  [...composed(text)].filter((letter) => !/[\n\r\t]/.test(letter) && !known.has(letter.codePointAt(0) ?? 0));

/** Returns the text, with a code point for every character that the font lacks. */
export function printable(text: string, known: ReadonlySet<number>): string {
  const lacking = new Set(missing(text, known));
  const codePoint = (letter: string) =>
    `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  return [...composed(text)].map((letter) => (lacking.has(letter) ? codePoint(letter) : letter)).join('');
}
