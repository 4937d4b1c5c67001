/**
 * What people call a country when they search for it: its name in the language of the page and in English,
 * its ISO and calling codes, the short names below, and what it calls itself.
 */

/** A country with its calling code. */
export interface Findable {
  readonly country: string;
  readonly name: string;
  readonly code: string;
}

/** Short, old and partial names that `Intl.DisplayNames` does not have, in English and German. */
const shortNames: Readonly<Record<string, string>> = {
  AE: 'uae,emirates,vae,emirate,dubai,abu dhabi',
  BA: 'bosnien',
  BO: 'bolivien',
  BY: 'weissrussland,belorussia',
  CD: 'drc,zaire',
  CF: 'car',
  CI: 'ivory coast',
  CV: 'cape verde',
  CZ: 'czech republic,cesko,tschechei',
  DO: 'dr,dominikanische republik',
  GB: 'uk,great britain,britain,england,scotland,wales,northern ireland,grossbritannien,schottland',
  IE: 'eire',
  IR: 'persia',
  KP: 'dprk,north korea',
  KR: 'rok,south korea,republic of korea',
  LA: 'lao',
  LK: 'ceylon',
  MK: 'fyrom,mazedonien',
  MM: 'burma,birma',
  NL: 'holland,nederland',
  PS: 'palestine',
  RU: 'russian federation',
  SZ: 'swaziland,swasiland',
  TL: 'east timor',
  TR: 'turkey,turkei,tuerkei,turkiye',
  TW: 'roc,formosa',
  US: 'usa,u.s.,u.s.a.,america,states,amerika',
  VA: 'holy see',
  ZA: 'rsa',
};

/** Countries of several languages, with those that are not the first one. */
const moreLanguages: Readonly<Record<string, string>> = {
  BE: 'fr,de',
  CA: 'fr',
  CH: 'fr,it',
  FI: 'sv',
  LU: 'fr,de',
};

/** German and Nordic letters as they are typed without them. */
const long: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };
const others: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', ı: 'i' };

/** Takes case and accents out of a text, because they do not matter when searching. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđæı]/g, (sign) => others[sign] ?? sign)
    .replace(/[’'.-]/g, (sign) => (sign === '-' ? ' ' : ''))
    .trim();
}

/** Returns the text as it is searched: also with `oe` for `ö`. */
function folded(text: string): readonly string[] {
  const plain = fold(text);
  const spelled = fold(
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[äöüøåæ]/g, (sign) => long[sign] ?? sign),
  );
  return spelled === plain ? [plain] : [plain, spelled];
}

/** Returns the text that each country is called by itself. */
function ownNames(country: string): string[] {
  const languages = [
    new Intl.Locale(`und-${country}`).maximize().language,
    ...(moreLanguages[country]?.split(',') ?? []),
  ];
  return languages.flatMap((language) => namesIn(language)?.of(country) ?? []);
}

const named = new Map<string, Intl.DisplayNames | undefined>();
function namesIn(language: string): Intl.DisplayNames | undefined {
  if (!named.has(language))
    named.set(
      language,
      // A language that this browser has no names in would answer in its own.
      Intl.DisplayNames.supportedLocalesOf(language).length
        ? new Intl.DisplayNames(language, { type: 'region' })
        : undefined,
    );
  return named.get(language);
}

/**
 * Returns what finds countries. What begins with the text comes first, a short name or a code above all:
 * "uk" means Great Britain before it means Ukraine.
 */
export function countrySearch<T extends Findable>(countries: readonly T[]): (typed: string) => readonly T[] {
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const texts = (make: (entry: T) => readonly string[]) =>
    new Map(countries.map((entry) => [entry, make(entry).flatMap(folded)] as const));
  const known = texts(({ country, name, code }) => [
    ...(shortNames[country]?.split(',') ?? []),
    country,
    code,
    name,
    english.of(country) ?? '',
  ]);
  let own: ReadonlyMap<T, readonly string[]> | undefined;
  const among = (all: ReadonlyMap<T, readonly string[]>, wanted: string): readonly T[] => {
    const rank = (entry: T): number => {
      const found = all.get(entry) ?? [];
      if (found.includes(wanted)) return 0;
      if (found.some((text) => text.startsWith(wanted))) return 1;
      return found.some((text) => text.includes(wanted)) ? 2 : 3;
    };
    return countries
      .map((entry) => ({ entry, at: rank(entry) }))
      .filter(({ at }) => at < 3)
      .sort((one, other) => one.at - other.at)
      .map(({ entry }) => entry);
  };
  return (typed) => {
    // A calling code may be searched with or without its plus.
    const wanted = fold(typed.replace(/^\s*\+/, ''));
    if (!wanted) return countries;
    const found = among(known, wanted);
    // Names in a hundred languages cost some time, so they are made when nothing else is found.
    return found.length ? found : among((own ??= texts(({ country }) => ownNames(country))), wanted);
  };
}

/** A list that is built anew, in another language, is in the same select. */
const assisted = new WeakSet<HTMLSelectElement>();

/** As long as browsers wait for the next letter, in milliseconds. */
const pause = 1000;

/**
 * Lets such names be typed into a native select as well. The browser finds what an option begins with; this
 * finds the rest.
 */
export function typeAhead(select: HTMLSelectElement): void {
  if (assisted.has(select)) return;
  assisted.add(select);
  let typed = '';
  let last = 0;
  select.addEventListener('blur', () => (typed = ''));
  // By then the browser has chosen what begins with the letters.
  select.addEventListener('keyup', ({ key, timeStamp, ctrlKey, altKey, metaKey }) => {
    if (key.length !== 1 || ctrlKey || altKey || metaKey) return;
    typed = timeStamp - last > pause ? key : typed + key;
    last = timeStamp;
    const countries = [...select.options].map(({ value, text }) => ({
      country: value,
      name: text,
      code: '',
    }));
    const [found] = countrySearch(countries.filter(({ country }) => country))(typed);
    if (typed.length < 2 || !found || found.country === select.value) return;
    select.value = found.country;
    for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
  });
}
