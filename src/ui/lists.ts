/**
 * Long lists for `longSelect`. Each is made once for each locale, because `longSelect` takes the same object
 * for the same list.
 */
import { countryCodes, isCountryCode } from '../contract/forms/countries.ts';
import { usStates } from '../contract/forms/us-states.ts';
import { knownLocales } from '../locales/locales.ts';
import type { LongList } from './long-select.ts';

const lists = new Map<string, LongList>();

/**
 * Returns all countries by their localized name. The `likely` ones and those of the browser's languages stand
 * once more on top, where a payee looks first.
 */
export function countryList(locale: string, likely: readonly (string | null | undefined)[] = []): LongList {
  const top = [...new Set([...likely, ...regionsOfBrowser()])].filter(
    (code) => !!code && isCountryCode(code),
  ) as string[];
  return cached(`${locale} ${top.join(' ')}`, () => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const nameOf = (code: string) => names.of(code) ?? code;
    return {
      nameOf,
      // Without it the browser finds what the names begin with.
      assist: (select) =>
        import('./country-search.ts').then(({ typeAhead }) => typeAhead(select)).catch(() => undefined),
      values: () => {
        const all = sorted(countryCodes, nameOf, locale);
        return top.length ? [...top, null, ...all] : all;
      },
    };
  });
}

/** Returns US states, territories and military addresses. Their names are the same in every language. */
export function stateList(locale: string): LongList {
  return cached(`states ${locale}`, () => {
    const nameOf = (code: string) => usStates[code] ?? code;
    return { nameOf, values: () => sorted(Object.keys(usStates), nameOf, locale) };
  });
}

/** Returns the list of this key, made on the first call. */
function cached(key: string, make: () => LongList): LongList {
  const list = lists.get(key) ?? make();
  lists.set(key, list);
  return list;
}

/** Sorts by name as the language does: `Ä` beside `A` in German, at the end in Swedish. */
function sorted(codes: readonly string[], nameOf: (code: string) => string, locale: string): string[] {
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ code }) => code);
}

/**
 * Returns the regions of the payee's first three languages. A region in them (`de-AT`) says more about where
 * the payee lives than the language of the page does.
 */
function regionsOfBrowser(): string[] {
  return knownLocales(navigator.languages.slice(0, 3)).flatMap((tag) => new Intl.Locale(tag).region ?? []);
}
