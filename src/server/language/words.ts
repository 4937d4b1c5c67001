/** Words that the server itself writes to a payee, in the language that they read. */
import type { Context } from 'hono';
import { server } from '../../locales/en/server.ts';
import { chooseLanguage, languages, wordsIn } from '../../locales/languages.ts';
import { Localizer } from '../../locales/localizer.ts';

/**
 * Returns the server's words in the first language of `tags` that we have; `tags` is what the payee reads,
 * best first. Words that this language lacks are English.
 */
export async function wordsFor(tags: readonly string[]): Promise<Localizer> {
  const [language, locale] = chooseLanguage(tags);
  const load = languages[language];
  const words = load ? await wordsIn(load, ['server']) : {};
  return new Localizer(locale, {}, { language, words, english: { ...server } });
}

/** Returns the server's words in each language that we have, as the element offers them. */
export const wordsInEach = (): Promise<Localizer[]> =>
  Promise.all(Object.keys(languages).map((language) => wordsFor([language])));

/**
 * Returns the words of a page. `?lang=` wins, because whoever made the link knows what the payee reads.
 * Otherwise their browser says it.
 */
export const wordsOfPage = (c: Context): Promise<Localizer> =>
  wordsFor([c.req.query('lang') ?? '', ...accepted(c)]);

/**
 * Returns words for whoever makes the request: a payee's browser, or a partner's server on behalf of a payee.
 */
export const wordsOfRequest = (c: Context): Promise<Localizer> => wordsFor(accepted(c));

/** Returns the locale of `wordsOfRequest`, to write to the payee later. */
export const localeOfRequest = (c: Context): string => chooseLanguage(accepted(c))[1];

/**
 * Returns the languages of `Accept-Language` (RFC 9110 §12.5.4), best first. Among equals the order of the
 * header counts.
 */
function accepted(c: Context): string[] {
  const ranges = (c.req.header('accept-language') ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { tag, quality: quality === undefined ? 1 : Number(quality) };
  });
  return ranges
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
