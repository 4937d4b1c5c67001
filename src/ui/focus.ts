/**
 * Returns whether `element` may take the focus: the payee is in it or around it, or nowhere. They are nowhere
 * when the control they used has gone with its screen, or when they clicked on plain text.
 *
 * A screen that changes by itself must not take the focus from a field of the host page.
 */
export function mayTakeFocus(element: Element): boolean {
  // The document knows only the outermost host of the focused control.
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  for (
    let node: Node | null | undefined = element;
    node;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host
  )
    if (node === active) return true;
  return !active || element.matches(':focus-within');
}
