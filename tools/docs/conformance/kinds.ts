/** What a row of the accessibility conformance report consists of. */

/** The words of the VPAT 2.5. “Not Evaluated” is for level AAA only, so nobody may say it here. */
export const verdicts = ['Supports', 'Partially supports', 'Does not support', 'Not applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** A file below `test/`, and the name of a test in it, as it is written there. */
export type Evidence = readonly [file: string, name: string];

export type Group = 'axe' | 'keys' | 'trees' | 'room';

interface Common {
  readonly title: string;
  readonly does: string;
  readonly tests: readonly Evidence[];
}

/** What many rows rely on, named once above them. */
export const groups: Readonly<Record<Group, Common>> = {
  axe: {
    title: 'every screen by axe',
    does: `axe-core examines the screens of the steps, right and wrong, light and dark, in both directions of
      writing, with everything that unfolds unfolded, against its rules for WCAG 2.2 A and AA and its best practices.`,
    tests: [
      ['element/every-screen/first.test.ts', 'every look of'],
      ['element/every-screen/tax.test.ts', 'every look of'],
      ['element/every-screen/identity.test.ts', 'every look of'],
      ['element/every-screen/papers.test.ts', 'every look of'],
      ['element/every-screen/money.test.ts', 'every look of'],
    ],
  },
  keys: {
    title: 'every step by keys',
    does: `Each step is done with Tab, Enter, Space, arrows and typing alone. Whatever Tab leads to has to be in view
      with nothing over it, and to have a ring.`,
    tests: [
      ['element/every-screen/keyboard.test.ts', 'by keys alone'],
      ['e2e/keyboard.spec.ts', 'a license, front and back, and a face are chosen from disk'],
      ['e2e/host.spec.ts', 'a payee with nothing but a keyboard finishes the flow'],
    ],
  },
  trees: {
    title: 'the trees of twelve screens',
    does: `What browsers give to screen readers (roles, names, states, order) is kept for twelve screens of the hosted
      page, and compared.`,
    tests: [
      ['e2e/aria-tree.spec.ts', 'the trees from the phone to the end'],
      ['e2e/aria-tree.spec.ts', 'the trees of an ID and of methods on file'],
    ],
  },
  room: {
    title: 'every screen at 320 pixels, spaced',
    does: `Every screen that axe examines is drawn at 320 pixels with the line height and the spaces of 1.4.12. No words
      may be cut off, or reach over the edge; the page may not scroll sideways.`,
    tests: [
      ['element/every-screen/first.test.ts', 'every look of'],
      ['element/every-screen/tax.test.ts', 'every look of'],
      ['element/every-screen/identity.test.ts', 'every look of'],
      ['element/every-screen/papers.test.ts', 'every look of'],
      ['element/every-screen/money.test.ts', 'every look of'],
    ],
  },
};

export interface Row {
  readonly number: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** One plain sentence or two. */
  readonly says: string;
  /** Groups of tests that show it. */
  readonly by?: readonly Group[];
  readonly tests?: readonly Evidence[];
  /** What matches nowhere in the code that draws, and what it would be. A test looks. */
  readonly absent?: readonly [pattern: RegExp, what: string];
  /** What somebody read in the sources where no test shows it. */
  readonly read?: string;
  /** Whether a screen reader would have to be tried to be sure. Nobody has. */
  readonly aloud?: true;
}

export interface Criterion extends Row {
  readonly level: 'A' | 'AA';
}
