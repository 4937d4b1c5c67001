/** What is looked at on every screen of somebody whose browser speaks German. */
import german from '../../../src/locales/de/index.ts';
import { englishDetector, everythingSaid, expectFits } from './language.ts';
import { submit } from './payee.ts';
import { expect, type Page } from './test.ts';

/** Names, and what somebody typed. */
const names = [
  /Sandbox Demo|Demo App|Acme/g,
  /https?:\/\/\S+/g,
  // An id, whose letters may spell a word.
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g,
  /Lantern National Bank|Juniper Credit Union|Meadow & Vale Bank|Pebble Creek Savings|Harrow Street Bank|Thimble Trust|Quarry Lane Bank|Test Bank/g,
  /Everyday Checking|Rainy Day Savings|Old Checking/g,
  /Fair Credit Reporting Act|Social Security Number|Employer Identification Number|Routing Number/g,
  /Routing & account number|Cash App|Ada Example|1 Main Street|Article 12\(1\)/g,
  /backup withholding|penalties of perjury|limitation on benefits|ownership and base erosion|derivative benefits/g,
  /active trade or business|discretionary determination/g,
  /Isle of Man|District of Columbia|Armed Forces[\w ,()]*|Federated States of Micronesia/g,
  /Income Tax Act, Part XX|Sharing Economy Reporting Regime|Registered Deemed-Compliant FFI/g,
];

const detector = englishDetector('de', german, names);

/** Looks at the screen: German and nothing else, declared as German, and no word breaks out of it. */
export async function look(page: Page, name: string): Promise<void> {
  const root = page.locator('dots-flow [part="flow"]');
  await expect(root).toHaveAttribute('lang', 'de');
  await expect(root).toHaveAttribute('dir', 'ltr');
  await lookAtPage(page, name);
}

/** The same of a page without the element. */
export async function lookAtPage(page: Page, name: string): Promise<void> {
  const isEnglish = await detector;
  const said = await everythingSaid(page);
  expect(said.filter(isEnglish), `English on “${name}”`).toEqual([]);
  await expectFits(page);
  await expect(page.locator('.optional').filter({ hasText: '()' })).toHaveCount(0);
  const shots = process.env['SCREENSHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** Presses the main button with nothing filled in, and looks at what is said then. */
export async function lookAtErrors(page: Page, name: string): Promise<void> {
  await submit(page);
  await expect(page.locator('[part~="error"]').first()).toBeVisible();
  await look(page, `${name}-errors`);
}

export async function openDetails(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary');
  while (await closed.count()) await closed.first().click();
}
