/**
 * Measures how hard the words of a language are to read. `npm run words` fails on what is too hard for a
 * payee with six years of school, or for one who learned the language late.
 *
 * Three things have a limit: the length of each sentence, the school grade of each longer sentence, and the
 * school grade of all sentences that are loaded at one time. The grade of a short sentence says little:
 * "Social Security number" alone is grade 12.
 */
import { syllable } from 'syllable';
import type { Entry } from '../src/locales/catalogue.ts';
import { isFixed } from './fixed-by-law.ts';
import type { Portions, Words } from './words.ts';

/** What is counted of some sentences. `long`: words of more than six letters. */
interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  readonly long: number;
  readonly polysyllabic: number;
  readonly monosyllabic: number;
}

interface Measure {
  readonly formula: string;
  /** Returns the syllables of a word. */
  readonly syllables: (word: string) => number;
  /** Returns the school grade. */
  readonly grade: (counts: Counts) => number;
  /** The most words in a sentence, and the highest grades of a longer sentence and of all sentences. */
  readonly limits: { readonly words: number; readonly sentence: number; readonly all: number };
}

/** From this many words on a sentence has a grade of its own. */
const longer = 10;

/** A language that has no measure here is not measured: each needs its own formula. */
const measures: Readonly<Record<string, Measure>> = {
  en: {
    // Kincaid, Fishburne, Rogers, Chissom: Derivation of New Readability Formulas for Navy Enlisted
    // Personnel. Naval Technical Training Command, Research Branch Report 8-75, 1975.
    formula: 'Flesch-Kincaid',
    syllables: syllable,
    grade: ({ sentences, words, syllables }) =>
      0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
    limits: { words: 20, sentence: 12, all: 6 },
  },
  de: {
    // Bamberger, Vanecek: Lesen, Verstehen, Lernen, Schreiben. Jugend und Volk, 1984. The first of their
    // formulas; it takes percentages, here they are fractions.
    formula: 'Wiener Sachtextformel',
    syllables: germanSyllables,
    grade: ({ sentences, words, polysyllabic, long, monosyllabic }) =>
      19.35 * (polysyllabic / words) +
      0.1672 * (words / sentences) +
      12.97 * (long / words) -
      3.27 * (monosyllabic / words) -
      0.875,
    limits: { words: 18, sentence: 13, all: 7 },
  },
};

/** A German word has a syllable for each vowel; `ei`, `ie`, `au`, `eu`, `äu`, `aa`, … are one vowel. */
function germanSyllables(word: string): number {
  return word.toLowerCase().match(/aa|ee|oo|ai|ei|ey|ie|au|äu|eu|[aeiouyäöü]/g)?.length ?? 1;
}

export const textsOf = (entry: Entry): readonly string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry);

/**
 * Returns the sentences of a text. What follows a colon with a capital letter is a sentence of its own, and
 * so is what stands before it, but for "I certify:". What has no full stop and no question mark is a label, a
 * title or a button.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!:][)”“]?)\s+(?=[\p{Lu}„“{(\d])/u)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) => /[.?!][)”“]?$/.test(sentence) || (sentence.endsWith(':') && wordsOf(sentence).length > 3),
    );
}

/** Stands for what is filled in. It counts as a word of one syllable, because nobody here chooses it. */
const filledIn = 'x';

/** Returns the words of a sentence. Numbers and signs are none. */
export function wordsOf(sentence: string): string[] {
  return sentence
    .replace(/\{\w+\}/g, ` ${filledIn} `)
    .replace(/‑/g, '')
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => /\p{L}/u.test(word));
}

function countsOf({ syllables }: Measure, sentences: readonly string[]): Counts {
  const words = sentences.flatMap(wordsOf);
  const perWord = words.map((word) => (word === filledIn ? 1 : syllables(word)));
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: perWord.reduce((sum, count) => sum + count, 0),
    long: words.filter((word) => word.length > 6).length,
    polysyllabic: perWord.filter((count) => count >= 3).length,
    monosyllabic: perWord.filter((count) => count === 1).length,
  };
}

/** Returns each sentence that is held to the limits, with its term. */
const measured = (words: Words): { term: string; sentence: string }[] =>
  Object.entries(words)
    .filter(([term]) => !isFixed(term))
    .flatMap(([term, entry]) =>
      textsOf(entry)
        .flatMap(sentencesOf)
        .map((sentence) => ({ term, sentence })),
    );

/** Returns the school grade of each portion that has sentences. */
export function grades(tag: string, portions: Portions): ReadonlyMap<string, number> {
  const measure = measures[tag];
  const result = new Map<string, number>();
  if (!measure) return result;
  for (const [portion, words] of Object.entries(portions)) {
    const sentences = measured(words).map(({ sentence }) => sentence);
    if (sentences.length) result.set(portion, measure.grade(countsOf(measure, sentences)));
  }
  return result;
}

/** Returns one line for each sentence, and one for each portion, that is too hard to read. */
export function tooHard(tag: string, portions: Portions): string[] {
  const measure = measures[tag];
  if (!measure) return [];
  const { limits, formula } = measure;
  const lines = Object.values(portions)
    .flatMap(measured)
    .flatMap(({ term, sentence }) => {
      const { length } = wordsOf(sentence);
      const grade = measure.grade(countsOf(measure, [sentence]));
      return [
        ...(length > limits.words ? [`${length} words (at most ${limits.words})`] : []),
        ...(length >= longer && grade > limits.sentence
          ? [`${formula} ${grade.toFixed(1)} (at most ${limits.sentence})`]
          : []),
      ].map((what) => `${what}: ${term}: ${sentence}`);
    });
  const hard = [...grades(tag, portions)].flatMap(([portion, grade]) =>
    grade > limits.all ? [`${formula} ${grade.toFixed(1)} (at most ${limits.all}): all of ${portion}`] : [],
  );
  // Two portions may bring the same term.
  return [...new Set([...lines, ...hard])];
}
