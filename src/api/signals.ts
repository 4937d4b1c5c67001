/**
 * Returns a signal that aborts with the first of `signals`. `AbortSignal.any` is younger than browsers that
 * we serve (Chrome 116, Safari 17.4, Firefox 124).
 */
export function firstOf(...signals: readonly AbortSignal[]): AbortSignal {
  const joined = new AbortController();
  for (const signal of signals) {
    const abort = () => joined.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { signal: joined.signal });
  }
  return joined.signal;
}
