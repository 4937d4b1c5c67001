/** WCAG 2.2, principle 4. 4.1.1 is no criterion of 2.2; EN 301 549 still has it. */
import type { Criterion } from './kinds.ts';

export const robust: readonly Criterion[] = [
  {
    number: '4.1.2',
    name: 'Name, Role, Value',
    level: 'A',
    verdict: 'Supports',
    says: `Fields and buttons are the browser’s own. The search for a country and the menu of a payout method follow the ARIA
      authoring practices.`,
    by: ['axe', 'trees'],
    tests: [
      ['element/steps/authentication.test.ts', 'finds “ger”, goes with the arrows and chooses with Enter'],
      [
        'element/steps/manage-payouts.test.ts',
        'opens with Enter, moves with the arrows, and gives the focus back on Escape',
      ],
    ],
    aloud: true,
  },
  {
    number: '4.1.3',
    name: 'Status Messages',
    level: 'AA',
    verdict: 'Supports',
    says: `What changes without the focus is said politely in one place: errors of a field that was left, waits, lost
      connections, the way of a payout.`,
    tests: [
      ['element/dots-flow/aloud.test.ts', 'is what is wrong with a field that was left, with its name'],
      ['element/dots-flow/retry-after.test.ts', 'is counted down, and said once'],
      ['element/dots-flow/going-on.test.ts', 'says so once, in one place, and promises to go on'],
      ['element/steps/payout.test.ts', 'follows the payout by what the server pushes, and says so'],
    ],
    aloud: true,
  },
];
