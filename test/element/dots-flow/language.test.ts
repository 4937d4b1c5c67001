import { expect } from '@open-wc/testing';
import type { Language, Portion } from '../../../src/locales/catalogue.ts';
import german from '../../../src/locales/de/index.ts';
import { languages } from '../../../src/locales/languages.ts';
import { fill } from '../support.ts';
import {
  accessible,
  button,
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
  stepOf,
  type TestFlow,
  title,
  useApi,
} from './support.ts';

type Load = () => Promise<{ readonly default: Language }>;
const table = languages as Record<string, Load | null>;

/** German under another name, with what the test does to it. */
function addLanguage(name: string, load: Load): void {
  table[name] = load;
}
const withPortion = (portion: Portion, files: Language[Portion]): Load => {
  const changed = { ...german, [portion]: files };
  return () => Promise.resolve({ default: changed });
};

const flowPart = (element: TestFlow) => element.renderRoot.querySelector('[part=flow]');
const spoken = (element: TestFlow) => flowPart(element)?.getAttribute('lang');
const heading = (of: { readonly renderRoot: ParentNode }) => of.renderRoot.querySelector('h2')?.textContent;

describe('the language of <dots-flow>', () => {
  const api = useApi();
  const page = document.documentElement;
  const pageLanguage = page.lang;
  beforeEach(() => api.on(openSession, session()));
  afterEach(() => {
    page.lang = pageLanguage;
    for (const name of ['ar', 'fr', 'it']) Reflect.deleteProperty(table, name);
  });

  it('is that of the page, and the root says so', async () => {
    page.lang = 'de-AT';
    const { element, step } = await mountAtStep();
    expect(heading(step)).to.equal('Telefonnummer bestätigen');
    expect(spoken(element)).to.equal('de');
    expect(flowPart(element)?.getAttribute('dir')).to.equal('ltr');
    await accessible(element);
  });

  it('is its own when it has one, else that of the nearest element around, shadow roots included', async () => {
    page.lang = 'en';
    const outer = document.createElement('div');
    outer.lang = 'de';
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(outer);
    const element = document.createElement('test-flow') as TestFlow;
    element.flowId = flowId;
    inner.append(element);
    await stepOf(element);
    expect(spoken(element)).to.equal('de');
    element.lang = 'en';
    await eventually(() => spoken(element) === 'en', 'it speaks English');
    outer.remove();
  });

  it('is German on every screen from its first moment', async () => {
    page.lang = 'de';
    api.on(openSession, session({ at: 'onboarding' }));
    const element = await mount();
    const seen = new Set<string | null | undefined>();
    await eventually(() => {
      const step = element.renderRoot.querySelector<HTMLElement & { renderRoot: ParentNode }>(
        'dots-onboarding',
      );
      if (step?.renderRoot) seen.add(heading(step));
      seen.add(
        element.renderRoot.querySelector('.progress > p > span:not(.bone)')?.textContent || 'nothing yet',
      );
      return step?.renderRoot && heading(step);
    }, 'the step is there');
    const english = [...seen].filter((text) => text && /About|Step/.test(text));
    expect(english).to.deep.equal([]);
    const step = await stepOf(element);
    button(step, 'Speichern und weiter').click();
    const summary = () => step.renderRoot.querySelector('[part~=summary] strong')?.textContent;
    await eventually(
      () => summary() === '3 Angaben brauchen Ihre Aufmerksamkeit',
      'words that come later are German too',
    );
  });

  it('shows nothing to read before its words are here', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    addLanguage('fr', async () => {
      await arrived;
      return { default: german };
    });
    const element = await mount({ flowId, lang: 'fr' });
    await state(element, 'step');
    await settled(element);
    expect(element.renderRoot.querySelector('[part=skeleton]')).to.not.equal(null);
    expect(element.renderRoot.querySelector('[part=position]')).to.equal(null);
    arrive();
    expect(heading(await stepOf(element))).to.equal('Telefonnummer bestätigen');
    expect(spoken(element)).to.equal('fr');
  });

  it('follows the page, and what was typed stays', async () => {
    page.lang = 'en';
    api.on(openSession, session({ at: 'onboarding' }));
    const { element, step } = await mountAtStep();
    await fill(step, { first_name: 'Robin' });
    // Whoever watches the page has come along with what is loaded after the first screen.
    button(step, 'Save and continue').click();
    await eventually(
      () => step.renderRoot.querySelector('[part~=summary] strong')?.textContent,
      'it has come',
    );
    page.lang = 'de';
    await eventually(() => heading(step) === 'Angaben zur Person', 'the step is German');
    expect((step.renderRoot.querySelector('[name=first_name]') as HTMLInputElement).value).to.equal('Robin');
    expect(step.renderRoot.querySelector('[part~=summary] strong')?.textContent).to.equal(
      '2 Angaben brauchen Ihre Aufmerksamkeit',
    );
    expect(api.calls(openSession)).to.have.length(1);
    element.remove();
    page.lang = 'en';
    document.body.append(element);
    await eventually(() => heading(step) === 'About you', 'it follows the page also when it has been away');
    element.remove();
  });

  it('is English, and is said to be, where there are no words in that of the page', async () => {
    const { element, step } = await mountAtStep({ flowId, lang: 'fr' });
    expect(heading(step)).to.equal('Confirm your phone');
    expect(spoken(element)).to.equal('en');
  });

  it('is English when its words cannot be loaded, and changes over when they can', async () => {
    let broken = true;
    addLanguage(
      'it',
      withPortion('onboarding', () => (broken ? [Promise.reject(new Error('cut'))] : german.onboarding())),
    );
    api.on(openSession, session({ at: 'onboarding' }));
    api.on('POST /session/onboarding', snapshot({ at: 'redirect' }));
    api.on('POST /session/redirect', later().reply);
    const { element, step } = await mountAtStep({ flowId, lang: 'it' });
    expect(heading(step)).to.equal('About you');
    expect(spoken(element)).to.equal('en');
    await fill(step, { first_name: 'Robin', last_name: 'Example', email: 'robin@example.com' });
    const save = button(step, 'Save and continue');
    // From now on the words may come at any time.
    broken = false;
    save.click();
    expect(heading(await stepOf(element, 'redirect'))).to.match(/^(Wir bringen Sie zurück|Fast geschafft)/);
    expect(spoken(element)).to.equal('it');
  });

  it('goes from right to left where its words do', async () => {
    addLanguage('ar', () => Promise.resolve({ default: german }));
    const { element } = await mountAtStep({ flowId, lang: 'ar-EG' });
    expect(flowPart(element)?.getAttribute('dir')).to.equal('rtl');
  });

  it('stays that of its words when the host has words of its own', async () => {
    const { element, step } = await mountAtStep({
      lang: 'de',
      config: { flowId, messages: { 'authentication.title': 'Ton numéro' } },
    });
    expect(heading(step)).to.equal('Ton numéro');
    expect(spoken(element)).to.equal('de');
  });

  it('is that of the closing screens', async () => {
    page.lang = 'de';
    api.on(openSession, problem(410, 'flow-canceled'));
    const element = await mount();
    expect(await title(element)).to.equal('Dieser Link wurde zurückgezogen');
  });
});
