/**
 * Returns the tags that `Intl` takes, in their canonical spelling. The others are left out, because `Intl`
 * throws at the first of them. Pages do write `lang="english"`, and a Chromium that was started without a
 * locale has `en-US@posix` in `navigator.languages`.
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
