import { expect } from '@open-wc/testing';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import { submit } from '../support.ts';
import { eventually, mountAtStep, openSession, session, settled, useApi } from './support.ts';

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

const shortFields = '.row :is(label, .hint, .error span), .parts label, .date .error span';
const words = /[\p{L}\p{N}]+/gu;
const amounts = /\$[\d,.]*\d/gu;

/** Returns what matches, in the texts of `selector`, and is broken over two lines. */
function broken(root: ParentNode, selector = shortFields, whole = words): string[] {
  return [...root.querySelectorAll(selector)].flatMap((text) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { 0: word, index } of node.data.matchAll(whole)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        // WebKit gives what begins a line behind a hyphen an empty place at the end of the line before.
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1)
          found.push(`${text.localName}.${text.className} ${word}`);
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

const method = {
  id: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f7',
  platform: 'paypal',
  masked: 'j•••@example.com',
  bank_name: null,
  account_type: null,
  is_default: true,
};
const arrives_in = { from: 5, to: 10 };
const review = {
  id: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f6',
  ...{ amount: 12_345_67, fee: 25, net: 12_345_42, method, arrives_in },
};

describe('on a narrow phone', () => {
  const api = useApi();

  for (const [what, requirement] of [
    ['the balance', {}],
    ['the terms', { review }],
  ] as const)
    for (const size of ['16px', '32px'])
      it(`no amount of money is broken: ${what} at ${size}`, async () => {
        const more = { balance: 12_345_67, methods: [method], ...requirement };
        api.on(openSession, session({ at: 'payout', requirement: more }));
        const { element, step } = await mountAtStep();
        element.style.cssText = `inline-size: 264px; font-size: ${size}`;
        await settled(step);
        expect(step.renderRoot.textContent).to.include('$12,345.67');
        const all = ':is(h2, p, dd, button, label, li, .error, .hint)';
        expect(broken(step.renderRoot, all, amounts)).to.deep.equal([]);
        expect(step.scrollWidth, 'nothing sticks out').to.be.at.most(264);
      });

  for (const side of ['front', 'selfie'])
    it(`no word below the examples of a photo is broken in German: ${side}`, async () => {
      const document = { country: 'US', document_type: 'passport' };
      const requirement = { phase: side === 'selfie' ? 'selfie' : 'capture', document, needs: [side] };
      api.on(openSession, session({ at: 'id-verification', requirement }));
      const { element, step } = await mountAtStep({
        flowId: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8',
        lang: 'de',
      });
      element.style.inlineSize = '328px';
      await eventually(() => step.renderRoot.querySelector('.caption'), 'the examples are shown');
      await settled(step);
      expect(broken(step.renderRoot, '.caption')).to.deep.equal([]);
    });
});
