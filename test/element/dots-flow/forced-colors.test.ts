import { expect } from '@open-wc/testing';
import { contrast, paint } from '../../../src/ui/contrast.ts';
import { canEmulateFeatures, prefer } from '../features.ts';
import { submit } from '../support.ts';
import {
  accessible,
  eventually,
  later,
  mountAtStep,
  openSession,
  session,
  settled,
  type TestFlow,
  useApi,
} from './support.ts';

const steps = ['authentication', 'onboarding', 'compliance', 'manage-payouts'] as const;

/** As the browser emulates it, with whatever opacity was wanted. */
const canvas = /^rgba?\(255, 255, 255/;

/** What of an element the eye tells from others where the system has all colours. */
function looks(element: Element): Readonly<Record<string, string>> {
  const style = getComputedStyle(element);
  const { borderTopStyle, borderTopWidth, borderTopColor, borderBottomColor, backgroundColor, color } = style;
  const { outlineStyle, outlineWidth, outlineColor } = style;
  const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
  const border = `${borderTopStyle} ${borderTopWidth} ${borderTopColor} ${borderBottomColor}`;
  return { border, backgroundColor, color, outline };
}

/** The lines and words that come with the closing screens bring the rules for these colours. */
const whole = (element: TestFlow) =>
  eventually(() => element.renderRoot.querySelector('[part=help]'), 'all of the frame is there');

const find = (root: ParentNode, selector: string): HTMLElement =>
  root.querySelector<HTMLElement>(selector) ?? expect.fail(`there is no ${selector}`);

if (canEmulateFeatures)
  describe('where the system chooses the colours, <dots-flow>', () => {
    const api = useApi();
    beforeEach(async () => {
      await prefer({ 'forced-colors': 'active' });
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    });
    afterEach(() => prefer());

    it('tells a field that is wrong from one that has the focus', async () => {
      api.on(openSession, session({ at: 'onboarding' }));
      const { element, step } = await mountAtStep();
      await whole(element);
      const email = find(step.renderRoot, '[name=email]');
      const right = looks(email);
      email.focus();
      const withFocus = looks(email);
      expect(withFocus['outline'], 'the ring').not.to.equal('none');
      await submit(step);
      await settled(step);
      const wrong = looks(email);
      expect(wrong['outline'], 'no ring without the focus').to.equal('none');
      expect(wrong['border']).not.to.equal(right['border']);
      email.focus();
      await settled(step);
      const both = looks(email);
      expect(both['outline'], 'the ring is what it was').to.equal(withFocus['outline']);
      expect(both['border'], 'and the border, too').to.match(/^dashed 2px/);
      await accessible(step);
    });

    it('shows what is done, what comes now and what is to come', async () => {
      api.on(openSession, session({ at: 'onboarding', steps }));
      const { element } = await mountAtStep();
      await whole(element);
      await settled(element);
      const [done, active, todo] = [...element.renderRoot.querySelectorAll('.bar > i')].map(looks);
      expect(done?.['backgroundColor'], 'done is filled').not.to.match(canvas);
      expect(active?.['backgroundColor'], 'now is filled').not.to.match(canvas);
      expect(active).not.to.deep.equal(done);
      expect(todo?.['border'], 'to come has an edge').to.match(/^solid 1px/);
      expect(todo?.['backgroundColor']).to.match(canvas);
    });

    it('shows which card is chosen, which has the focus, and that none is', async () => {
      api.on(openSession, session({ at: 'compliance', steps }));
      const { element, step } = await mountAtStep();
      await whole(element);
      const cards = () => [...step.renderRoot.querySelectorAll<HTMLElement>('.card')];
      const [first, other] = cards();
      if (!first || !other) throw new Error('There are no cards.');
      first.click();
      await settled(step);
      expect(looks(first)['border']).not.to.equal(looks(other)['border']);
      expect(looks(first)['border']).to.include(' 2px ');
    });

    it('shows that a button works, and that another cannot be pressed', async () => {
      const slow = later();
      api.on(
        openSession,
        session({ requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123', resend_in: 0 } }),
      );
      api.on('POST /session/authentication/code', slow.reply);
      const { element, step } = await mountAtStep();
      await whole(element);
      const button = () => find(step.renderRoot, '[type=submit]');
      const free = looks(button());
      const link = () => find(step.renderRoot, '.link');
      const freeLink = looks(link());
      link().click();
      await eventually(
        () => step.renderRoot.querySelector('.spinner, .link[aria-disabled=true]'),
        'it works',
      );
      await settled(step);
      expect(looks(link())['color'], 'a link that waits').not.to.equal(freeLink['color']);
      expect(looks(button())['color'], 'a button that waits').not.to.equal(free['color']);
    });

    it('has a spinner whose turning can be seen', async () => {
      const slow = later();
      api.on(openSession, session({ at: 'onboarding', requirement: { fields: ['country'] } }));
      api.on('POST /session/onboarding', slow.reply);
      const { element, step } = await mountAtStep();
      await whole(element);
      find(step.renderRoot, '[type=submit]').click();
      await eventually(() => step.renderRoot.querySelector('.spinner'), 'it works');
      const { borderTopColor, borderBottomColor } = getComputedStyle(find(step.renderRoot, '.spinner'));
      expect(borderTopColor).not.to.equal(borderBottomColor);
    });

    it('shows where something will be while it is loaded', async () => {
      api.on(openSession, later().reply);
      const element = document.createElement('test-flow') as TestFlow;
      element.flowId = '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8';
      document.body.append(element);
      await settled(element);
      expect(looks(find(element.renderRoot, '.control.bone'))['outline']).not.to.equal('none');
      element.remove();
    });
  });

if (canEmulateFeatures)
  describe('where more contrast is asked for, <dots-flow>', () => {
    const api = useApi();
    afterEach(() => prefer());

    for (const scheme of ['light', 'dark'] as const)
      it(`writes quiet text, errors and links stronger, and draws edges as text is drawn (${scheme})`, async () => {
        document.documentElement.style.colorScheme = scheme;
        api.on(openSession, session({ at: 'onboarding', steps }));
        const { element, step } = await mountAtStep();
        await whole(element);
        await submit(step);
        await settled(step);
        const ground = scheme === 'light' ? '#fff' : '#14171c';
        const against = (color: string) => contrast(paint([ground]), paint([ground, color]));
        const colorOf = (selector: string) => getComputedStyle(find(step.renderRoot, selector)).color;
        const before = against(colorOf('.lead'));
        await prefer({ 'prefers-contrast': 'more' });
        await settled(step);
        expect(against(colorOf('.lead'))).to.be.above(Math.max(before, 7));
        for (const selector of ['.error', 'summary'])
          expect(against(colorOf(selector)), selector).to.be.above(7);
        const edge = getComputedStyle(find(step.renderRoot, 'select')).borderTopColor;
        expect(against(edge), 'the edge of a field').to.be.above(7);
        const todo = find(element.renderRoot, '.bar > i:last-child');
        expect(against(getComputedStyle(todo).borderTopColor), 'a step to come').to.be.above(7);
        document.documentElement.style.colorScheme = '';
        await accessible(step);
      });
  });
