import { expect } from '@open-wc/testing';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import { submit } from '../support.ts';
import { mountAtStep, openSession, session, settled, useApi } from './support.ts';

const screens: readonly [Requirement['step'], Partial<Record<string, unknown>>][] = [
  ['onboarding', {}],
  ['compliance', { tax_id_verification: 'mismatched' }],
  ['compliance', { form: 'w8ben', country: 'DE' }],
  [
    'background-check',
    { phase: 'details', fields: ['date_of_birth', 'ssn', 'line_1', 'city', 'state', 'postcode'] },
  ],
  ['manage-payouts', {}],
];

/** Returns the words in short fields that are broken over two lines. */
function broken(root: ParentNode): string[] {
  const texts = root.querySelectorAll('.row :is(label, .hint, .error span), .parts label, .date .error span');
  return [...texts].flatMap((text) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        // WebKit gives what begins a line behind a hyphen an empty place at the end of the line before.
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
    }
    return found;
  });
}

describe('short fields side by side', () => {
  const api = useApi();

  for (const [at, requirement] of screens)
    for (const lang of ['en', 'de'])
      it(`break no word of their labels and messages: ${at} ${JSON.stringify(requirement)} in ${lang}`, async () => {
        api.on(openSession, session({ at, requirement }));
        const { element, step } = await mountAtStep({ flowId: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8', lang });
        if (at !== 'manage-payouts') await submit(step);
        for (const width of ['280px', '320px', '24rem', '28rem']) {
          element.style.inlineSize = width;
          await settled(step);
          expect(broken(step.renderRoot), width).to.deep.equal([]);
        }
      });
});
