/** Lines of CSV (RFC 4180) for spreadsheets. */

export const csvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;

/** What a spreadsheet would take for a formula begins with an apostrophe, which makes it text. */
export const asText = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

/** Cents as dollars, like `-1234.05`. */
export function dollars(cents: number): string {
  const size = Math.abs(cents);
  const text = `${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
}
