/**
 * Whether a document agrees with what the payee said. In doubt it agrees: a machine refuses only what is
 * plainly wrong.
 */
import { isCalendarDate } from '../../contract/forms/dates.ts';
import type { RejectionReason } from '../../contract/steps/id-documents.ts';
import type { DocumentFacts } from '../ports/id-verification.ts';
import type { KnownFacts } from './known-facts.ts';

export function refusalByFacts(facts: DocumentFacts, known: KnownFacts, now: Date): RejectionReason | null {
  if (facts.expires !== undefined && isExpired(facts.expires, now)) return 'expired';
  const sameBirth =
    facts.dateOfBirth === undefined || known.dateOfBirth === null
      ? null
      : facts.dateOfBirth === known.dateOfBirth;
  if (sameBirth === false) return 'date-of-birth-mismatch';
  const all = `${facts.firstName ?? ''} ${facts.lastName ?? ''}`;
  const shares = (given: string) =>
    sharesName(given, all) || (facts.namesMayBeMisread === true && resemblesName(given, all));
  if (facts.lastName !== undefined && !shares(known.lastName)) return 'name-mismatch';
  // Bob may be Robert when the surname and the date of birth are his.
  if (facts.firstName !== undefined && !shares(known.firstName) && sameBirth !== true) return 'name-mismatch';
  return null;
}

/** A document holds through its last day, and that day lasts until it is over everywhere (UTC−12). */
function isExpired(date: string, now: Date): boolean {
  const today = new Date(now.getTime() - 12 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return isCalendarDate(date) && date < today;
}

/**
 * Returns whether some part of one name is a part of the other, in one of the spellings that documents use.
 * Documents cut long names off, leave parts out and put them in another order. A name in other than Latin
 * letters cannot be compared with a document, so it agrees.
 */
export function sharesName(given: string, documented: string): boolean {
  const ours = partsOf(given);
  const theirs = partsOf(documented);
  if (ours.size === 0 || theirs.size === 0) return true;
  for (const part of ours) {
    if (theirs.has(part)) return true;
    for (const other of theirs) if (isCut(part, other) || isCut(other, part)) return true;
  }
  return false;
}

/**
 * Returns whether some part of `given` is somewhere in what was read. One letter of three may have been
 * misread, lost or made up, and a gap may have been missed.
 */
function resemblesName(given: string, read: string): boolean {
  // The reader takes the widest letters for several.
  const whole = (letters: string) => letters.replace(/IVI/g, 'M').replace(/VV/g, 'W');
  const text = whole([...partsOf(read)].join(''));
  return [...partsOf(given)]
    .map(whole)
    .some((part) => errorsWithin(text, part) <= Math.max(1, Math.floor(part.length / 3)));
}

/**
 * Returns the fewest letters to change, add or take away so that `word` is found in `text` (P. H. Sellers, J.
 * Algorithms 1, 1980).
 */
function errorsWithin(text: string, word: string): number {
  let row = new Array<number>(text.length + 1).fill(0);
  for (const [index, letter] of [...word].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= text.length; at += 1)
      next.push(
        Math.min(
          (row[at - 1] ?? 0) + Number(text[at - 1] !== letter),
          (row[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return Math.min(...row);
}

const isCut = (short: string, long: string) => short.length >= 4 && long.startsWith(short);

/**
 * Returns the parts of a name in Latin capitals: as plain letters (MULLER), as ICAO Doc 9303-3 §6 writes them
 * (MUELLER), and all of them as one word.
 */
function partsOf(name: string): Set<string> {
  const capital = name.normalize('NFC').toLocaleUpperCase('en');
  const spellings = [
    plain(capital.replace(/[ÄÆŒÖØÜÅßÞÐŁ]/gu, (letter) => icao[letter] ?? letter)),
    plain(capital.replace(/[ÆŒØßÞÐŁ]/gu, (letter) => bare[letter] ?? letter)),
  ];
  const parts = spellings.flatMap((spelling) => {
    const words = spelling.split(/[^A-Z]+/).filter(Boolean);
    return [...words.filter((word) => word.length > 1 || words.length === 1), words.join('')];
  });
  return new Set(/\p{L}/u.test(plain(capital).replace(/[A-Z]/g, '')) ? [] : parts.filter(Boolean));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’‘]/g, '');

const icao: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Æ: 'AE',
  Œ: 'OE',
  Ö: 'OE',
  Ø: 'OE',
  Ü: 'UE',
  Å: 'AA',
  ß: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Ł: 'L',
};
const bare: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE', Ø: 'O', ß: 'SS', Þ: 'TH', Ð: 'D', Ł: 'L' };
