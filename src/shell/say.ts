/** Says something to the page's developers, once: a page that renders an element often is not told often. */
const said = new Set<string>();

/** `how`: an element that was told nothing waits, and may be told later, which is no error. */
export function say(advice: string, how: 'error' | 'warn' = 'error'): void {
  if (said.has(advice)) return;
  said.add(advice);
  const text = `<dots-flow>: ${advice}`;
  if (how === 'warn') console.warn(text);
  else console.error(text);
}
