import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { finishAnimations } from '../animations.ts';
import { submit } from '../support.ts';
import {
  eventually,
  mountAtStep,
  openSession,
  problem,
  session,
  snapshot,
  settled,
  stepOf,
  type TestFlow,
  useApi,
} from './support.ts';

const whole = (element: TestFlow) =>
  eventually(() => element.renderRoot.querySelector('[part=help]'), 'all of the frame is there');
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));

const isInView = (element: Element | null | undefined): boolean => {
  const { top = -1, bottom = -1 } = element?.getBoundingClientRect() ?? {};
  return top >= -1 && bottom <= innerHeight + 1 && bottom > 0;
};
const fieldOf = (step: StepElement): Element | null =>
  step.shadowRoot?.activeElement?.closest('.field') ?? null;

describe('on a phone, <dots-flow> brings into view', () => {
  const api = useApi();
  let before: { width: number; height: number };
  beforeEach(() => {
    before = { width: innerWidth, height: innerHeight };
  });
  afterEach(async () => {
    await setViewport(before);
    scrollTo(0, 0);
  });

  /** The page around has as much above and below as a real one. */
  async function mountInPage(width: number, height: number) {
    await setViewport({ width, height });
    const mounted = await mountAtStep();
    mounted.element.style.marginBlock = '120px 600px';
    await whole(mounted.element);
    return mounted;
  }

  for (const at of ['onboarding', 'compliance'] as const)
    it(`the first error with the banner above it (${at})`, async () => {
      api.on(
        openSession,
        session({ at, requirement: at === 'compliance' ? { tax_id_verification: 'mismatched' } : {} }),
      );
      const { step } = await mountInPage(360, 640);
      const button = step.renderRoot.querySelector('[type=submit]');
      button?.scrollIntoView({ block: 'start' });
      await submit(step);
      await frame();
      const banner = step.renderRoot.querySelector('[part=summary], [part=mismatch]');
      expect(isInView(fieldOf(step)), 'the field').to.equal(true);
      expect(isInView(banner), 'the banner').to.equal(true);
    });

  it('a field with its message above the keyboard', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { step } = await mountInPage(360, 320);
    for (const name of ['email', 'last_name', 'first_name', 'email']) {
      step.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
      await frame();
      expect(isInView(fieldOf(step)), name).to.equal(true);
    }
    await submit(step);
    await frame();
    expect(fieldOf(step)?.querySelector('.error'), 'the first field is wrong').not.to.equal(null);
    expect(isInView(fieldOf(step)), 'with its error').to.equal(true);
  });

  it('the error that comes to a field which has the focus already', async () => {
    api.on(openSession, session());
    api.on(
      'POST /session/authentication/code',
      problem(422, 'invalid-input', {
        errors: [{ field: 'phone_number', code: 'landline', message: 'landline' }],
      }),
    );
    const { step } = await mountInPage(360, 320);
    const phone = step.renderRoot.querySelector<HTMLInputElement>('[name=phone_number]');
    phone?.focus();
    await sendKeys({ type: '2025550002' });
    scrollBy(0, (phone?.getBoundingClientRect().bottom ?? 0) - innerHeight + 4);
    await sendKeys({ press: 'Enter' });
    await eventually(() => step.renderRoot.querySelector('.error'), 'it is refused');
    await settled(step);
    await frame();
    expect(isInView(fieldOf(step))).to.equal(true);
  });

  for (const at of [0, 1] as const)
    it(`the heading of the next screen, with the way back and the progress (${at ? 'cut off' : 'far above'})`, async () => {
      api.on(openSession, session({ at: 'onboarding', more: { back_to: 'authentication' } }));
      api.on('POST /session/onboarding', snapshot({ at: 'compliance', more: { back_to: 'onboarding' } }));
      const { element, step } = await mountInPage(360, 640);
      const send = step.renderRoot.querySelector<HTMLElement>('[type=submit]');
      send?.scrollIntoView({ block: 'start' });
      send?.focus();
      if (at) scrollTo(0, scrollY + (step.getBoundingClientRect().top ?? 0) - 4);
      await step.context.send({ method: 'POST', path: '/onboarding', body: {} });
      const next = await stepOf(element, 'compliance');
      await eventually(() => next.shadowRoot?.activeElement?.id === 'title', 'the heading has the focus');
      finishAnimations(element.renderRoot as ShadowRoot);
      await frame();
      expect(isInView(next.shadowRoot?.activeElement), 'the heading').to.equal(true);
      for (const part of ['.back', '[part=progress]'])
        expect(isInView(element.renderRoot.querySelector(part)), part).to.equal(true);
    });

  it('nothing that fits nowhere, and nothing that is in view already', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { step } = await mountInPage(360, 700);
    const email = step.renderRoot.querySelector<HTMLInputElement>('[name=email]');
    email?.scrollIntoView({ block: 'center' });
    const { scrollY } = window;
    email?.focus();
    await frame();
    expect(window.scrollY).to.equal(scrollY);
  });
});
