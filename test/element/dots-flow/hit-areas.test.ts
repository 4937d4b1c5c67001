import { expect } from '@open-wc/testing';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import { submit } from '../support.ts';
import { flowId, mount, mountAtStep, openSession, problem, session, title, useApi } from './support.ts';

/** Of fields and main buttons, for thumbs on cheap phones. Links in text have WCAG 2.2 §2.5.8's 24 px. */
const controlHeight = 44;
const linkHeight = 24;

const screens: readonly [string, Requirement['step'], Partial<Record<string, unknown>>][] = [
  ['phone', 'authentication', {}],
  ['known phone', 'authentication', { known_phone: true, masked_phone: '+1 ••• ••• 0123' }],
  ['code', 'authentication', { phase: 'code', masked_phone: '+1 ••• ••• 0123' }],
  ['onboarding', 'onboarding', {}],
  ['tax form', 'compliance', {}],
  ['payout methods', 'manage-payouts', {}],
];

const visible = (element: HTMLElement): boolean =>
  element.checkVisibility() &&
  !element.closest('[aria-hidden=true]') &&
  element.getBoundingClientRect().width > 1;

/** A radio or a checkbox can be hit anywhere on its label, and a switch anywhere on its row. */
function target(control: HTMLElement): HTMLElement {
  if (control.matches('[type=radio], [type=checkbox]'))
    return (control as HTMLInputElement).labels?.[0] ?? control;
  const row = control.closest<HTMLElement>('.setting');
  return row && isHitAt(row, control) ? row : control;
}

/** Returns whether a hit in the corners of the row hits the control in it. */
function isHitAt(row: HTMLElement, control: HTMLElement): boolean {
  row.scrollIntoView({ block: 'center' });
  const { left, top, right, bottom } = row.getBoundingClientRect();
  const root = row.getRootNode() as ShadowRoot;
  return [
    [left + 2, top + 2],
    [right - 2, top + 2],
    [left + 2, bottom - 2],
    [right - 2, bottom - 2],
  ].every(([x = 0, y = 0]) => root.elementFromPoint(x, y) === control);
}

function tooSmall(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>('button, a, input, select, summary, textarea, [role=switch]')]
    .filter(visible)
    .map(target)
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const wanted = element.matches('.link, summary, a:not(.button)') ? linkHeight : controlHeight;
      return Math.round(height) < wanted || Math.round(width) < linkHeight;
    })
    .map(
      (element) =>
        `${element.outerHTML.slice(0, 90)} ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}`,
    );
}

describe('everything that can be pressed is large enough', () => {
  const api = useApi();

  for (const [name, at, requirement] of screens) {
    it(`on the screen: ${name}`, async () => {
      api.on(openSession, session({ at, requirement }));
      const { step } = await mountAtStep();
      expect(step.renderRoot.querySelectorAll('button, input').length).to.be.above(0);
      expect(tooSmall(step.renderRoot)).to.deep.equal([]);
    });
  }

  it('in the list of what is wrong', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { step } = await mountAtStep();
    await submit(step);
    expect(step.renderRoot.querySelectorAll('[part=summary] a').length).to.be.above(1);
    expect(tooSmall(step.renderRoot)).to.deep.equal([]);
  });

  it('on a closing screen', async () => {
    api.on(openSession, problem(403, 'origin-not-allowed'));
    const element = await mount({ flowId, closable: true });
    await title(element);
    expect(tooSmall(element.renderRoot)).to.deep.equal([]);
  });
});
