/** Drives an element in the same browser, with or without Testing Library. */
import { controlSelector, mainButton, type Screen } from './screen.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Milliseconds. */
const between = 10;

export interface DomOptions {
  /** How long to wait for what does not come, in milliseconds; 10,000 when absent. */
  readonly timeout?: number;
}

/** `root` is `<dots-flow>`, or whatever it is in. */
export function onDom(root: ParentNode & Node, { timeout = 10_000 }: DomOptions = {}): Screen {
  const find = <E extends Element>(selector: string): E | null => findIn<E>(root, selector);

  async function until<T>(what: string, look: () => T | null | false): Promise<T> {
    for (const end = Date.now() + timeout; ;) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what} within ${timeout} ms. ${onScreen(root)}`);
      await new Promise((resolve) => setTimeout(resolve, between));
    }
  }
  /** Waits for a button that takes a press: a busy one does not. */
  const ready = (button: HTMLElement | null) =>
    button && button.getAttribute('aria-disabled') !== 'true' ? button : null;
  const buttonWith = (text: string | RegExp) =>
    [...allIn<HTMLElement>(root, 'button')].find((button) => says(button, text)) ?? null;

  return {
    async fill(name, value) {
      const control = await until(`No field “${name}” came`, () => find<Control>(controlSelector(name)));
      control.focus();
      // A long list gets its options when somebody is about to open it.
      if (control.localName === 'select') {
        control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
        await until(`“${name}” has no choice “${value}”`, () => find(`[name="${name}"] [value="${value}"]`));
      }
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      control.blur();
      await drawn();
    },
    async choose(name, value) {
      const choice = await until(`No choice “${name}” came`, () =>
        find<HTMLElement>(controlSelector(name, value)),
      );
      choice.click();
      await drawn();
    },
    async press(text) {
      const what = text === undefined ? 'No main button came' : `No button “${String(text)}” came`;
      const button = await until(what, () =>
        ready(text === undefined ? find<HTMLElement>(mainButton) : buttonWith(text)),
      );
      button.click();
      await drawn();
    },
    read: async (selector) => find(selector)?.textContent?.trim() ?? null,
    waitFor: async (selector, state = 'there') => {
      await until(state === 'there' ? `${selector} did not come` : `${selector} did not go`, () =>
        state === 'there' ? find(selector) : !find(selector),
      );
    },
  };
}

/** Lets the element draw what follows from an event. */
const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const says = (button: HTMLElement, text: string | RegExp): boolean => {
  const words = (button.textContent ?? '').replace(/\s+/g, ' ').trim();
  return typeof text === 'string' ? words.includes(text) : text.test(words);
};

/**
 * Returns everything that matches, open shadow roots included. A selector of several parts is matched inside
 * one root: the step's section and its fields are in the same one.
 */
function* allIn<E extends Element>(root: ParentNode & Node, selector: string): Generator<E> {
  const roots: ParentNode[] = root instanceof Element && root.shadowRoot ? [root, root.shadowRoot] : [root];
  for (const place of roots) {
    yield* place.querySelectorAll<E>(selector);
    for (const element of place.querySelectorAll('*'))
      if (element.shadowRoot) yield* allIn<E>(element.shadowRoot, selector);
  }
}

const findIn = <E extends Element>(root: ParentNode & Node, selector: string): E | null => {
  for (const found of allIn<E>(root, selector)) return found;
  return null;
};

/** Says what there was instead, for the message of a failed test. */
function onScreen(root: ParentNode & Node): string {
  const step = findIn(root, '[data-step]')?.getAttribute('data-step');
  const heading = findIn(root, 'h2')?.textContent?.trim();
  const errors = [...allIn(root, '[id$="-error"]')].map((error) => error.textContent?.trim()).filter(Boolean);
  return [
    step ? `On screen: ${step}` : 'On screen: no step',
    heading ? `“${heading}”` : '',
    errors.length > 0 ? `errors: ${errors.join('; ')}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
