/**
 * How names are put together and compared. The whole name of a payee, and whether what they typed as a
 * signature is it, are decided here for the element, the server and the mock alike.
 *
 * Many people have one name only (in Indonesia and India, for example). The vendor's API wants 1 to 50
 * characters in each of its two fields, so one of them holds what visas of the United States print in its
 * place: `FNU`, first name unknown, or `LNU`, last name unknown. The one name stands in `last_name`, as the
 * only name stands in the first part of a passport's zone (ICAO Doc 9303-3, §4.6) and in the surname of US
 * records (name standards of SEVIS, studyinthestates.dhs.gov).
 */

/** What is sent and stored in place of a first name that somebody does not have. */
export const noFirstName = 'FNU';
/** What is sent and stored in place of a last name that somebody does not have. */
export const noLastName = 'LNU';

/**
 * What forms and documents print where a name does not exist: besides those two, `NONE` and `UNAVL` on
 * licences (AAMVA DL/ID Card Design Standard 2020, §D.12.3), `XXX` on visas, and a lone sign.
 */
const placeholder = /^(?:FNU|LNU|NFN|NLN|NMN|NONE|UNAVL|XXX|[^\p{L}\p{N}]*)$/iu;

export interface Names {
  readonly first_name?: string | null | undefined;
  readonly last_name?: string | null | undefined;
}

/** Returns the name without what only stands in for one; an empty text when nothing remains. */
export function realName(name: string | null | undefined): string {
  const text = (name ?? '').trim();
  return placeholder.test(text) ? '' : text;
}

/**
 * Returns the whole name as it is shown, printed and signed. Somebody who really is called None keeps the
 * name when it is all there is.
 */
export function wholeName({ first_name: first, last_name: last }: Names): string {
  const joined = (parts: readonly string[]) => parts.filter(Boolean).join(' ');
  return joined([realName(first), realName(last)]) || joined([first?.trim() ?? '', last?.trim() ?? '']);
}

/** Returns whether these are the names of somebody who has one only, as the vendor's fields hold them. */
export const hasOneName = ({ first_name: first, last_name: last }: Names): boolean =>
  Boolean(first?.trim() && last?.trim()) && (realName(first) === '') !== (realName(last) === '');

/**
 * Returns whether two texts are one name, so that either may be signed for the other. Neither capitals count,
 * nor spaces, hyphens, apostrophes and other signs, nor whether the family name comes first. A letter agrees
 * with what is typed for it where the keyboard lacks it: `n` for `ñ`, `u` and `ue` for `ü`, `o` for `Ø`.
 *
 * What is longer than a name can be is none. Comparing takes the square of the words: one body full of them
 * would keep a server from everybody else.
 */
export function sameName(one: unknown, other: unknown): boolean {
  const [text, name] = [plain(one), plain(other)];
  if (Math.max(text.length, name.length) > longest) return false;
  return turns(name).some((turned) => agree(letters(text), letters(turned)));
}

/**
 * Returns the text in small letters of every language: a dotless and a dotted I are one, a final sigma is a
 * sigma, `ß` is `ss`. Marks above and below letters stay for now.
 */
const plain = (text: unknown): string =>
  (typeof text === 'string' ? text : '')
    .normalize('NFKC')
    // Upper case first: it takes apart what has no capital, and both sigmas have one.
    .toUpperCase()
    .toLowerCase()
    .replace(/ı|i\u0307/g, 'i')
    .replace(/ς/g, 'σ')
    .replace(/ß/g, 'ss')
    .trim();

/** Letters. No field takes half as many (`fullName`). */
const longest = 250;

/** Returns the name, and the orders in which its last words come first. */
function turns(name: string): string[] {
  const words = name.split(/[\s,]+/u);
  return words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(' '));
}

/** A letter in the ways in which it is typed. The first one has no marks. */
type Letter = readonly [bare: string, ...others: string[]];

/** Letters that Unicode does not take apart, as keyboards without them write them. */
const bareLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
  // Arabic keyboards and Persian ones have one of each two.
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
};
/** What is typed for a letter besides the bare one: German, Danish, Swedish and Norwegian. */
const longLetters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ø: 'oe',
  ü: 'ue',
  å: 'aa',
};

/**
 * Accents, vowel points and vowel signs, which many keyboards lack. In other scripts a mark is a part of the
 * letter (か is not が).
 */
const optionalMark = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu;

function letters(name: string): Letter[] {
  return (name.match(/[\p{L}\p{N}]\p{M}*/gu) ?? []).map((letter): Letter => {
    const whole = letter.normalize('NFD').replace(optionalMark, '').normalize('NFC');
    const bare = bareLetters[whole] ?? whole;
    const long = longLetters[letter];
    return long === undefined ? [bare] : [bare, long];
  });
}

const agree = (one: readonly Letter[], other: readonly Letter[]): boolean =>
  reads(one, bareText(other)) || reads(other, bareText(one));

const bareText = (name: readonly Letter[]): string => name.map(([bare]) => bare).join('');

/** Returns whether the letters can be typed as this text. All ways are followed at once. */
function reads(name: readonly Letter[], text: string): boolean {
  let ends = new Set([0]);
  for (const ways of name)
    ends = new Set(
      [...ends].flatMap((at) => ways.flatMap((way) => (text.startsWith(way, at) ? at + way.length : []))),
    );
  return ends.has(text.length);
}
