/** A payee with nothing but a keyboard: Tab, Enter, Space, arrows and typing. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

/** Returns the element that has the focus, through all shadow roots. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

const labelOf = (element: Element | null): string =>
  (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A part of a date has the name of the date, or an id that begins with it. */
const isNamed = (element: Element | null, name: string): boolean =>
  element?.getAttribute('name') === name || element?.id === name;

/** Presses Tab until the focus is where `is` says. Nothing on a screen is further away than this. */
async function tabTo(what: string, is: (at: Element | null) => boolean): Promise<void> {
  for (let presses = 0; !is(focused()); presses += 1) {
    expect(presses, `Tab does not reach ${what}; the focus is on ${labelOf(focused())}`).to.be.below(40);
    await sendKeys({ press: 'Tab' });
  }
}

/** Tabs to the control with this wire name, or id. */
export const reach = (name: string): Promise<void> => tabTo(name, (at) => isNamed(at, name));

/** Tabs to the fields in their order, and types into each. */
export async function type(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await reach(name);
    await sendKeys({ type: value });
  }
}

/** Tabs to a checkbox, or to a group of radio buttons, and chooses what has the focus. */
export async function tick(name: string): Promise<void> {
  await reach(name);
  // Firefox knows no key of the name “Space”.
  await sendKeys({ press: ' ' });
}

/** Presses Enter where the focus is. */
export const enter = (): Promise<void> => sendKeys({ press: 'Enter' });

/** Presses the arrow down: of radio buttons it chooses the next. */
export const down = (): Promise<void> => sendKeys({ press: 'ArrowDown' });

/** Tabs to the button with this label, and presses it. */
export async function press(label: string): Promise<void> {
  await tabTo(label, (at) => at?.localName === 'button' && labelOf(at).startsWith(label));
  await enter();
}
