/**
 * Reads a phone number in whatever way people write it. Both halves read by these rules, each with metadata
 * of its own size: the browser's tells lengths and beginnings, the server's every range.
 */
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { normaliseCode } from '../input/normalise.ts';

/** What is used of `libphonenumber-js`, with metadata of one of the sizes. */
export interface PhoneMetadata {
  readonly parsePhoneNumberFromString: (
    text: string,
    options: { defaultCountry?: CountryCode; extract: false },
  ) => PhoneNumber | undefined;
  readonly getCountryCallingCode: (country: CountryCode) => string;
}

/** An extension behind at least seven digits: `x123`, `ext. 5`, `;ext=5`, `#12`, `,,12`, `Durchwahl 12`. */
const extension = /^((?:[^\d\p{L}#*,;]*\d){7,}[^\d\p{L}#*,;]*)[\p{L}#*,;]\D*\d{1,7}\)?$/u;

/**
 * How mobile numbers of a country were written before, without its calling code, and how they are called from
 * abroad. Mexico gave its prefixes up in 2019. In Argentina eight digits behind 15 are of Buenos Aires, whose
 * area code is the only one of two digits.
 */
const outdated: Readonly<Partial<Record<CountryCode, readonly [RegExp, string]>>> = {
  MX: [/^(?:0?1|04[45])(\d{10})$/, '+52$1'],
  AR: [/^0?15(\d{8})$/, '+54911$1'],
};

/** Brazil's `0xx11` and `0**11`. What stands behind the 0 is for the carrier that the caller chooses. */
const anyCarrier = /^(\D*(?:55\D*)?0)\s*(?:xx|\*\*)\s*/i;

/** Words in front of a number, as in `tel:`, `Phone: +1`, `(mobile) (202)` and `Ada Example, +44`. */
const label = /^[^\d+]*\p{L}[^\d+(]*/u;

/**
 * Returns the number without what some write around it: a label, the brackets of `(+44)`, an exit code behind
 * the plus, the place of a carrier, and an extension, which neither a text nor a call can reach.
 */
export function barePhone(text: string): string {
  const typed = normaliseCode(text)
    .trim()
    .replace(label, '')
    .replace(anyCarrier, '$1')
    .replace(/^[^\p{L}\d+]*\+[\s(+]*(?:0011|011|00)?/u, '+');
  return (extension.exec(typed)?.[1] ?? typed).replace(/[^\d+]+$/, '');
}

/** Returns whether the payee has begun to type an extension behind the number. */
export const hasExtension = (text: string): boolean => /(?:\d\D*){7}[\p{L}#*,;]/u.test(normaliseCode(text));

/**
 * Returns the number as it is called from abroad. It may be only as long as one can be, when no way of
 * reading it makes it one that is known to exist.
 */
export function readNumber(
  metadata: PhoneMetadata,
  text: string,
  country: CountryCode | undefined,
): PhoneNumber | undefined {
  const bare = barePhone(text);
  const parse = (reading: string) => {
    const options = { ...(country && { defaultCountry: country }), extract: false } as const;
    const number = metadata.parsePhoneNumberFromString(reading, options);
    const [before, today] = (number?.country && outdated[number.country]) ?? [];
    return number && before?.test(number.nationalNumber)
      ? metadata.parsePhoneNumberFromString(number.nationalNumber.replace(before, today ?? ''), options)
      : number;
  };
  const first = parse(bare);
  if (first?.isValid()) return first;
  const hasExit = first && country && first.countryCallingCode !== metadata.getCountryCallingCode(country);
  const other = otherReading(bare, country, !!hasExit);
  const second = other === null ? undefined : parse(other);
  if (second?.isValid()) return second;
  return first?.isPossible() ? first : undefined;
}

/**
 * Returns how else the text can be read, when it means nothing as it stands: with an exit code of another
 * country. `00` and Australia's `0011` are understood everywhere, because no country's own numbers begin so.
 * Others are not: a city has the `011` of the US as its area code.
 *
 * `hasExit`: it was read with an exit code of `country` already. Another reading would turn a number that
 * lacks a digit into the number of a stranger. Only Brazil's, which name a carrier as well, are often left
 * out. In Indonesia they begin with 00 too, and the metadata does not know them all.
 */
function otherReading(bare: string, country: CountryCode | undefined, hasExit: boolean): string | null {
  if (bare.startsWith('+')) return bare.includes('(0)') ? bare.replace('(0)', '') : null;
  if ((hasExit && country !== 'BR') || country === 'ID') return null;
  const digits = bare.replace(/\D/g, '');
  return digits.startsWith('00') ? digits.replace(/^00(?:11)?/, '+') : null;
}
