/** How the lines of a form are written down. */
import type { TaxDocument } from '../forms/tax-document.ts';

export type Section = TaxDocument['sections'][number];
export type Line = readonly [line: string, label: string, value: string | undefined];

/** A part of the form. Each line appears, also an empty one: whoever reads it sees what was not said. */
export const section = (title: string, lines: readonly Line[]): Section => ({
  title,
  lines: lines.map(([line, label, value = '']) => ({ line, label, value })),
});

/** What is on no form of the IRS, and stands here only as far as it was said. */
export const addition = (title: string, lines: readonly Line[]): Section[] => {
  const said = section(title, lines).lines.filter(({ value }) => value !== '');
  return said.length > 0 ? [{ title, lines: said }] : [];
};

/** Returns the document without its empty lines, for a screen. What is filed has them. */
export function withoutEmptyLines(document: TaxDocument): TaxDocument {
  const sections = document.sections.map((one) => ({
    ...one,
    lines: one.lines.filter(({ value }) => value !== ''),
  }));
  return { ...document, sections: sections.filter(({ lines }) => lines.length > 0) };
}

const names = new Intl.DisplayNames('en', { type: 'region' });
export const countryName = (code: string | undefined): string => (code ? (names.of(code) ?? code) : '');

export const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

export const monthFirst = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2-$3-$1');

/**
 * Returns digits in groups, as the IRS prints them: `123-45-6789` for a person, `12-3456789` for a business.
 */
export function grouped(digits: string, sizes: readonly number[]): string {
  let start = 0;
  return sizes.map((size) => digits.slice(start, (start += size))).join('-');
}
