/**
 * The company's page around the element. It stands in `index.html` with the words of the first company, so
 * that it is there before any script; another one's words take their places. The element stays where it is.
 */
import { companies } from './companies.ts';
import type { State } from './state.ts';

export function showCompany(state: State): void {
  const { name, mark, places, eyebrow, title, text, points } = companies[state.brand];
  const site = document.querySelector<HTMLElement>('.site');
  if (!site) return;
  Object.assign(site.dataset, { brand: state.brand, scheme: state.scheme, width: state.width });
  document.documentElement.dataset['scheme'] = state.scheme;
  site.dir = state.dir;
  document.title = `${name} · dots-flow at work`;
  site.querySelector('.brand path')?.setAttribute('d', mark);
  site.querySelector('nav')?.setAttribute('aria-label', name);
  say(site, '.brand span', [name]);
  say(site, '.masthead nav span', places);
  say(site, '.eyebrow', [eyebrow]);
  say(site, '.pitch h1', [title]);
  say(site, '.pitch .text', [text]);
  say(site, '.pitch li', points);
}

/** Words that stand there already are left alone: the browser would lay the page out anew. */
function say(site: HTMLElement, selector: string, words: readonly string[]): void {
  for (const [index, element] of site.querySelectorAll(selector).entries()) {
    const word = words[index] ?? '';
    if (element.textContent.trim() !== word) element.textContent = word;
  }
}
