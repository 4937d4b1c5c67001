/**
 * Which characters can be written into a PDF. Every reader has the fourteen standard fonts, so no file has to
 * carry them. They know the Latin letters of Western Europe (WinAnsiEncoding, ISO 32000-2 annex D) and no
 * others. Text with other letters is refused at its field and never replaced: a question mark in a name makes
 * another name.
 */

/** A letter and a separate accent become the one letter that they are. */
export const printable = (text: string): string => text.normalize('NFC');

/** The codes 0x80 to 0x9F of WinAnsiEncoding. An empty place is a code without a character. */
export const highCharacters: readonly string[] =
  '€,,‚,ƒ,„,…,†,‡,ˆ,‰,Š,‹,Œ,,Ž,,,‘,’,“,”,•,–,—,˜,™,š,›,œ,,ž,Ÿ'.split(',');

const known = new RegExp(`^[\\n\\r\\t -~\u00a0-\u00ff${highCharacters.join('')}]*$`);

/**
 * Returns whether every character can be printed. Line breaks and tabs are set by the writer and need no
 * letter.
 */
export const canPrint = (text: string): boolean => known.test(printable(text));
