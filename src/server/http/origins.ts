/** Which pages may work with an app's flows. */

/**
 * Whether `origin` is one of `patterns` or the server's own. A pattern is an origin (`https://shop.example`), or one
 * with any port (`http://localhost:*`). Origins are compared whole, never by prefix: `https://shop.example.evil.test` is another.
 */
export function isAllowedOrigin(origin: string, patterns: readonly string[], publicUrl: string): boolean {
  const asked = parse(origin);
  if (!asked) return false;
  if (asked.origin === new URL(publicUrl).origin) return true;
  return patterns.some((pattern) => {
    if (!pattern.endsWith(':*')) return asked.origin === parse(pattern)?.origin;
    const host = parse(pattern.slice(0, -2));
    return host !== null && asked.protocol === host.protocol && asked.hostname === host.hostname;
  });
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
