/**
 * Knows which language the element speaks, and keeps its words.
 *
 * One language at a time: while words of something on screen cannot be loaded, everything is English, so that what the root declares
 * as its language is what is read out.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Messages, Portion } from '../locales/catalogue.ts';
import { chooseLanguage, languages, wordsIn, type Choice } from '../locales/languages.ts';
import { Localizer } from '../locales/localizer.ts';

export interface LanguageHost extends ReactiveControllerHost, Element {
  /** What the page's developer asks for; empty = the language of the page around the element. */
  readonly lang: string;
  readonly config: { readonly messages?: Messages } | null;
}

export class LanguageController implements ReactiveController {
  /** Another one whenever the language, its words or those of the host change. */
  localizer: Localizer;
  /** The words of the first screen are here. Nothing that can be read is shown before. */
  ready = false;
  readonly #host: LanguageHost;
  readonly #english: Messages;
  /** What was loaded so far, in that order: of two texts for one term the later counts. */
  readonly #portions = new Set<Portion>(['authentication']);
  #choice: Choice = ['', ''];
  #following: Promise<void> | undefined;
  #overrides: Messages | undefined;

  /** `english`: words of the first screen. */
  constructor(host: LanguageHost, english: Messages) {
    this.#host = host;
    this.#english = english;
    this.localizer = new Localizer('en', undefined, { english, fetch: this.#fetch });
    host.addController(this);
  }

  hostUpdate(): void {
    const { lang, config } = this.#host;
    const choice = chooseLanguage([lang || languageAround(this.#host), ...navigator.languages]);
    if (choice.join() === this.#choice.join() && config?.messages === this.#overrides) return;
    this.#choice = choice;
    this.#overrides = config?.messages;
    this.#following = this.#follow();
  }

  /** What was asked for already is on its way: an element asks again at every update. */
  #fetch = (portion: Portion): Promise<void> | undefined => {
    if (!this.#portions.has(portion)) this.#following = this.#follow(portion);
    return this.#following;
  };

  /**
   * Changes over once everything that was loaded so far is here in the chosen language, or cannot be had. English has come along with the
   * code: it is spoken at once, and nothing is to be got for it.
   */
  async #follow(portion?: Portion): Promise<void> {
    const choice = this.#choice;
    const language = languages[choice[0]];
    if (portion) {
      this.#portions.add(portion);
      if (!language) return;
    }
    const words = language ? await wordsIn(language, this.#portions).catch(() => null) : {};
    if (choice !== this.#choice) return this.#follow();
    const [name, locale] = words ? choice : (['en', 'en'] as const);
    this.ready = true;
    this.localizer = new Localizer(locale, this.#overrides, {
      language: name,
      words: words ?? {},
      english: this.#english,
      fetch: this.#fetch,
    });
    this.#host.requestUpdate();
  }
}

/** The language of the nearest element around that says one, also beyond shadow roots. */
function languageAround(element: Element | undefined): string | null | undefined {
  return (
    element?.closest('[lang]')?.getAttribute('lang') ||
    (element && languageAround((element.getRootNode() as Partial<ShadowRoot>).host))
  );
}
