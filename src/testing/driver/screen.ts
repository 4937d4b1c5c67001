/** What the driver needs of a page. `playwright.ts` and `dom.ts` are the two ways to have it. */

/** Selectors pierce shadow roots. Everything waits until the page is ready for it. */
export interface Screen {
  /** Types over what stands in the control with this wire name, or picks in it when it is a list. */
  fill(name: string, value: string): Promise<void>;
  /** Chooses the box with this wire name, or the one of several that has `value`. */
  choose(name: string, value?: string): Promise<void>;
  /** Presses the main button of the step, or the button with this text. */
  press(text?: string | RegExp): Promise<void>;
  /** Returns the text of the first element that matches; null when there is none. */
  read(selector: string): Promise<string | null>;
  /** Waits until something matches, or until nothing does. */
  waitFor(selector: string, state?: 'there' | 'gone'): Promise<void>;
}

/** The main button of the step on screen. */
export const mainButton = '[data-step] button.button[type="submit"]';

/** The selector of a control by wire name, and of one choice of several. */
export const controlSelector = (name: string, value?: string): string =>
  `[data-step] [name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`;
