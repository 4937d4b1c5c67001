/**
 * The languages that there are words in. Adding one is a folder beside `en` and a line in this table, which the element, the hosted
 * page, the texts of the server, `npm run words` and the tests all read.
 */
import type { File, Language, Messages, Portion } from './catalogue.ts';
import { knownLocales } from './locales.ts';

/** By BCP 47 tag, as short as tells it apart: `de`; `pt` and `pt-BR`; `zh-Hans` and `zh-Hant`. */
export const languages: Readonly<Record<string, (() => Promise<{ readonly default: Language }>) | null>> = {
  // Comes along with the code that it words, and stands in for what another language lacks.
  en: null,
  de: () => import('./de/index.ts'),
};

/** The language of the words, a name in `languages`, and the same language as it is written where the payee is: dates, amounts, countries. */
export type Choice = readonly [language: string, locale: string];

/**
 * The first of `tags` that there are words in, else English. A tag is looked for as `language-REGION`, then as `language-Script`, then as
 * `language`, with what it does not say filled in as most people would (CLDR, "likely subtags"): `de-AT` finds `de`; `pt-BR` finds
 * `pt-BR`, or else `pt`; `zh-TW` finds `zh-Hant` and not `zh-Hans`. A tag further back still tells the region: `de` before `de-AT`.
 */
export function chooseLanguage(tags: readonly (string | null | undefined)[]): Choice {
  const known = knownLocales(tags);
  const language = known.map(nameOf).find(Boolean) ?? 'en';
  return [language, known.find((tag) => tag !== language && nameOf(tag) === language) ?? language];
}

function nameOf(tag: string): string | undefined {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  return [`${language}-${region}`, `${language}-${script}`, language].find((name) => name in languages);
}

/** Arabic, Hebrew, Persian and Urdu are written from right to left. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|he|fa|ur)/.test(language) ? 'rtl' : 'ltr';

/** The words of `portions`; rejects when any of them cannot be had. */
export async function wordsIn(
  language: () => Promise<{ readonly default: Language }>,
  portions: Iterable<Portion>,
): Promise<Messages> {
  const files = (await language()).default;
  const loaded = await Promise.all([...portions].flatMap((portion) => files[portion]()));
  return Object.assign({}, ...loaded.flatMap(Object.values<File[string]>)) as Messages;
}
