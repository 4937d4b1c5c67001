/** Returns the URL, or null for text that is none. Browsers that we serve have no `URL.canParse` yet. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
