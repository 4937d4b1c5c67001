/**
 * Checks what words a payee reads, after `readability.ts` has counted them: one spelling, no jargon that
 * nothing explains, no negation of a negation.
 */
import { isFixed } from './fixed-by-law.ts';
import { sentencesOf, textsOf } from './readability.ts';
import type { Portions, Words } from './words.ts';

interface Rules {
  /** Spellings that the language does not have here, and the one that it has. */
  readonly spellings: readonly (readonly [wrong: RegExp, right: string])[];
  /** Words for which there is a plainer one. */
  readonly jargon: RegExp;
  readonly negations: RegExp;
}

const rules: Readonly<Record<string, Rules>> = {
  en: {
    spellings: [
      [/\be[-‑]mail/i, 'email'],
      [/\bcheque(?!s)/i, 'check'],
      [/'/, '’'],
    ],
    jargon:
      /trade name|\bcapacity\b|hand(?:ed|s)? over|most likely have none|tax number at home|gave out the number|did not take|no such date|needed to go on|(?<!exempt )\bpayee\b|\bdisbursement|\bremit|\bpursuant\b|\bhereby\b|\butilize|\bprior to\b|\bin order to\b|\bverbatim\b|\bvalidate\b|\binvalid\b|\bsubmit\b/i,
    negations: /\b(?:not|no|never|nothing|nobody|none|nor|without|cannot|unless)\b|n’t\b/gi,
  },
  de: {
    spellings: [
      [/\be-?mail/i, 'E‑Mail (U+2011)'],
      [/'/, '’'],
    ],
    jargon:
      /handelsname|übergeben|\bungültig|\bverifizier|\bvalidier|\btransaktion|\bauthentifizier|\bidentifizier|\bmittels\b|\bseitens\b|\bbezüglich\b|\bgemäß\b/i,
    negations: /(?<!\p{L})(?:nicht|nichts|kein\p{L}*|nie|niemals|niemand\p{L}*|noch nie|ohne)(?!\p{L})/giu,
  },
};

/**
 * Words that stay because they stand on what the payee has before them. The term is where each is explained.
 */
const explained: Readonly<Record<string, string>> = {
  IRS: 'compliance.why.w9',
  FATCA: 'compliance.page.status.lead',
  GIIN: 'compliance.giin.hint',
  EIN: 'compliance.tin.label.business',
  ITIN: 'compliance.tin.hint.individual',
  'CP 575': 'compliance.business_name.hint',
  NFFE: 'compliance.chapter4_status.active_nffe',
  FFI: 'compliance.chapter4_status.participating_ffi',
};

/** Returns one line for each text that says something in a way that this language does not say it here. */
export function notPlain(tag: string, portions: Portions): string[] {
  const rule = rules[tag];
  const words = Object.assign({}, ...Object.values(portions)) as Words;
  const lines = Object.entries(words).flatMap(([term, entry]) =>
    rule && !isFixed(term)
      ? textsOf(entry).flatMap((text) => faultsOf(rule, text).map((what) => `${what}: ${term}`))
      : [],
  );
  return [...lines, ...unexplained(words)];
}

function faultsOf({ spellings, jargon, negations }: Rules, text: string): string[] {
  const clauses = sentencesOf(text).flatMap((sentence) => sentence.split(/[,;:–(]/));
  return [
    ...spellings.flatMap(([wrong, right]) => (wrong.test(text) ? [`write “${right}”`] : [])),
    ...(jargon.exec(text) ?? []).map((word) => `jargon “${word}”`),
    ...clauses
      .filter((clause) => (clause.match(negations)?.length ?? 0) > 1)
      .map((clause) => `says no twice “${clause.trim()}”`),
  ];
}

/** Returns one line for each short form that is used and not explained where it has to be. */
function unexplained(words: Words): string[] {
  const texts = Object.values(words).flatMap(textsOf);
  return Object.entries(explained).flatMap(([word, term]) => {
    const used = texts.some((text) => new RegExp(`\\b${word}\\b`).test(text));
    const entry = words[term];
    return used && !(entry !== undefined && textsOf(entry).some((text) => text.includes(word)))
      ? [`“${word}” is not explained: ${term}`]
      : [];
  });
}
