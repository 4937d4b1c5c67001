/** Work that a test begins and ends when it likes, for whatever says whose turn it is. */

/** Returns work that writes `name` down when it begins, and goes on until `end` is called. */
export function held(
  name: string,
  log: string[],
): { readonly end: () => void; readonly work: () => Promise<void> } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, work: () => (log.push(name), ended) };
}

/** Resolves when whatever was about to begin has begun. */
export const soon = () => new Promise((resolve) => setImmediate(resolve));
