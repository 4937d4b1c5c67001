import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { afterPaint } from '../../../src/ui/after-paint.ts';
import { fill, submit } from '../support.ts';
import {
  accessible,
  eventually,
  mountAtStep,
  openSession,
  session,
  settled,
  snapshot,
  stepOf,
  type TestFlow,
  useApi,
} from './support.ts';

const region = (element: TestFlow) => element.renderRoot.querySelector('p[role=status]');
const whole = (element: TestFlow) =>
  eventually(() => element.renderRoot.querySelector('[part=help]'), 'all of the frame is there');
const input = (step: StepElement, name: string): HTMLInputElement =>
  step.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`) ?? expect.fail(`there is no ${name}`);

describe('what <dots-flow> says aloud', () => {
  const api = useApi();
  /** Everything that the region says, in order. */
  let said: string[];

  async function mountAloud(): Promise<{ element: TestFlow; step: StepElement }> {
    const mounted = await mountAtStep();
    const { element } = mounted;
    await whole(element);
    said = [];
    const place = region(element);
    if (place)
      new MutationObserver(() => void said.push(place.textContent)).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    return mounted;
  }

  it('is what is wrong with a field that was left, with its name', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { element, step } = await mountAloud();
    input(step, 'email').focus();
    await sendKeys({ type: 'ada' });
    await sendKeys({ press: 'Tab' });
    await eventually(() => said.length, 'something is said');
    const error = step.renderRoot.querySelector('#email-error')?.textContent.trim();
    expect(error).to.match(/./);
    expect(said).to.deep.equal([`Email: ${error}`]);
    await accessible(element);
  });

  it('is what is wrong with a date, once it is left as a whole', async () => {
    api.on(openSession, session({ at: 'compliance', requirement: { tax_id_verification: 'mismatched' } }));
    const { step } = await mountAloud();
    const parts = step.renderRoot.querySelectorAll<HTMLInputElement>('.parts input');
    if (!parts.length) throw new Error('There is no date.');
    parts[0]?.focus();
    await sendKeys({ type: '13' });
    await sendKeys({ press: 'Tab' });
    await aTimeout(250);
    expect(said, 'not between its parts').to.deep.equal([]);
    input(step, 'tin').focus();
    await eventually(() => said.length, 'something is said');
    expect(said[0]).to.match(/^Date of birth: ./);
  });

  it('is nothing of a field that is right, empty, or has the focus again', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { step } = await mountAloud();
    await fill(step, { first_name: 'Ada' });
    input(step, 'first_name').focus();
    input(step, 'last_name').focus();
    input(step, 'email').focus();
    await sendKeys({ type: 'ada' });
    input(step, 'last_name').focus();
    input(step, 'email').focus();
    await aTimeout(300);
    expect(said).to.deep.equal([]);
  });

  it('is nothing besides the field to which a refused form leads', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { step } = await mountAloud();
    input(step, 'email').focus();
    await sendKeys({ type: 'ada' });
    await sendKeys({ press: 'Enter' });
    await settled(step);
    await aTimeout(300);
    expect((step.shadowRoot?.activeElement as HTMLInputElement).name).to.equal('first_name');
    expect(said).to.deep.equal([]);
    await submit(step);
    await aTimeout(300);
    expect(said).to.deep.equal([]);
  });

  /** Shows the next step. */
  async function goOn(element: TestFlow, step: StepElement): Promise<void> {
    api.on('POST /session/onboarding', snapshot({ at: 'compliance' }));
    await fill(step, { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', country: 'US' });
    await submit(step);
    await settled(await stepOf(element, 'compliance'));
    await settled(element);
  }
  const painted = () => new Promise<void>((resolve) => afterPaint(resolve));

  it('is gone with the screen that it was about', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { element, step } = await mountAloud();
    step.context.announce('About this screen');
    await element.updateComplete;
    expect(region(element)?.textContent).to.equal('About this screen');
    await painted();
    await goOn(element, step);
    expect(region(element)?.textContent).to.equal('');
  });

  it('is gone with a screen within the step, too', async () => {
    const rails = ['ach', 'paypal'].map((platform) => ({
      platform,
      arrives_in: { from: 1440, to: 4320 },
      fee: 0,
    }));
    api.on(openSession, session({ at: 'manage-payouts', requirement: { rails } }));
    const { element, step } = await mountAloud();
    step.context.announce('About this screen');
    await settled(element);
    await painted();
    step.renderRoot.querySelector<HTMLElement>('[value=paypal]')?.click();
    await settled(step);
    await settled(element);
    expect(step.renderRoot.querySelector('#title')?.textContent).to.equal('Your PayPal account');
    expect(region(element)?.textContent).to.equal('');
  });

  it('stays when it is about what led to the next screen', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { element, step } = await mountAloud();
    step.context.announce('About this screen');
    await painted();
    const { announce } = step.context;
    element.addEventListener('dots-step-started', () => announce('About the next'));
    await goOn(element, step);
    expect(region(element)?.textContent).to.equal('About the next');
  });

  it('does not stay for whoever reads the page line by line', async () => {
    api.on(openSession, session({ at: 'onboarding' }));
    const { element, step } = await mountAloud();
    input(step, 'email').focus();
    await sendKeys({ type: 'ada' });
    await sendKeys({ press: 'Tab' });
    await eventually(() => region(element)?.textContent, 'something is said');
    await eventually(() => region(element)?.textContent === '', 'it is taken away');
  }).timeout(40_000);
});
