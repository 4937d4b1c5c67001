/** What a page does to the element’s looks: slots, states, parts, and what the console says of colours. */
import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { Localizer } from '../../../src/locales/localizer.ts';
import { findings } from '../../../src/shell/contrast-check.ts';
import { plainFailure } from '../../../src/shell/frame.ts';
import { fill, submit } from '../support.ts';
import {
  accessible,
  eventually,
  flowId,
  later,
  mount,
  mountAtStep,
  openSession,
  problem,
  session,
  settled,
  snapshot,
  state,
  type TestFlow,
  title,
  useApi,
} from './support.ts';

/** Puts something of the page into one of the element’s slots. */
function put(element: TestFlow, slot: string, text = slot): HTMLElement {
  const own = Object.assign(document.createElement('div'), { slot, textContent: text });
  element.append(own);
  return own;
}

const heightOf = (element: Element) => element.getBoundingClientRect().height;

const states = ['idle', 'opening', 'held', 'step', 'busy', 'redirecting', 'completed', 'ended', 'failed'];
const hasStates = CSS.supports('selector(:state(step))') && 'CustomStateSet' in globalThis;
/** Returns the states that CSS sees. */
const seen = (element: TestFlow) => states.filter((name) => element.matches(`:state(${name})`));

describe('the looks of <dots-flow>', () => {
  const api = useApi();
  beforeEach(() => api.on(openSession, session()));

  describe('slots', () => {
    it('shows what the page puts above and below the flow', async () => {
      const { element, step } = await mountAtStep();
      await eventually(() => element.renderRoot.querySelector('[part=help]'), 'the lines below are there');
      const bare = heightOf(element);
      const [footer, header, logo] = ['footer', 'header', 'logo'].map((slot) => put(element, slot));
      await settled(element);
      const tops = [logo, header, step, footer].map((shown) => shown?.getBoundingClientRect().top ?? NaN);
      expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
      expect(heightOf(element)).to.be.above(bare);
      await accessible(element);
      element.replaceChildren();
      expect(heightOf(element), 'an empty slot takes no room').to.equal(bare);
    });

    it('leaves the page’s own words their direction', async () => {
      const { element } = await mountAtStep();
      const own = ['logo', 'header', 'footer'].map((slot) => put(element, slot));
      element.dir = 'rtl';
      const directions = own.map((each) => getComputedStyle(each).direction);
      expect(directions).to.deep.equal(['rtl', 'rtl', 'rtl']);
      expect(element.renderRoot.querySelector('[part=flow]')?.getAttribute('dir')).to.equal('ltr');
    });

    it('gives its closing screen up for the page’s, with its room and its progress', async () => {
      api.on(openSession, session({ at: null }));
      const element = await mount();
      expect(await title(element)).to.equal('All done');
      const own = put(element, 'completed', 'Thank you!');
      await eventually(() => !element.renderRoot.querySelector('[part=end]'), 'ours is gone');
      await settled(element);
      expect(heightOf(element)).to.equal(heightOf(own));
      expect(element.renderRoot.querySelector('[part=progress]')?.getClientRects()).to.have.length(0);
      await accessible(element);
      own.remove();
      await eventually(() => element.renderRoot.querySelector('[part=end]'), 'ours is back');
    });

    it('leads the focus to the page’s closing screen when the last step is done', async () => {
      const { element, step } = await mountAtStep();
      const own = put(element, 'completed', 'Thank you!');
      element.focus();
      api.on('POST /session/authentication/code', snapshot({ at: null }));
      await fill(step, { phone_number: '2025550123' });
      await submit(step);
      await state(element, 'completed');
      await eventually(() => element.renderRoot.querySelector('.replaced'), 'the page’s screen is shown');
      await settled(element);
      const focused = element.shadowRoot?.activeElement;
      expect(focused?.querySelector('slot')?.assignedElements()).to.deep.equal([own]);
    });

    it('shows the page’s screen where not even ours can be loaded', async () => {
      const element = await fixture<HTMLElement>(html`<div><p slot="failed">Please write to us.</p></div>`);
      const ours = plainFailure(new Localizer('en'), 'We could not reach the server.', () => undefined);
      render(ours, element.attachShadow({ mode: 'open' }));
      const alert = element.firstElementChild?.assignedSlot?.closest('[role=alert]');
      expect(alert instanceof HTMLElement).to.equal(true);
      expect(heightOf(element.shadowRoot?.querySelector('h2') ?? element)).to.equal(0);
    });

    it('shows the page’s screen where the flow cannot go on, and says so aloud', async () => {
      api.on(openSession, problem(404, 'no-such-resource'));
      const element = await mount();
      const own = put(element, 'failed', 'Please write to us.');
      await state(element, 'failed');
      await eventually(() => own.assignedSlot, 'it is shown');
      expect(own.assignedSlot?.closest('[role=alert]')).not.to.equal(null);
      expect(element.renderRoot.querySelector('[part=end]')).to.equal(null);
      await accessible(element);
    });
  });

  describe('states', () => {
    it('tells CSS where the flow stands, and when it is busy', async () => {
      if (!hasStates) return;
      const opened = later();
      api.on(openSession, opened.reply);
      const element = await mount();
      await settled(element);
      expect(seen(element)).to.deep.equal(['opening']);
      opened.answer(session());
      await state(element, 'step');
      await settled(element);
      expect(seen(element)).to.deep.equal(['step']);
    });

    for (const [name, reply] of [
      ['completed', session({ at: null })],
      ['failed', problem(404, 'no-such-resource')],
      ['ended', problem(410, 'flow-expired')],
    ] as const)
      it(`says that it is ${name}`, async () => {
        if (!hasStates) return;
        api.on(openSession, reply);
        const element = await mount();
        await state(element, name);
        await settled(element);
        expect(seen(element)).to.deep.equal([name]);
      });

    it('is busy while a request is under way', async () => {
      if (!hasStates) return;
      const { element, step } = await mountAtStep();
      const sent = later();
      api.on('POST /session/authentication/code', sent.reply);
      await fill(step, { phone_number: '2025550123' });
      await submit(step);
      await settled(element);
      expect(seen(element)).to.deep.equal(['step', 'busy']);
      sent.answer(snapshot());
      await eventually(() => !element.matches(':state(busy)'), 'it is no longer busy');
    });
  });

  describe('parts', () => {
    it('lets the page style what is deep inside, and tells groups of choices from fields', async () => {
      api.on(openSession, session({ at: 'compliance' }));
      await fixture(
        html`<style>
          test-flow::part(field) {
            border-inline-start: 3px solid;
          }
          test-flow::part(choices) {
            border-inline-start: 5px solid;
          }
        </style>`,
      );
      const { step } = await mountAtStep();
      const border = (part: string) =>
        getComputedStyle(step.renderRoot.querySelector(`[part~=${part}]`) as Element).borderInlineStartWidth;
      expect([border('field'), border('choices')]).to.deep.equal(['3px', '5px']);
    });

    it('hides the progress where the page wants it', async () => {
      await fixture(
        html`<style>
          test-flow::part(progress) {
            display: none;
          }
        </style>`,
      );
      const element = await mount();
      await settled(element);
      const bars = () => element.renderRoot.querySelector('.bar')?.getClientRects().length;
      expect(bars()).to.equal(0);
      await state(element, 'step');
      expect(bars()).to.equal(0);
    });
  });

  describe('the contrast check', () => {
    it('finds nothing in the colours that the element brings', async () => {
      const { element } = await mountAtStep();
      expect(findings(element)).to.deep.equal([]);
    });

    it('names the token, and which way to go', async () => {
      const { element } = await mountAtStep();
      element.style.setProperty('--dots-border', '#ccc');
      element.style.setProperty('--dots-on-accent', '#1f5fd0');
      expect(findings(element)).to.deep.equal([
        'The main button’s text on the accent has a contrast of 1.0:1; WCAG 2.2 AA wants 4.5:1. Set --dots-on-accent to a lighter colour.',
        'The border of fields on the page’s background has a contrast of 1.6:1; WCAG 2.2 AA wants 3:1. Set --dots-border to a darker colour.',
        'The border of fields on the surface has a contrast of 1.6:1; WCAG 2.2 AA wants 3:1. Set --dots-border to a darker colour.',
      ]);
    });

    it('says nothing of an element that is not shown', async () => {
      const { element } = await mountAtStep();
      element.style.setProperty('--dots-border', '#ccc');
      element.hidden = true;
      expect(findings(element)).to.deep.equal([]);
    });

    it('looks at the page behind the element', async () => {
      const { element } = await mountAtStep();
      const page = element.parentElement as HTMLElement;
      page.style.backgroundColor = '#111';
      expect(findings(element)).to.include(
        'Text on the page’s background has a contrast of 1.2:1; WCAG 2.2 AA wants 4.5:1. Set --dots-text to a lighter colour, or theme="dark" on the element.',
      );
      page.style.backgroundImage = 'linear-gradient(red, blue)';
      page.style.backgroundColor = 'transparent';
      expect(findings(element), 'nobody knows the colour of a picture').to.deep.equal([]);
    });
  });

  it('is one flow for each element, whatever its looks', async () => {
    const { element } = await mountAtStep({ flowId });
    element.theme = 'dark';
    await settled(element);
    expect(api.calls(openSession)).to.have.length(1);
  });
});
