/**
 * Whether a name on a document may be the one that the payee gave. Machines write names in their own way: in
 * capitals, without marks or signs, cut off, in another order, put together or taken apart. Sources: ICAO Doc
 * 9303-3 §4.6 (names), §6.A (letters: Ä is AE or A, Ñ is N or NXX, Ü is UE or UXX, Ø is OE).
 */

/**
 * Returns whether some part of one name is a part of the other, in one of the spellings that documents use.
 * Names agree in doubt: a name in other than Latin letters cannot be compared, and a document without a name
 * says nothing. Small words (`de`, `van`, `el`) are not enough, because half a country shares them.
 */
export function sharesName(given: string, documented: string): boolean {
  const ours = readingsOf(given);
  const theirs = readingsOf(documented);
  if (ours.length === 0 || theirs.length === 0) return true;
  return ours.some((our) => theirs.some((their) => share(our, their)));
}

/**
 * Returns whether every one of `parts` is in `whole`, in one of those spellings. Here doubt is no agreement:
 * names that cannot be compared do not agree, unless they are written alike.
 */
export function hasEveryName(parts: readonly string[], whole: string): boolean {
  const given = parts.filter((part) => part.trim() !== '');
  if (given.length === 0) return false;
  if (plain(given.join(' ')).toLocaleUpperCase('en') === plain(whole.trim()).toLocaleUpperCase('en'))
    return true;
  const isReadable = [whole, ...given].every((name) => readingsOf(name).length > 0);
  return isReadable && given.every((part) => sharesName(part, whole));
}

/**
 * Returns whether some part of `given` is somewhere in what was read. One letter of three may have been
 * misread, lost or made up, and a gap may have been missed.
 */
export function resemblesName(given: string, read: string): boolean {
  // The reader takes the widest letters for several.
  const whole = (letters: string) => letters.replace(/IVI/g, 'M').replace(/VV/g, 'W');
  const texts = readingsOf(read).map((words) => whole(words.join('')));
  return readingsOf(given)
    .flatMap((words) => namely(words))
    .map(whole)
    .some((part) =>
      texts.some((text) => errorsWithin(text, part) <= Math.max(1, Math.floor(part.length / 3))),
    );
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

/** Words in a name, in Latin capitals. */
type Words = readonly string[];

/** What stands in front of names, and is no name by itself unless there is nothing else. */
const particles: ReadonlySet<string> = new Set(
  (
    'A ABD ABDEL ABDUL ABU AF AL AP AT AV BEN BIN BINT BINTE BINTI BTE D DA DAS DE DEL DELA DELLA DEN DER ' +
    'DI DO DOS DU E EL IBN L LA LAS LE LOS M MAC MC O SAN SANTA ST TE TEN TER UND VAN VANDE VANDEN VANDER ' +
    'VOM VON VONDER Y ZU ZUM ZUR'
  ).split(' '),
);

/** Returns the words that are a name by themselves, or all of them when none is. */
function namely(words: Words): Words {
  const names = words.filter((word) => word.length > 1 && !particles.has(word));
  return names.length > 0 ? names : words;
}

/**
 * Returns whether a name, or several words of it put together, is in the other. A long beginning is enough,
 * because documents cut long names off.
 */
function share(ours: Words, theirs: Words): boolean {
  const written = runsOf(theirs);
  const telling = new Set(written.filter(({ tells }) => tells).map(({ text }) => text));
  const all = new Set(written.map(({ text }) => text));
  return runsOf(ours).some(
    ({ text, tells }) =>
      tells && (all.has(text) || [...telling].some((other) => isCut(text, other) || isCut(other, text))),
  );
}

interface Run {
  readonly text: string;
  /** It has a word in it that is a name by itself. */
  readonly tells: boolean;
}

/** No name has more words than that. Each more would make the comparison longer. */
const mostWords = 12;

/** Returns each word, and each row of words as one: DE, SANTIS and DESANTIS. */
function runsOf(words: Words): Run[] {
  const telling = new Set(namely(words));
  const some = words.slice(0, mostWords);
  return some.flatMap((_, from) =>
    some.slice(from).map((__, length) => {
      const run = some.slice(from, from + length + 1);
      return { text: run.join(''), tells: run.some((word) => telling.has(word)) };
    }),
  );
}

const isCut = (short: string, long: string) => short.length >= 4 && long.startsWith(short);

/**
 * Returns the name in the ways in which it is written in Latin capitals; none when it has other letters.
 * Within one way all letters are treated alike.
 */
function readingsOf(name: string): Words[] {
  const capital = name.normalize('NFC').toLocaleUpperCase('en');
  const spellings = [long, bare].map((table) =>
    plain(capital.replace(/[^\p{ASCII}]/gu, (letter) => table[letter] ?? bare[letter] ?? letter)),
  );
  // What a document writes with XX has the bare letter in the other spelling.
  const marked = plain(capital).replace(/([NU])XX/g, '$1');
  return [...new Set([...spellings, marked])]
    .flatMap((text) => [text.replace(apostrophes, ''), text.replace(apostrophes, ' ')])
    .filter((text) => !/\p{L}/u.test(text.replace(/[A-Z]/g, '')))
    .map((text) => text.split(/[^A-Z]+/).filter(Boolean))
    .filter((words) => words.length > 0);
}

const apostrophes = /['’‘ʼʻ`´]/gu;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

type Spelling = Readonly<Record<string, string>>;
/** Letters that have two letters in a passport (Doc 9303-3 §6.A, and for Å and Ø the only way). */
const long: Spelling = { Ä: 'AE', Ö: 'OE', Ø: 'OE', Ü: 'UE', Å: 'AA' };
/** Letters that Unicode does not take apart. */
const bare: Spelling = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  ẞ: 'SS',
  ß: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  ĸ: 'Q',
  Ĳ: 'IJ',
  Ə: 'E',
};
