/**
 * Keeps a menu beside its button while it is open, and returns a function that ends this. Loaded with the
 * first menu that is opened.
 */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { originOf } from './popover.ts';

/** Places the menu now and whenever something scrolls or changes its size. */
export function placeMenu(button: HTMLElement, menu: HTMLElement): () => void {
  return autoUpdate(button, menu, () => void place(button, menu));
}

/**
 * The menu is invisible until `data-placed`, so that it is never seen jumping.
 *
 * The styles are set by property: a strict CSP forbids the `style` attribute in markup, and allows this.
 */
async function place(button: HTMLElement, menu: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(button, menu, {
    // The top layer is positioned against the viewport.
    strategy: 'fixed',
    placement: 'bottom-end',
    middleware: [offset(4), flip({ padding: 8 }), shift({ padding: 8 })],
  });
  const origin = originOf(menu);
  menu.style.margin = '0';
  menu.style.inset = `${y - origin.y}px auto auto ${x - origin.x}px`;
  menu.toggleAttribute('data-placed', true);
}
