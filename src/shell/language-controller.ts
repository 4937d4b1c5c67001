/**
 * Knows which language the element speaks, and keeps its words.
 *
 * The element speaks one language at a time. While words of something on screen cannot be loaded, everything
 * is English. So the language that the root declares is the language that a screen reader reads out.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Messages, Portion } from '../locales/catalogue.ts';
import { chooseLanguage, languages, wordsIn, type Choice } from '../locales/languages.ts';
import { Localizer } from '../locales/localizer.ts';

/** The element, as far as its language is concerned. */
export interface LanguageHost extends ReactiveControllerHost, Element {
  /**
   * The language that the page's developer asks for. Empty means the language of the page around the element.
   */
  readonly lang: string;
  readonly config: { readonly messages?: Messages } | null;
}

export class LanguageController implements ReactiveController {
  /**
   * A new object whenever the language, its words or those of the host change. Steps see the change by that.
   */
  localizer: Localizer;
  /** Whether the words of the first screen are here. Nothing that can be read is shown before. */
  ready = false;
  readonly #host: LanguageHost;
  readonly #english: Messages;
  /** What was loaded so far, in that order: of two texts for one term the later one counts. */
  readonly #portions = new Set<Portion>(['authentication']);
  /** The language that was asked for last. Its words may still be on their way. */
  #choice: Choice = ['', ''];
  /** The language and the host's own words that were asked for last, as a text. */
  #wanted = '';
  /** Ends when the words of `#choice` are in use. */
  #following: Promise<void> | undefined;
  /** The host's own words that the current localizer was made with. */
  #overrides: Messages | undefined;

  /** `english`: the words of the first screen, which come with the code. */
  constructor(host: LanguageHost, english: Messages) {
    this.#host = host;
    this.#english = english;
    this.localizer = new Localizer('en', undefined, { english, fetch: this.#fetch });
    host.addController(this);
  }

  hostUpdate(): void {
    const { lang, config } = this.#host;
    const choice = chooseLanguage([lang || languageAround(this.#host), ...navigator.languages]);
    // By value: a framework hands over new objects at every render.
    const wanted = JSON.stringify([choice, config?.messages]);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#choice = choice;
    this.#overrides = config?.messages;
    this.#following = this.#follow();
  }

  /**
   * Begins to load the words of a portion. A portion that is in use already is not followed again: an element
   * asks at every update.
   */
  #fetch = (portion: Portion) => {
    const language = languages[this.#choice[0]];
    if (language && !this.#portions.has(portion)) wordsIn(language, [portion]).catch(() => undefined);
    return (): Promise<void> | undefined => {
      if (!this.#portions.has(portion)) this.#following = this.#follow(portion);
      return this.#following;
    };
  };

  /**
   * Changes over once everything that was loaded so far is here in the chosen language, or cannot be loaded.
   *
   * English has come along with the code. It is spoken at once, and nothing has to be loaded for it.
   */
  async #follow(portion?: Portion): Promise<void> {
    const choice = this.#choice;
    const language = languages[choice[0]];
    if (portion) {
      this.#portions.add(portion);
      if (!language) return;
    }
    const words = language ? await wordsIn(language, this.#portions).catch(() => null) : {};
    // The language changed again meanwhile.
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

/** Returns the language of the nearest element around that declares one, also beyond shadow roots. */
function languageAround(element: Element | undefined): string | null | undefined {
  return (
    element?.closest('[lang]')?.getAttribute('lang') ||
    (element && languageAround((element.getRootNode() as Partial<ShadowRoot>).host))
  );
}
