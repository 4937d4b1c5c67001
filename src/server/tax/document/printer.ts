/** Writes text on pages of US Letter. */
import { rgb } from 'pdf-lib';
import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib';
import type { Fonts } from '../../pdf/fonts.ts';

/** US Letter, in points. */
const [width, height] = [612, 792];
const margin = 54;
/** Above and below. */
const edge = 44;
const indent = 30;
/** Where the values of a list stand. */
const column = 170;
const ink = rgb(0.1, 0.1, 0.12);
export const quiet = rgb(0.38, 0.4, 0.44);
const hairline = rgb(0.82, 0.83, 0.86);
const aside = rgb(0.16, 0.34, 0.62);

interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: typeof ink;
  readonly before?: number;
  readonly indent?: number;
  /** Right edge of the text; that of the page's when absent. */
  readonly until?: number;
  /** Crossed out: a line goes through each row. */
  readonly struck?: boolean;
}

export type Printer = ReturnType<typeof createPrinter>;

/** Writes from top to bottom, and goes on to the next page by itself. */
export function createPrinter(pdf: PDFDocument, fonts: Fonts) {
  let page: PDFPage = pdf.addPage([width, height]);
  let y = height - edge;
  let replaced = false;

  const turn = () => {
    page = pdf.addPage([width, height]);
    y = height - edge;
  };
  const room = (needed: number) => {
    if (y - needed < edge) turn();
  };
  const write = (typed: string, x: number, style: TextStyle) => {
    const { size, bold = false, color = ink, struck, until = width - margin } = style;
    const { font: fitting, text, complete } = fonts.set(typed);
    replaced ||= !complete;
    const font = bold && fitting.name.startsWith('Helvetica') ? fonts.bold : fitting;
    for (const row of wrapped(text, font, size, until - x)) {
      room(size * 1.4);
      y -= size * 1.4;
      page.drawText(row, { x, y, size, font, color });
      if (struck) strike(x, x + font.widthOfTextAtSize(row, size), y + size * 0.3);
    }
  };
  const strike = (from: number, to: number, at: number) =>
    page.drawLine({ start: { x: from, y: at }, end: { x: to, y: at }, thickness: 0.8, color: ink });
  const hair = (from: number) =>
    page.drawLine({
      start: { x: from, y },
      end: { x: width - margin, y },
      thickness: 0.5,
      color: hairline,
    });

  return {
    incomplete: () => replaced,
    turn,
    text(text: string, style: TextStyle) {
      y -= style.before ?? 0;
      write(text, margin + (style.indent ?? 0), style);
    },
    /** An explanation, which is no part of the form. */
    note(text: string | undefined) {
      if (text) write(text, margin, { size: 8, color: aside });
    },
    /** A line of the form. One without a value has an empty rule in its place. */
    line(number: string, label: string, value: string, meaning = '') {
      y -= value ? 6 : 4;
      room(30);
      if (number)
        page.drawText(number, { x: margin, y: y - 8 * 1.4, size: 8, font: fonts.bold, color: quiet });
      write(label, margin + indent, { size: 8, color: quiet });
      if (meaning) write(meaning, margin + indent, { size: 8, color: aside });
      if (value) return write(value, margin + indent, { size: 10.5 });
      y -= 5;
      hair(margin + indent);
    },
    /** An entry of a list, its name on the left. */
    pair(label: string, value: string) {
      room(9 * 1.4 + 3);
      y -= 3;
      const top = y;
      write(label, margin, { size: 8, color: quiet, until: margin + column - 10 });
      const below = y;
      y = top;
      if (value) write(value, margin + column, { size: 9 });
      else {
        y -= 9 * 1.4;
        hair(margin + column);
      }
      y = Math.min(y, below);
    },
    /** Begins a new page where less than this is left. */
    room,
    rule(space: number) {
      room(space * 3);
      y -= space;
      hair(margin);
    },
  };
}

/**
 * Returns rows that fit. Each word is measured once, because shaping a whole row again for every word takes
 * far longer. A word that is too wide is cut.
 */
function wrapped(text: string, font: PDFFont, size: number, limit: number): string[] {
  const widthOf = (word: string) => font.widthOfTextAtSize(word, size);
  const space = widthOf(' ');
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((one) => pieces(one, widthOf, limit))) {
    const needed = widthOf(word);
    if (row && used + space + needed > limit) {
      rows.push(row);
      row = '';
      used = 0;
    }
    used += (row ? space : 0) + needed;
    row = row ? `${row} ${word}` : word;
  }
  return [...rows, row];
}

function pieces(word: string, widthOf: (text: string) => number, limit: number): string[] {
  if (widthOf(word) <= limit) return [word];
  const result: string[] = [''];
  for (const letter of word) {
    const longer = `${result.at(-1) ?? ''}${letter}`;
    if (widthOf(longer) > limit) result.push(letter);
    else result[result.length - 1] = longer;
  }
  return result;
}
