/**
 * The languages that there are words in. A language is added by a folder beside `en` and a line in this
 * table. The element, the hosted page, the texts of the server, `npm run words` and the tests all read it.
 */
import type { File, Language, Messages, Portion } from './catalogue.ts';
import { knownLocales } from './locales.ts';

/** By BCP 47 tag, as short as tells it apart: `de`; `pt` and `pt-BR`; `zh-Hans` and `zh-Hant`. */
export const languages: Readonly<Record<string, (() => Promise<{ readonly default: Language }>) | null>> = {
  // English comes along with the code that it words. It stands in for what another language lacks.
  en: null,
  de: () => import('./de/index.ts'),
};

/**
 * A language of the words (a name in `languages`), and the locale in which the payee writes that language.
 * `Intl` writes dates, amounts and countries by the locale.
 */
export type Choice = readonly [language: string, locale: string];

/**
 * Returns the first of `tags` that there are words in, or English.
 *
 * A tag is looked for as `language-REGION`, then as `language-Script`, then as `language`. What the tag does
 * not say is filled in as most people would (CLDR, "likely subtags"): `de-AT` finds `de`; `pt-BR` finds
 * `pt-BR`, or else `pt`; `zh-TW` finds `zh-Hant` and not `zh-Hans`.
 *
 * A tag further back still tells the region: `de` before `de-AT` speaks `de` and writes dates as in Austria.
 */
export function chooseLanguage(tags: readonly (string | null | undefined)[]): Choice {
  const known = knownLocales(tags);
  const language = known.map(nameOf).find(Boolean) ?? 'en';
  return [language, known.find((tag) => tag !== language && nameOf(tag) === language) ?? language];
}

/**
 * Returns the name in `languages` under which the words for `tag` are kept, or undefined when there are none.
 *
 * What a tag does not say is asked for only where a language has several entries: the first such question
 * costs a slow phone 50 ms before its first screen.
 */
function nameOf(tag: string): string | undefined {
  const locale = new Intl.Locale(tag);
  const { language } = locale;
  const isOneOfSeveral = Object.keys(languages).some((name) => name.startsWith(`${language}-`));
  const { script, region } = isOneOfSeveral ? locale.maximize() : locale;
  return [`${language}-${region}`, `${language}-${script}`, language].find((name) => name in languages);
}

/** Returns the writing direction. Arabic, Hebrew, Persian and Urdu are written from right to left. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|he|fa|ur)/.test(language) ? 'rtl' : 'ltr';

/** Loads the words of `portions`. Rejects when any of them cannot be loaded. */
export async function wordsIn(
  language: () => Promise<{ readonly default: Language }>,
  portions: Iterable<Portion>,
): Promise<Messages> {
  const files = (await language()).default;
  const loaded = await Promise.all([...portions].flatMap((portion) => files[portion]()));
  return Object.assign({}, ...loaded.flatMap(Object.values<File[string]>)) as Messages;
}
