/** What every step does alike, shown with a step that does nothing else. */
import { expect } from '@open-wc/testing';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { Lazy } from '../../../src/steps/shared/lazy.ts';
import { MultiScreenStep } from '../../../src/steps/multi-screen-step.ts';
import { textField } from '../../../src/ui/fields.ts';
import { FormController } from '../../../src/ui/form-controller.ts';
import { eventually } from '../eventually.ts';
import { errorOf, fill, find, focused, has, mountStep, press, settled, submit } from '../support.ts';

type Requirement = RequirementOf<'redirect'>;
type Screen = 'one' | 'two' | 'part';
const requirement: Requirement = {
  step: 'redirect',
  hide_continue_button: false,
  redirect_url: 'https://partner.example/',
};

/** What a part with a file of its own may bring along. */
const chunk = { messages: { 'redirect.now': 'Words of the part' }, render: () => html`<p id="part"></p>` };

class TestStep extends MultiScreenStep<Requirement, string> {
  shown: Screen = 'one';
  /** Whether a file can be loaded now, and how often one was asked for. */
  reachable = true;
  loads = 0;
  entered: Screen[] = [];

  protected override readonly form = new FormController<string>(this, {
    fields: () => ['city'],
    read: ({ city }) =>
      city
        ? { ok: true as const, value: city }
        : { ok: false as const, errors: [{ field: 'city', code: 'required' as const }] },
  });
  readonly lazy = new Lazy<typeof chunk>(this, 'redirect', () => {
    this.loads += 1;
    return this.reachable ? Promise.resolve(chunk) : Promise.reject(new TypeError('Failed to fetch'));
  });

  override get screen(): Screen {
    return this.shown;
  }

  protected override enter(): void {
    this.entered.push(this.shown);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.shown === 'part') this.lazy.need();
  }

  go(screen: Screen): Promise<void> {
    this.shown = screen;
    this.requestUpdate();
    return settled(this);
  }

  protected override renderStep(): TemplateResult {
    return html`${this.heading(`Screen ${this.shown}`)}
    ${this.formOf(
      this.shown === 'part'
        ? (this.lazy.chunk?.render() ?? nothing)
        : textField(this.view, { name: 'city', label: 'City', autocomplete: 'off' }),
      this.submitButton('Go on'),
      this.linkButton('Later', () => void this.send({ method: 'POST', path: '/later' }, 'later'), this.busy),
    )}`;
  }

  protected override submit(city: string): void {
    void this.send({ method: 'POST', path: '/city', body: { city } });
  }
}

const module = { tag: 'test-step', element: TestStep, messages: {} };
const mount = () => mountStep<TestStep>(module, requirement);
const failure = (element: TestStep) =>
  element.renderRoot.querySelector('[part="failure"]')?.textContent?.trim() ?? '';

describe('a step, when another screen begins', () => {
  it('says so to itself, the first one included, and leaves the focus to the page at first', async () => {
    const { element } = await mount();
    expect(focused(element)).to.equal('');
    await element.go('two');
    expect(element.entered).to.deep.equal(['one', 'two']);
    expect(focused(element)).to.equal('title');
  });

  it('does not say what was wrong on the one before, and keeps what was typed', async () => {
    const { element } = await mount();
    await submit(element);
    expect(errorOf(element, 'city')).to.not.equal('');
    await fill(element, { city: 'Oslo' });
    await fill(element, { city: '' });
    await element.go('two');
    expect(errorOf(element, 'city')).to.equal('');
    await fill(element, { city: 'Bergen' });
    await element.go('one');
    expect(find<HTMLInputElement>(element, '[name="city"]').value).to.equal('Bergen');
  });

  it('does not say what failed on the one before, nor once it is shown again', async () => {
    const { element, refuse } = await mount();
    await fill(element, { city: 'Oslo' });
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(failure(element)).to.include('could not reach');
    await element.go('two');
    expect(failure(element)).to.equal('');
    await element.go('one');
    expect(failure(element)).to.equal('');
  });

  it('does not say either what fails there only later', async () => {
    const { element, refuse } = await mount();
    await press(element, 'Later');
    await element.go('two');
    await refuse(flowProblem('network-error'));
    expect(failure(element)).to.equal('');
    await fill(element, { city: 'Oslo' });
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(failure(element)).to.include('could not reach');
  });

  it('does not take the focus from a field of the page', async () => {
    const { element } = await mount();
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    await element.go('two');
    expect(document.activeElement).to.equal(other);
    other.remove();
  });
});

