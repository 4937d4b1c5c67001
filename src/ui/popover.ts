/**
 * Opens and closes popovers, also where browsers have none (Chrome before 114, Safari 17, Firefox 125). There
 * a panel has `data-open` while it is open, stands above its own page but not in the top layer, and closes
 * with Escape or a press elsewhere, as a native one does.
 */

/** Whether the browser has popovers of its own. */
export const hasPopover = !globalThis.HTMLElement || 'popover' in HTMLElement.prototype;
/** Returns whether the panel is open. */
export const isOpen = (panel: HTMLElement): boolean =>
  hasPopover ? panel.matches(':popover-open') : panel.hasAttribute('data-open');

/** How to stop waiting for what closes each open panel. */
const waits = new WeakMap<HTMLElement, AbortController>();

/** Opens the panel. A press on `invoker` does not close it; the invoker decides that itself. */
export function showPopover(panel: HTMLElement, invoker: HTMLElement): void {
  if (hasPopover) return panel.showPopover();
  if (isOpen(panel)) return;
  const wait = new AbortController();
  waits.set(panel, wait);
  const listen = { capture: true, signal: wait.signal };
  const dismiss = (event: Event) => {
    const path = event.composedPath();
    const isMeant =
      event instanceof KeyboardEvent
        ? event.key === 'Escape'
        : !path.includes(panel) && !path.includes(invoker);
    if (isMeant || !panel.isConnected) hidePopover(panel);
  };
  document.addEventListener('pointerdown', dismiss, listen);
  document.addEventListener('keydown', dismiss, listen);
  toggle(panel, 'open');
}

/** Closes the panel, unless it is closed already. */
export function hidePopover(panel: HTMLElement): void {
  if (hasPopover) return panel.hidePopover();
  waits.get(panel)?.abort();
  if (isOpen(panel)) toggle(panel, 'closed');
}

/**
 * Returns what a fixed panel is placed against: the viewport, or without a top layer a container around it.
 */
export function originOf(panel: HTMLElement): { readonly x: number; readonly y: number } {
  if (hasPopover) return { x: 0, y: 0 };
  Object.assign(panel.style, { margin: '0', inset: '0 auto auto 0' });
  return panel.getBoundingClientRect();
}

/** Tells before and after, as the browser does. */
function toggle(panel: HTMLElement, newState: 'open' | 'closed'): void {
  panel.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState }));
  panel.toggleAttribute('data-open', newState === 'open');
  panel.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
}
