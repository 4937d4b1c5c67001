import { expect } from '@open-wc/testing';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { submit } from '../support.ts';
import { eventually, mountAtStep, openSession, session, settled, useApi } from './support.ts';

const field = (id: string, type: string, more = {}) => ({
  id,
  type,
  label: `Label ${id}`,
  page: 1,
  required: true,
  secret: false,
  hint: `Hint ${id}.`,
  options: ['One', 'Two'],
  max_length: null,
  ...more,
});
const payoutRails = ['ach', 'paypal', 'venmo', 'cash_app', 'intl_bank'].map((platform) => ({
  platform,
  arrives_in: { from: 1440, to: 4320 },
  fee: 0,
}));

const screens: readonly [string, Requirement['step'], Partial<Record<string, unknown>>][] = [
  ['phone', 'authentication', {}],
  ['code', 'authentication', { phase: 'code', masked_phone: '+1 ••• ••• 0123' }],
  ['onboarding', 'onboarding', {}],
  ['tax form of a US person', 'compliance', {}],
  ['tax form of others', 'compliance', { form: 'w8ben', country: 'DE' }],
  ['tax form of other businesses', 'compliance', { form: 'w8bene', country: 'DE' }],
  ['identity', 'id-verification', {}],
  ['payments in', 'manage-payments', {}],
  ['payout methods', 'manage-payouts', { rails: payoutRails }],
  [
    'a PDF form',
    'pdf-form-fill',
    {
      fields: ['text', 'multiline', 'checkbox', 'radio', 'select', 'date'].map((type) => field(type, type)),
    },
  ],
];

/** Returns the elements that give `element` its name. */
function namers(element: HTMLElement): Element[] {
  const root = element.getRootNode() as ShadowRoot;
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(' ').flatMap((id) => root.getElementById(id) ?? []);
  if (element.hasAttribute('aria-label')) return [];
  return [...((element as HTMLInputElement).labels ?? [])];
}

/** Returns what would be read twice at one control, and what is pointed at but not there. */
function saidTwice({ renderRoot }: StepElement): string[] {
  const root = renderRoot as ShadowRoot;
  return [...root.querySelectorAll<HTMLElement>('[aria-describedby]')].flatMap((element) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    const around = element.parentElement?.closest('[aria-describedby]')?.getAttribute('aria-describedby');
    return ids.flatMap((id) => {
      const told = root.getElementById(id);
      const what = `${element.id || element.getAttribute('name') || element.localName} → ${id}`;
      if (!told) return [`${what} is not there`];
      if (ids.filter((other) => other === id).length > 1) return [`${what} twice`];
      if (around?.split(' ').includes(id)) return [`${what}, which its group says`];
      if (namers(element).some((name) => name.contains(told))) return [`${what}, which is in its name`];
      return [];
    });
  });
}

describe('at every field, what helps', () => {
  const api = useApi();

  for (const [name, at, requirement] of screens)
    it(`is read once, right or wrong: ${name}`, async () => {
      api.on(openSession, session({ at, requirement }));
      const { step } = await mountAtStep();
      await eventually(
        () => step.renderRoot.querySelector('input, select, textarea, button'),
        'there is something to do',
      );
      expect(saidTwice(step)).to.deep.equal([]);
      if (step.renderRoot.querySelector('[type=submit]') && at !== 'manage-payouts') {
        await submit(step);
        await settled(step);
        expect(saidTwice(step)).to.deep.equal([]);
      }
    });
});
