/**
 * How the addresses of each country look: which parts they have, in which order, which of them the post
 * needs, what they are called, and how postal codes are written. The tables are in `address-tables.ts`.
 */
import { normaliseCode } from '../input/normalise.ts';
import { names, otherProvinces, postcodes, provinces, shapes } from './address-tables.ts';
import { regionCode } from './regions.ts';

/** The parts of an address that differ between countries, in the spelling of the wire. */
export type AddressPart = 'city' | 'state' | 'postcode';
export type AddressField = 'line_1' | 'line_2' | AddressPart;

/** Letters as in the data: A for the lines, C for the city, S for the state, Z for the postal code. */
const fieldsOf: Readonly<Record<string, readonly AddressField[]>> = {
  A: ['line_1', 'line_2'],
  C: ['city'],
  S: ['state'],
  Z: ['postcode'],
};

/** What a part is called. It ends the key of its word. */
export interface PartNames {
  readonly state: keyof typeof names.state | 'province';
  readonly city: keyof typeof names.city | 'city';
  readonly postcode: keyof typeof names.postcode | 'postal';
}

export interface AddressShape {
  /** The fields in the order of the envelope. */
  readonly fields: readonly AddressField[];
  /** Those of them that the post needs. */
  readonly needed: readonly AddressField[];
}

/** Returns the row of a table in which a country stands. */
const rowOf = <K extends string>(table: Readonly<Record<K, string>>, country: string): K | undefined =>
  country ? (Object.keys(table) as K[]).find((row) => table[row].split(' ').includes(country)) : undefined;

/** Returns the shape of a country's addresses. Before a country is chosen everything may be filled in. */
export function addressShape(country: string): AddressShape {
  const shape = country ? (rowOf(shapes, country) ?? 'AC') : 'ACsz';
  const fields = (letters: string) => [...letters].flatMap((letter) => fieldsOf[letter.toUpperCase()] ?? []);
  return {
    fields: fields(shape),
    needed: fields(shape.replace(/[a-z]/g, '')).filter((field) => field !== 'line_2'),
  };
}

/** Returns what a country calls a part of its addresses. */
export const partName = <P extends AddressPart>(part: P, country: string): PartNames[P] =>
  (rowOf<string>(names[part], country) ?? usual[part]) as PartNames[P];

const usual = { state: 'province', city: 'city', postcode: 'postal' } as const satisfies PartNames;

const spellingsOf = (country: string): readonly string[] => rowOf(postcodes, country)?.split('|') ?? [];

/**
 * Returns a postal code as the country writes it: `K1A 0B1` for `k1a0b1`, `10115` for `D-10115`. Returns null
 * when the country has no such code. Where the country has none at all, or none that is known, the code stays
 * as it was typed.
 */
export function postcodeOf(country: string, typed: string): string | null {
  const code = normaliseCode(typed).trim().toUpperCase();
  const spellings = spellingsOf(country);
  if (!spellings.length) return code;
  const bare = code.replace(/[^\dA-Z]/g, '');
  // Letters in front of digits are the country, as on an envelope from abroad: D-10115, SE-111 22.
  const digits = bare.replace(/^[A-Z]{1,3}(?=\d)/, '');
  for (const text of [bare, digits])
    for (const spelling of spellings) {
      const written = writtenAs(spelling, text);
      if (written) return written;
    }
  return null;
}

/** Returns a code that a country could have, for payees to see how it looks. */
export const examplePostcode = (country: string): string =>
  (spellingsOf(country)[0] ?? '').replace(/[#@*]/g, (slot, at: number) =>
    slot === '#' ? String((at + 1) % 10) : String.fromCharCode('A'.charCodeAt(0) + at),
  );

const slots: Readonly<Record<string, RegExp>> = { '#': /\d/, '@': /[A-Z]/, '*': /[\dA-Z]/ };

/** Returns letters and digits in the spelling, or null when they do not fit it. */
function writtenAs(spelling: string, text: string): string | null {
  let at = 0;
  let written = '';
  for (const char of spelling) {
    const slot = slots[char];
    const typed = text.charAt(at);
    if (slot && !slot.test(typed)) return null;
    written += slot ? typed : char;
    if (slot || typed === char) at += 1;
  }
  return at === text.length ? written : null;
}

/** Returns a Canadian province by its code, and what was typed for other countries. */
export const stateOf = (country: string, typed: string): string =>
  (country === 'CA' && regionCode(typed, provinces, otherProvinces)) || typed;
