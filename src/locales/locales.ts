/**
 * The tags that `Intl` takes, in their canonical spelling; the others are left out, because `Intl` throws at one of them.
 * Pages write `lang="english"`, and a Chromium that was started without a locale has `en-US@posix` in `navigator.languages`.
 */
export function knownLocales(tags: readonly (string | null | undefined)[]): string[] {
  return tags.flatMap((tag) => {
    try {
      return Intl.getCanonicalLocales(tag ?? []);
    } catch {
      return [];
    }
  });
}
