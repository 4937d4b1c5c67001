/**
 * Whether the payee is in `element`, or nowhere: the control they used has gone with its screen. A screen that changes by itself must not
 * take the focus from a field of the host page.
 */
export const mayTakeFocus = (element: Element): boolean =>
  element.matches(':focus-within') || (document.activeElement?.matches('body') ?? false);
