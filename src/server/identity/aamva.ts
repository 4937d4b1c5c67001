/**
 * The barcode on the back of driver's licences and ID cards of the United States and Canada: PDF417 with the
 * data elements of the AAMVA DL/ID Card Design Standard (2020), Annex D. Only what is compared is read; the
 * number of the licence is not.
 */
import { isCalendarDate } from '../../contract/forms/dates.ts';
import type { DocumentFacts } from '../ports/id-verification.ts';

/**
 * D.12.3: compliance indicator, data element separator, record separator and segment terminator, then the
 * file type.
 */
const header = /^@\n?\u001e?\r?(?:ANSI |AAMVA)\d{6}/;

/** Returns null when the text is not that of a licence. */
export function parseAamva(text: string): DocumentFacts | null {
  if (!header.test(text)) return null;
  const element = (id: string) =>
    new RegExp(`(?:^|[\\n\\r]|DL|ID)${id}([^\\n\\r]*)`).exec(text)?.[1]?.trim() || undefined;
  // Versions 1 to 3 have other elements: DAA is the whole name, DCT all given names.
  const [wholeLast, wholeFirst] = (element('DAA') ?? '').split(/[,$]/);
  const first = element('DAC') ?? element('DCT')?.split(/[,$ ]/)[0] ?? wholeFirst?.trim();
  const last = element('DCS') ?? element('DAB') ?? wholeLast?.trim();
  return {
    firstName: first || undefined,
    lastName: last || undefined,
    dateOfBirth: aamvaDate(element('DBB')),
    expires: aamvaDate(element('DBA')),
  };
}

/**
 * Table D.3: MMDDCCYY in the US, CCYYMMDD in Canada. No month is above 12 and no century is below, so the
 * digits tell which it is.
 */
function aamvaDate(text: string | undefined): string | undefined {
  const digits = /^\d{8}$/.exec(text ?? '')?.[0];
  if (!digits) return undefined;
  const date =
    Number(digits.slice(0, 2)) > 12
      ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
      : `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  // Licences that never expire have a date that does not exist.
  return isCalendarDate(date) ? date : undefined;
}
