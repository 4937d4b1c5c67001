import { expect } from '@open-wc/testing';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import { submit } from '../support.ts';
import { eventually, mount, mountAtStep, openSession, session, settled, useApi } from './support.ts';

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

  // Firefox breaks no number behind a hyphen, and ids have digits there as often as not.
  for (const reference of ['11111111-1111-4111-8111-111111111111', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'])
    it(`a reference number stays inside: ${reference}`, async () => {
      const history = ['created', 'pending', 'failed'].map((status) => ({
        status,
        timestamp: '2026-11-28T12:00:00.000Z',
      }));
      const payout = { ...review, reference, status: 'failed', failure: 'unknown', again: true, history };
      api.on(
        openSession,
        session({ at: 'payout', requirement: { balance: 100, methods: [method], payout } }),
      );
      const { element, step } = await mountAtStep();
      expect(step.renderRoot.textContent).to.include(reference);
      for (const size of ['16px', '32px']) {
        element.style.cssText = `inline-size: 264px; font-size: ${size}`;
        await settled(step);
        expect(step.scrollWidth, size).to.be.at.most(264);
      }
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

/** A row in which something stands beside words: a switch, a link, a menu, a tag, an icon, a sum. */
const beside: readonly [says: string, at: Requirement['step'] | null, more: object][] = [
  [
    'the list of methods, and the switch',
    'manage-payouts',
    {
      requirement: {
        methods: [
          { ...method, platform: 'ach', bank_name: 'Community Federal', account_type: 'checking' },
          {
            ...method,
            id: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f1',
            is_default: false,
            correction: { reason: 'account-not-found', field: 'email', details: {} },
          },
        ],
        rails: [{ platform: 'paypal', arrives_in, fee: 0 }],
        auto_payout: { shown: true, enabled: false },
        blockers: ['auto-payout-required'],
      },
    },
  ],
  [
    'the choice of a way',
    'manage-payouts',
    {
      requirement: {
        methods: [],
        rails: ['ach', 'paypal', 'cash_app'].map((platform) => ({ platform, arrives_in, fee: 0 })),
      },
    },
  ],
  [
    'the balance, the methods and the switch',
    'payout',
    {
      requirement: {
        balance: 12_345_67,
        methods: [method],
        rails: [{ platform: 'paypal', arrives_in, fee: 0, minimum: 100, maximum: 1_000_000 }],
        auto_payout: { shown: true, enabled: false },
      },
    },
  ],
  ['the terms', 'payout', { requirement: { balance: 12_345_67, methods: [method], review } }],
  ['what needs attention', 'compliance', { submits: true }],
  [
    'the end',
    null,
    {
      more: {
        authenticated: true,
        summary: {
          done: [{ kind: 'details-saved' }, { kind: 'identity-confirmed' }],
          open: ['payout', 'identity'],
          left: 1_234_56,
          payout: {
            ...review,
            reference: '22222222-2222-4222-8222-222222222222',
            status: 'flagged',
            created: '2026-11-28T12:00:00.000Z',
          },
        },
      },
    },
  ],
];

/** Returns words that are broken although a line of their own has room. Addresses and ids may break. */
function brokenNeedlessly(root: ParentNode, room: number): string[] {
  const texts = ':is(h2, h3, p, dt, dd, button, label, li, a, strong, span):not(.address)';
  return broken(root, texts, /\p{L}{2,}/gu).filter((entry) => {
    const [, word = ''] = entry.split(/ (?=\S+$)/u);
    if (word === 'example' || word === 'com') return false;
    const [name = ''] = entry.split('.');
    const holds = ({ childNodes }: Element) =>
      [...childNodes].some((node) => node instanceof Text && node.data.includes(word));
    const one = [...root.querySelectorAll(name)].find(holds);
    // An element inside it holds the word, and is judged by itself.
    if (!one) return false;
    const probe = document.createElement('span');
    probe.style.cssText = 'position: absolute; white-space: nowrap; inline-size: max-content';
    probe.textContent = word;
    one.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width < room;
  });
}

describe('with text twice as large on a phone of 320 pixels', () => {
  const api = useApi();

  for (const [says, at, { submits = false, ...options }] of beside as readonly [
    string,
    Requirement['step'] | null,
    { readonly submits?: boolean },
  ][])
    for (const lang of ['en', 'de'])
      it(`no word is broken that has room on a line: ${says} in ${lang}`, async () => {
        api.on(openSession, session({ at, ...options }));
        const properties = { flowId: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8', lang };
        const element = at ? (await mountAtStep(properties)).element : await mount(properties);
        const root = () => element.renderRoot.querySelector('.screen > *')?.shadowRoot ?? element.renderRoot;
        await eventually(() => root().querySelector('h2'), 'a screen');
        if (!at) await eventually(() => root().querySelector('.facts'), 'the end');
        element.style.fontSize = '32px';
        if (submits) root().querySelector('form')?.requestSubmit();
        // Of 320 pixels a page with margins leaves 240.
        for (const width of [288, 240]) {
          element.style.inlineSize = `${width}px`;
          await settled(element);
          expect(brokenNeedlessly(root(), width - 50), `${width}`).to.deep.equal([]);
          expect(broken(root(), ':is(h2, p, dd, button, label, li, .hint)', amounts)).to.deep.equal([]);
          expect(element.scrollWidth, 'nothing sticks out').to.be.at.most(width);
        }
      });
});
