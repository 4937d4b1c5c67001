/**
 * Keeps a menu beside its button while it is open, and returns a function that ends this. Loaded with the
 * first menu that is opened.
 */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';

export function placeMenu(button: HTMLElement, menu: HTMLElement): () => void {
  return autoUpdate(button, menu, () => void place(button, menu));
}

async function place(button: HTMLElement, menu: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(button, menu, {
    // The top layer is positioned against the viewport.
    strategy: 'fixed',
    placement: 'bottom-end',
    middleware: [offset(4), flip({ padding: 8 }), shift({ padding: 8 })],
  });
  menu.style.margin = '0';
  menu.style.inset = `${y}px auto auto ${x}px`;
  menu.toggleAttribute('data-placed', true);
}
