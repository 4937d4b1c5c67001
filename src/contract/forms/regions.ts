/** Reads the states and provinces that people type: by code, by name, or as they shorten it. */

/** Names, or other spellings, by the code of the region. */
type Regions<T> = Readonly<Record<string, T>>;

/** The points of the compass, as in “N. Carolina” and “So. Dakota”. */
const compass: Readonly<Record<string, string>> = {
  n: 'north',
  no: 'north',
  s: 'south',
  so: 'south',
  w: 'west',
};

/** A shorter beginning of a name says too little. */
const shortest = 3;

/**
 * Returns the code of the region that a text means: `CA` for `ca`, `California` and `Calif.`, `NC` for
 * `n. carolina`, `DC` for `D.C.`. Returns null when it means none, or more than one.
 */
export function regionCode(
  text: string,
  names: Regions<string>,
  others: Regions<readonly string[]>,
): string | null {
  const words = wordsOf(text);
  const typed = words.join('');
  if (!typed) return null;
  const codes = Object.keys(names);
  const code = codes.find((one) => one.toLowerCase() === typed);
  if (code) return code;
  const written = [typed, words.map((word) => compass[word] ?? word).join('')];
  const spellings = codes.map((one) => ({
    one,
    all: [names[one] ?? '', ...(others[one] ?? [])].map((name) => wordsOf(name).join('')),
  }));
  const exact = spellings.find(({ all }) => all.some((name) => written.includes(name)));
  if (exact) return exact.one;
  if (typed.length < shortest) return null;
  const [begun, another] = spellings.filter(({ all }) =>
    all.some((name) => written.some((beginning) => name.startsWith(beginning))),
  );
  return begun && !another ? begun.one : null;
}

/** Returns the words of a text in small letters without accents, stops and hyphens. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{DI}]/gu, '')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];
