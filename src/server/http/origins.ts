/** Which pages may work with an app's flows. */

/**
 * Returns whether `origin` is one of `patterns` or the server's own. A pattern is an origin
 * (`https://shop.example`), or an origin with any port (`http://localhost:*`). Origins are compared whole,
 * never by prefix: `https://shop.example.evil.test` is another one.
 */
export function isAllowedOrigin(origin: string, patterns: readonly string[], publicUrl: string): boolean {
  const requested = parse(origin);
  if (!requested) return false;
  if (requested.origin === new URL(publicUrl).origin) return true;
  return patterns.some((pattern) => {
    if (!pattern.endsWith(':*')) return requested.origin === parse(pattern)?.origin;
    const host = parse(pattern.slice(0, -2));
    return host !== null && requested.protocol === host.protocol && requested.hostname === host.hostname;
  });
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
