/** Looks words up: the host's own (`config.messages`) first, then those of the payee's language, then English. */
import type { Args, Entry, Messages, Portion, Term } from './catalogue.ts';

export type Params = Readonly<Record<string, string | number>>;

export interface Vocabulary {
  /** Of `words`. */
  readonly language: string;
  readonly words: Messages;
  /** Grows with every part that is loaded; the localizers that follow each other in one element share it. */
  readonly english: Messages;
  /** Gets the words of a portion in the payee's language, for whichever localizer is in use then. */
  readonly fetch?: (portion: Portion) => Promise<void> | undefined;
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

  /** English words that came along with code. */
  add(messages: Messages): void {
    Object.assign(this.#vocabulary.english, messages);
  }

  /** Words made of what is on screen, in the language of the others. */
  put(messages: Messages): void {
    Object.assign(this.#vocabulary.words, messages);
  }

  /** Loads a part of the page and its words at the same time, so that it shows in the payee's language at once. */
  async load<M extends { readonly messages: Messages }>(portion: Portion, module: Promise<M>): Promise<M> {
    const words = this.#vocabulary.fetch?.(portion);
    const loaded = await module;
    this.add(loaded.messages);
    await words;
    return loaded;
  }

  /** Words for `term`, with `{name}` replaced. A payee never sees a raw key: an unknown term is empty. */
  t = ((term: Term, params?: Params) => this.first([term], params)) as Say;

  /**
   * The most specific of `terms` that exists; for those that are put together from what the server says. Numbers are written as the
   * language writes them. An English entry has no other forms than `one` and `other`, whichever the language has.
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
    return text.replace(/\{(\w+)\}/g, (_, name: string) => (params[name] ?? '').toLocaleString(this.locale));
  }
}