describe('a step that asks', () => {
  it('shows that it works where it was asked, and asks for one thing at a time', async () => {
    const { element, sent, done } = await mount();
    await press(element, 'Later');
    expect(has(element, '[aria-busy="true"]')).to.equal(false);
    expect(await element.send({ method: 'POST', path: '/again' })).to.equal(false);
    expect(sent.map(({ path }) => path)).to.deep.equal(['/later']);
    await done();
    await fill(element, { city: 'Oslo' });
    await submit(element);
    expect(find(element, 'button[type="submit"]').getAttribute('aria-busy')).to.equal('true');
  });

  it('puts the focus on what changed rather than on the heading of the screen that begins with it', async () => {
    const { element, announced } = await mount();
    const entering = element.go('two');
    element.tell('Saved.', '[name="city"]');
    await entering;
    expect(focused(element)).to.equal('city');
    expect(announced).to.deep.equal(['Saved.']);
    const leaving = element.go('one');
    element.tell('', '[name="nothing-like-it"]');
    await leaving;
    expect(focused(element)).to.equal('title');
  });
});

describe('a part of a step that has a file of its own', () => {
  it('comes with its words when the screen needs it, once', async () => {
    const { element } = await mount();
    expect(element.loads).to.equal(0);
    await element.go('part');
    await element.go('one');
    await element.go('part');
    expect(has(element, '#part')).to.equal(true);
    expect(element.loads).to.equal(1);
    expect(element.t('redirect.now')).to.equal('Words of the part');
  });

  it('that cannot be loaded is said to be missing, and loaded again by the main button', async () => {
    const { element, sent } = await mount();
    element.reachable = false;
    await element.go('part');
    expect(failure(element)).to.include('could not reach');
    expect(find(element, 'button[type="submit"]').textContent).to.include('Try again');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(failure(element)).to.include('could not reach');
    expect(element.loads).to.equal(2);
    element.reachable = true;
    await submit(element);
    expect(has(element, '#part')).to.equal(true);
    expect(failure(element)).to.equal('');
    expect(find(element, 'button[type="submit"]').textContent).to.include('Go on');
    expect(sent).to.have.length(0);
  });

  it('is not asked for while the browser is offline, and comes by itself once it is online', async () => {
    const { element } = await mount();
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    try {
      expect((await element.lazy.load()) === null, 'nobody waits for it yet').to.equal(true);
      await element.go('part');
      expect(failure(element)).to.include('You are offline');
      expect(element.loads, 'a browser would remember that it failed').to.equal(0);
      isOnline = true;
      dispatchEvent(new Event('online'));
      await eventually(() => has(element, '#part'), 'the part is there');
      expect(failure(element)).to.equal('');
      expect(element.loads).to.equal(1);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('is asked for offline when the payee presses the button: the browser may be wrong', async () => {
    const { element } = await mount();
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await element.go('part');
      await submit(element);
      expect(has(element, '#part')).to.equal(true);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('is not missed on a screen that does without it, and asked for anew by the next that needs it', async () => {
    const { element } = await mount();
    element.reachable = false;
    await element.go('part');
    await element.go('one');
    expect(failure(element)).to.equal('');
    expect(find(element, 'button[type="submit"]').textContent).to.include('Go on');
    expect(await element.lazy.load()).to.equal(null);
    await settled(element);
    expect(failure(element)).to.equal('');
    element.reachable = true;
    await element.go('part');
    expect(has(element, '#part')).to.equal(true);
  });
});
