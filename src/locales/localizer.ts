/** Looks words up: the host's own (`config.messages`) first, then those that the loaded chunks brought along. */
import type { Messages, Term } from './catalogue.ts';

export type Params = Readonly<Record<string, string | number>>;

export class Localizer {
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  readonly #messages: Messages = {};
  readonly #overrides: Messages;

  constructor(locale: string, overrides: Messages = {}) {
    this.locale = locale;
    this.#overrides = overrides;
  }

  add(messages: Messages): void {
    Object.assign(this.#messages, messages);
  }

  has(term: string): term is Term {
    return term in this.#overrides || term in this.#messages;
  }

  /** Words for `term`, with `{name}` replaced. A payee never sees a raw key: an unknown term is empty. */
  t = (term: Term, params: Params = {}): string =>
    (this.#overrides[term] ?? this.#messages[term] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
      String(params[name] ?? ''),
    );

  /** The most specific of `terms` that exists. */
  first(terms: readonly string[], params: Params = {}): string {
    const term = terms.find((candidate) => this.has(candidate));
    return term === undefined ? '' : this.t(term, params);
  }
}
