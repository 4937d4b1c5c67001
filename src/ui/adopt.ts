import type { CSSResult, ReactiveElement } from 'lit';

/** Adds styles that came later to those of an element, once. */
export function adopt({ renderRoot }: ReactiveElement, { styleSheet: sheet }: CSSResult): void {
  const { adoptedStyleSheets: sheets } = renderRoot as ShadowRoot;
  if (sheet && !sheets.includes(sheet)) sheets.push(sheet);
}
