/** Styles of parts that are loaded later than their element. */
import type { CSSResult, ReactiveElement } from 'lit';

/**
 * Adds `styleSheet` to the styles of an element, unless they have it already. Adopted sheets work under a
 * strict CSP, which a `<style>` element would not.
 */
export function adopt({ renderRoot }: ReactiveElement, { styleSheet: sheet }: CSSResult): void {
  const { adoptedStyleSheets: sheets } = renderRoot as ShadowRoot;
  if (sheet && !sheets.includes(sheet)) sheets.push(sheet);
}
