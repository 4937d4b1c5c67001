/**
 * Looks words up. The host's own words (`config.messages`) win over those of the payee's language, and these
 * win over English. `LanguageController` makes another localizer when the language, its words or the host's
 * words change.
 */
import { directionOf } from './languages.ts';
import type { Args, Entry, Messages, Portion, Term } from './catalogue.ts';

/** The values for the names in a text. Numbers are written as the locale writes them. */
export type Params = Readonly<Record<string, string | number>>;

/** What a localizer looks words up in, besides the host's own words. */
export interface Vocabulary {
  /** Of `words`. */
  readonly language: string;
  readonly words: Messages;
  /** Grows with every part that is loaded. The localizers that follow each other in one element share it. */
  readonly english: Messages;
  /**
   * Begins to load the words of a portion in the payee's language. Returns what puts them in use: they reach
   * whichever localizer is there by then.
   */
  readonly fetch?: (portion: Portion) => () => Promise<void> | undefined;
}

/**
 * Small whole numbers do without `Intl`: its first use costs a slow phone 150 ms, and the first screen has
 * "Step 1 of 2". Of our languages only one written from right to left has digits of its own, Arabic.
 */
function written(value: string | number, locale: string): string {
  return /^\d{1,3}$/.test(`${value}`) && directionOf(locale) === 'ltr'
    ? `${value}`
    : value.toLocaleString(locale);
}

type Say = <K extends Term>(term: K, ...params: Args<K>) => string;

export class Localizer {
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  /** Of the words. */
  readonly language: string;
  readonly #overrides: Messages;
  readonly #vocabulary: Vocabulary;

  constructor(locale: string, overrides: Messages = {}, vocabulary: Partial<Vocabulary> = {}) {
    this.locale = locale;
    this.#overrides = overrides;
    this.#vocabulary = { language: 'en', words: {}, english: {}, ...vocabulary };
    this.language = this.#vocabulary.language;
  }

  /** Adds English words that came along with code. */
  add(messages: Messages): void {
    Object.assign(this.#vocabulary.english, messages);
  }

  /** Adds words that are made of what is on screen, in the language of the other words. */
  put(messages: Messages): void {
    Object.assign(this.#vocabulary.words, messages);
  }

  /**
   * Loads a part of the page and its words at the same time, so that the part is shown in the payee's
   * language at once.
   */
  async load<M extends { readonly messages: Messages }>(portion: Portion, module: Promise<M>): Promise<M> {
    const use = this.#vocabulary.fetch?.(portion);
    // Words of a part that could not be loaded are not missed: what is on screen stays in its language.
    const loaded = await module;
    this.add(loaded.messages);
    await use?.();
    return loaded;
  }

  /**
   * Returns the words for `term`, with each `{name}` replaced. A payee never sees a raw key: an unknown term
   * is an empty text.
   */
  t = ((term: Term, params?: Params) => this.first([term], params)) as Say;

  /**
   * Returns the words for the most specific of `terms` that exists. Callers put such terms together from what
   * the server says, so the compiler cannot check them.
   *
   * Numbers are written as the language writes them. An English entry that stands in for a missing one has no
   * other forms than `one` and `other`, whichever forms the language has.
   */
  first(terms: readonly string[], params: Params = {}): string {
    const { words, english } = this.#vocabulary;
    const entry =
      (terms as readonly Term[])
        .map((term): Entry | undefined => this.#overrides[term] ?? words[term] ?? english[term])
        .find((found) => found !== undefined) ?? '';
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[new Intl.PluralRules(this.locale).select(params['count'] as number)] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => written(params[name] ?? '', this.locale));
  }
}
