/**
 * Each screen of the gallery's walks is examined by axe in every look that a page can give it, and the
 * element changes from look to look without being loaded anew.
 */
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import 'axe-core/axe.min.js';
import {
  createStage,
  rest,
  treeOf,
  unfold,
  type Visit,
  type Walks,
} from '../../../demo/gallery/screens/stage.ts';
import { eventually } from '../eventually.ts';
import { examineRoom } from './room.ts';

/** The script puts itself there. */
declare const axe: typeof Axe;

/** Milliseconds for one walk. A screen takes a second or two where the machine does other things too. */
export const limit = 120_000;

/** The element stands in a page with a heading and a landmark, as a partner’s page has them. */
const stage = createStage(
  (element) => {
    document.documentElement.lang = 'en';
    document.title = 'Getting paid';
    // A payee who comes back has one page open, and not two.
    fixtureCleanup();
    return fixture(
      html`<main>
        <h1>Acme Market</h1>
        ${element}
      </main>`,
    );
  },
  (flow, { heading }) => examine(flow, heading),
);
export const { visit } = stage;

/** Returns a group of tests: one for each walk. */
export const examineWalks = (walks: Walks) =>
  function (this: Mocha.Suite): void {
    this.timeout(limit);
    after(expectDrawnOnce);
    for (const [name, walk] of Object.entries(walks)) it(name, () => walk(stage));
  };
const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['ltr', 'rtl'] as const).map((direction) => ({ theme, direction })),
);

/** What WCAG 2.2 asks for up to level AA, and what axe’s makers hold to be good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Whoever speaks to the computer says what is to be read on a button (2.5.3); axe calls its rule
 * experimental.
 */
const rules = { 'label-content-name-mismatch': { enabled: true } };

/** Gives the page and the element a theme, and what is on screen a direction of writing. */
async function dress(flow: Visit, { theme, direction }: (typeof looks)[number]): Promise<void> {
  const { element } = flow;
  document.documentElement.style.colorScheme = theme;
  document.body.style.background = theme === 'dark' ? '#14171c' : '#fff';
  element.theme = theme;
  await element.updateComplete;
  // The words of no language that there is go from right to left.
  element.renderRoot.querySelector('[part=flow]')?.setAttribute('dir', direction);
  await rest(flow);
}

/**
 * That nothing to press or to choose is without a name, and that no group says again what its heading says.
 * Words that all steps share may come a moment after the first of them.
 */
async function examineNames(flow: Visit, heading: string): Promise<void> {
  const nameless = () =>
    treeOf(flow).filter(
      (one) => one.matches('option, button:not([aria-label], [aria-labelledby])') && !one.textContent.trim(),
    );
  await eventually(() => !nameless().length, 'everything has a name').catch(() => undefined);
  const twice = treeOf(flow).filter((one) => {
    const group = one.parentElement?.closest('[role="group"]');
    return one.matches('h3, h4') && !!one.id && group?.getAttribute('aria-labelledby') === one.id;
  });
  expect(
    [...nameless(), ...twice].map((one) => one.closest('select')?.name ?? one.outerHTML),
    `without a name, or said twice, on “${heading}”`,
  ).to.deep.equal([]);
}

/**
 * That axe finds nothing on the screen with this heading, in any look, whatever unfolds unfolded, that names
 * are said once, and that a narrow page with wide spaces loses nothing.
 */
async function examine(flow: Visit, heading: string): Promise<void> {
  await examineNames(flow, heading);
  unfold(flow);
  for (const look of looks) {
    await dress(flow, look);
    const { violations } = await axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html: at, failureSummary }) => `${id}: ${at}\n${failureSummary ?? ''}`),
    );
    expect(found.join('\n'), `${heading}, ${look.theme}, ${look.direction}`).to.equal('');
  }
  await examineRoom(flow.element, heading);
}

/**
 * That no element had to be drawn once more right after it was drawn. Lit notes its warnings by their text.
 */
export function expectDrawnOnce(): void {
  const { litIssuedWarnings = new Set() } = globalThis as { litIssuedWarnings?: ReadonlySet<string> };
  const again = [...litIssuedWarnings].filter((text) => text.includes('after an update completed'));
  expect(again).to.deep.equal([]);
}
