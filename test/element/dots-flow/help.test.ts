import { expect } from '@open-wc/testing';
import { languages } from '../../../src/locales/languages.ts';
import { fill } from '../support.ts';
import { accessible, eventually, mountAtStep, settled, stepOf, type TestFlow, useMock } from './support.ts';

const help = {
  support_email: 'help@juniper.example',
  support_url: 'https://juniper.example/help',
  privacy_url: 'https://juniper.example/privacy',
  terms_url: null,
};

describe('the lines below every screen', () => {
  const mock = useMock();
  const lines = (element: TestFlow) => element.renderRoot.querySelector('[part=help]');
  const atStep = async (properties: Partial<TestFlow> = {}, more = {}) => {
    mock.api.setHelp(help);
    const { id } = mock.api.createFlow({ steps: ['onboarding'], ...more });
    const mounted = await mountAtStep({ flowId: id, ...properties });
    await eventually(() => !!lines(mounted.element), 'the lines are there');
    return { ...mounted, id };
  };
  const links = (element: TestFlow) =>
    [...(lines(element)?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));

  it('say who asks, whom to ask and what to read', async () => {
    const { element } = await atStep();
    expect(lines(element)?.textContent).to.include('Acme Market asks for this.');
    expect(links(element)).to.deep.equal([
      help.support_url,
      `mailto:${help.support_email}`,
      help.privacy_url,
    ]);
    await accessible(element);
  });

  it('lead nowhere that a browser would run', async () => {
    const bad = 'javascript:alert(1)';
    mock.api.setHelp({ ...help, support_url: bad, privacy_url: bad });
    const { element } = await mountAtStep({ flowId: mock.flow('onboarding') });
    await eventually(() => !!lines(element), 'the lines are there');
    expect(links(element)).to.deep.equal([`mailto:${help.support_email}`]);
  });

  it('say that a server without such settings has nobody to name but who asks', async () => {
    const { element } = await mountAtStep({ flowId: mock.flow('onboarding') });
    await eventually(() => !!lines(element), 'the lines are there');
    expect(links(element)).to.deep.equal([]);
    expect(lines(element)?.textContent).to.include('Acme Market asks for this.');
  });

  it('say how to go on later, with the link', async () => {
    const { element } = await atStep();
    const later = lines(element)?.querySelector('details');
    expect(later?.textContent).to.include('https://pay.example/flow/');
    expect(later?.textContent).to.include('is kept');
  });

  it('say until when the link works, to whoever looks', async () => {
    const { element } = await atStep({}, { expires_in: 26 * 24 * 3600 });
    const later = lines(element)?.querySelector('details');
    later?.querySelector('summary')?.click();
    await eventually(() => later?.textContent?.includes('December 24, 2026'), 'the day is there');
  });

  it('leave the link to be selected where nothing can be copied', async () => {
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      const { element } = await atStep();
      const later = lines(element)?.querySelector('details');
      later?.querySelector('summary')?.click();
      later?.querySelector('button')?.click();
      await settled(element);
      expect(later?.querySelector('[role=status]')?.textContent).to.equal('');
      expect(later?.textContent).to.include('https://pay.example/flow/');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(real);
    }
  });

  it('change the language in place, and keep what is typed', async () => {
    const { element, step } = await atStep();
    await fill(step, { phone_number: '(415) 555-0100' });
    const german = lines(element)?.querySelector<HTMLButtonElement>('button[lang=de]');
    expect(german?.textContent?.trim()).to.equal('Deutsch');
    german?.click();
    await eventually(
      () => element.renderRoot.querySelector('[part=flow]')?.getAttribute('lang') === 'de',
      'it speaks German',
    );
    expect(lines(element)?.textContent).to.include('bittet Sie um diese Angaben');
    expect(lines(element)?.querySelector('button[lang=en]')?.textContent?.trim()).to.equal('English');
    const same = await stepOf(element);
    expect(same).to.equal(step);
    const phone = same.renderRoot.querySelector<HTMLInputElement>('[name=phone_number]');
    expect(phone?.value).to.equal('(415) 555-0100');
  });

  it('say that a language could not be loaded, and load it when it is pressed once more', async () => {
    const { element } = await atStep();
    const table = languages as Record<string, unknown>;
    const real = table['de'];
    const spoken = () => element.renderRoot.querySelector('[part=flow]')?.getAttribute('lang');
    const press = () => lines(element)?.querySelector<HTMLButtonElement>('button[lang=de]')?.click();
    try {
      table['de'] = () => Promise.reject(new TypeError('Failed to fetch'));
      press();
      await eventually(() => lines(element)?.textContent?.includes('could not be loaded'), 'it is said');
      expect(spoken()).to.equal('en');
      expect(element.lang, 'the page around is told no other language than the one that is read').to.equal(
        'en',
      );
    } finally {
      table['de'] = real;
    }
    press();
    await eventually(() => spoken() === 'de', 'it speaks German');
    expect(element.lang).to.equal('de');
    expect(lines(element)?.textContent).not.to.include('could not be loaded');
  });

  it('offer no other language where the page has chosen one', async () => {
    const { element } = await atStep({ lang: 'en' });
    expect(lines(element)?.querySelector('button[lang]')).to.equal(null);
  });

  it('still say whom to ask when the flow has ended meanwhile', async () => {
    const { element, step, id } = await atStep();
    await fill(step, { phone_number: '(415) 555-0100' });
    mock.api.cancelFlow(id);
    step.renderRoot.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await eventually(() => element.state.name === 'ended', 'the flow has ended');
    expect(links(element)).to.include(`mailto:${help.support_email}`);
    expect(element.renderRoot.querySelector('[part=lead]')?.textContent).to.include('Ask Acme Market');
  });

  describe('let the payee sign out', () => {
    const out = (element: TestFlow) =>
      [...(lines(element)?.querySelectorAll('button') ?? [])].find(
        (button) => button.textContent?.trim() === 'Sign out',
      );
    const known = async (properties: Partial<TestFlow> = {}) => {
      const user_id = mock.api.createUser({ first_name: 'Ada', last_name: 'Stone' });
      const { id } = mock.api.createFlow({ steps: ['manage-payouts'], user_id });
      const mounted = await mountAtStep({ flowId: id, ...properties });
      await eventually(() => !!lines(mounted.element), 'the lines are there');
      return mounted;
    };

    it('of a device that others use too: what was typed is gone, and a code is asked for', async () => {
      const { element } = await known();
      out(element)?.click();
      const step = await stepOf(element, 'authentication');
      expect(step.renderRoot.querySelector('h2')?.textContent).to.equal('Is it still you?');
      const said = () => element.renderRoot.querySelector('[part=confirmation]')?.textContent?.trim();
      await eventually(() => said() === 'You are signed out.', 'it is said that it worked');
      await element.load();
      await stepOf(element, 'authentication');
      expect(out(element)).to.equal(undefined);
    });

    it('not before they are in, and not where the page knows who they are', async () => {
      const { element } = await atStep();
      expect(out(element)).to.equal(undefined);
      const user_id = mock.api.createUser({ first_name: 'Ada', last_name: 'Stone' });
      const createFlow = () => Promise.resolve(mock.api.createFlow({ steps: ['manage-payouts'], user_id }));
      const made = await known({ flowId: null, config: { createFlow } });
      expect(out(made.element)).to.equal(undefined);
    });

    it('and say so when the server did not hear of it', async () => {
      const { element } = await known();
      mock.api.faults.fail('no-such-resource', { call: 'DELETE /session' });
      out(element)?.click();
      await eventually(() => lines(element)?.textContent?.includes('You are still signed in'), 'it says so');
      expect(element.state.name).to.equal('step');
      await accessible(element);
    });
  });
});
