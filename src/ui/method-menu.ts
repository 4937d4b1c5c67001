/**
 * The overflow menu of one row. It is a native popover, so that it floats in the top layer (above a host's
 * own modal, too) and closes with Escape or a click elsewhere. Its keys are those of a menu button in
 * WAI-ARIA APG.
 */
import { html, type TemplateResult } from 'lit';
import { moreIcon } from './method-icons.ts';
import { hasPopover, hidePopover, isOpen, showPopover } from './popover.ts';

/** One thing to do with the row. `danger` is for what cannot be taken back. */
export interface MenuItem {
  readonly label: string;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

export interface MenuOptions {
  /** Unique in the shadow root. */
  readonly id: string;
  /** Name of the button. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What screen readers hear while something that was chosen here is under way; null otherwise. */
  readonly working: string | null;
}

/**
 * Returns the button with three dots, and its menu. They have to stay next to each other: each finds the
 * other as its sibling.
 */
export function methodMenu({ id, label, items, working }: MenuOptions): TemplateResult {
  return html`<button
      type="button"
      class="more"
      part="menu-button"
      id="${id}-button"
      popovertarget=${id}
      aria-haspopup="menu"
      aria-label=${label}
      aria-busy=${working ? 'true' : 'false'}
      @click=${hasPopover ? null : onClick}
      @keydown=${openWithArrow}
    >
      ${working ? html`<i class="spinner" part="spinner"></i><b class="sr">${working}</b>` : moreIcon}
    </button>
    <div
      class="menu"
      part="menu"
      id=${id}
      popover
      role="menu"
      aria-labelledby="${id}-button"
      @beforetoggle=${onToggle}
      @toggle=${onToggle}
      @keydown=${onMenuKey}
    >
      ${items.map(
        (item) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            part="menu-item"
            class=${item.danger ? 'danger' : ''}
            @click=${(event: Event) => select(event, item)}
          >
            ${item.label}
          </button>`,
      )}
    </div>`;
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
const buttonOf = (menu: HTMLElement) => menu.previousElementSibling as HTMLElement;
/** How to end the placing of each open menu. */
const stops = new WeakMap<HTMLElement, () => void>();

/** Stands in for `popovertarget` where the browser does not know it. */
function onClick(event: Event): void {
  const menu = (event.currentTarget as HTMLElement).nextElementSibling as HTMLElement;
  if (isOpen(menu)) hidePopover(menu);
  else showPopover(menu, buttonOf(menu));
}

/** Arrow down opens the menu at its first item, arrow up at its last (WAI-ARIA APG, menu button). */
function openWithArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const menu = (event.currentTarget as HTMLElement).nextElementSibling as HTMLElement;
  showPopover(menu, buttonOf(menu));
  itemsOf(menu)
    .at(event.key === 'ArrowDown' ? 0 : -1)
    ?.focus();
}

/**
 * Runs before and after the menu opens or closes, however that came about: key, click elsewhere, or another
 * popover.
 */
function onToggle(event: Event): void {
  const menu = event.currentTarget as HTMLElement;
  const { newState } = event as ToggleEvent;
  if (newState === 'open') {
    if (event.type === 'toggle') void opened(menu);
    return;
  }
  stops.get(menu)?.();
  stops.delete(menu);
  menu.removeAttribute('data-placed');
  // Safari does not focus a clicked button, so its own record of where the focus was may be empty.
  if (event.type === 'beforetoggle' && menu.contains(rootOf(menu).activeElement)) buttonOf(menu).focus();
}

/** Puts the focus into the menu, and the menu beside its button. */
async function opened(menu: HTMLElement): Promise<void> {
  const button = buttonOf(menu);
  if (!menu.contains(rootOf(menu).activeElement)) itemsOf(menu)[0]?.focus();
  try {
    const { placeMenu } = await import('./place-menu.ts');
    if (menu.isConnected && isOpen(menu)) stops.set(menu, placeMenu(button, menu));
  } catch {
    // The page is offline and no menu was opened before. The middle of the page, where the browser puts a
    // popover, is good enough.
    menu.toggleAttribute('data-placed', true);
  }
}

/** Moves through the items. Arrow keys go round, so that the last item is followed by the first. */
function onMenuKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const items = itemsOf(menu);
  const index = items.indexOf(rootOf(menu).activeElement as HTMLElement);
  // The focus goes back to the button first, and from there to what comes after it.
  if (event.key === 'Tab') return hidePopover(menu);
  const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

/** Closes first, so that the focus is back at the button before the action may move it. */
function select(event: Event, item: MenuItem): void {
  hidePopover((event.currentTarget as HTMLElement).closest('[popover]') as HTMLElement);
  item.onSelect();
}

/** Returns the shadow root. Only it knows which element inside it has the focus. */
const rootOf = (node: Node) => node.getRootNode() as ShadowRoot;
