/** Drives a page of Playwright's. Only the shape of its API is used, so nothing of it is imported. */
import { controlSelector, mainButton, type Screen } from './screen.ts';

/** What is used of Playwright's `Locator`. */
export interface PlaywrightLocator {
  first(): PlaywrightLocator;
  count(): Promise<number>;
  fill(value: string): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  click(): Promise<void>;
  textContent(): Promise<string | null>;
  waitFor(options?: { state?: 'attached' | 'detached' | 'visible' | 'hidden' }): Promise<void>;
}

/** What is used of Playwright's `Page`. */
export interface PlaywrightPage {
  locator(selector: string): PlaywrightLocator;
  getByRole(role: 'button', options: { name: string | RegExp }): PlaywrightLocator;
}

export function onPlaywright(page: PlaywrightPage): Screen {
  return {
    async fill(name, value) {
      const control = page.locator(controlSelector(name)).first();
      await control.waitFor();
      const isList = (await page.locator(`[data-step] select[name="${name}"]`).count()) > 0;
      await (isList ? control.selectOption(value) : control.fill(value));
    },
    choose: (name, value) => page.locator(controlSelector(name, value)).first().click(),
    press: (text) =>
      (text === undefined ? page.locator(mainButton) : page.getByRole('button', { name: text }))
        .first()
        .click(),
    async read(selector) {
      const found = page.locator(selector);
      return (await found.count()) > 0 ? ((await found.first().textContent())?.trim() ?? null) : null;
    },
    waitFor: (selector, state = 'there') =>
      state === 'there'
        ? page.locator(selector).first().waitFor({ state: 'attached' })
        : page.locator(selector).first().waitFor({ state: 'detached' }),
  };
}
