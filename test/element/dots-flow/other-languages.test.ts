import { expect } from '@open-wc/testing';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import { submit } from '../support.ts';
import { eventually, mountAtStep, openSession, session, settled, useApi } from './support.ts';

const flowId = '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8';
const screens: readonly [Requirement['step'], Partial<Record<string, unknown>>][] = [
  ['onboarding', {}],
  ['compliance', {}],
  ['compliance', { form: 'w8ben', country: 'DE' }],
  ['compliance', { form: 'w8bene', country: 'DE' }],
  ['id-verification', {}],
  ['background-check', { phase: 'disclosure' }],
  ['manage-payments', {}],
  ['manage-payouts', {}],
];

/** Words that no German sentence has. */
const english = /\b(?:the|your|you|of|and|is|are|with|please|this)\b/;

/** Returns what is English, and not said to be. */
function notSaid(root: ParentNode): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { parentElement: parent, textContent: text } = walker.currentNode;
    if (
      !parent ||
      parent.closest('[lang=en]') ||
      parent.localName === 'style' ||
      parent.localName === 'option'
    )
      continue;
    if (english.test(text ?? '')) found.push(text?.trim().slice(0, 80) ?? '');
  }
  return found;
}

describe('words in another language than the page', () => {
  const api = useApi();

  for (const [at, requirement] of screens)
    it(`say which it is: ${at} ${JSON.stringify(requirement)}`, async () => {
      api.on(openSession, session({ at, requirement }));
      const { element, step } = await mountAtStep({ flowId, lang: 'de' });
      await eventually(() => element.renderRoot.querySelector('[part=help]'), 'all of the frame is there');
      expect(element.renderRoot.querySelector('[part=flow]')?.getAttribute('lang')).to.equal('de');
      if (at === 'onboarding' || at === 'compliance') await submit(step);
      await settled(step);
      expect(notSaid(step.renderRoot)).to.deep.equal([]);
      expect(notSaid(element.renderRoot)).to.deep.equal([]);
    });

  it('are the names of the other languages', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { element } = await mountAtStep();
    await eventually(() => element.renderRoot.querySelector('[part=help] [lang]'), 'there are others');
    const names = [...element.renderRoot.querySelectorAll<HTMLElement>('[part=help] button[lang]')];
    expect(names.map(({ lang, textContent }) => [lang, textContent.trim()])).to.deep.include([
      'de',
      'Deutsch',
    ]);
  });
});
