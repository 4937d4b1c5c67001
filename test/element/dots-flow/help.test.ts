import { expect } from '@open-wc/testing';
import { snapshotAt } from '../../support/snapshots.ts';
import { fill } from '../support.ts';
import {
  accessible,
  eventually,
  mountAtStep,
  openSession,
  problem,
  session,
  settled,
  stepOf,
  type TestFlow,
  useApi,
} from './support.ts';

const help = {
  support_email: 'help@juniper.example',
  support_url: 'https://juniper.example/help',
  privacy_url: 'https://juniper.example/privacy',
  terms_url: null,
};

describe('the lines below every screen', () => {
  const api = useApi();
  const lines = (element: TestFlow) => element.renderRoot.querySelector('[part=help]');
  const atStep = async (more: object = {}, properties?: Partial<TestFlow>) => {
    api.on(openSession, session({ more: { help, ...more } }));
    const mounted = await mountAtStep(properties);
    await eventually(() => !!lines(mounted.element), 'the lines are there');
    return mounted;
  };
  const links = (element: TestFlow) =>
    [...(lines(element)?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));

  it('say who asks, whom to ask and what to read', async () => {
    const { element } = await atStep();
    expect(lines(element)?.textContent).to.include('Acme Studio asks for this.');
    expect(links(element)).to.deep.equal([
      help.support_url,
      `mailto:${help.support_email}`,
      help.privacy_url,
    ]);
    await accessible(element);
  });

  it('lead nowhere that a browser would run', async () => {
    const bad = 'javascript:alert(1)';
    const { element } = await atStep({ help: { ...help, support_url: bad, privacy_url: bad } });
    expect(links(element)).to.deep.equal([`mailto:${help.support_email}`]);
  });

  it('say that a server without such settings has nobody to name but who asks', async () => {
    const { element } = await atStep({ help: undefined });
    expect(links(element)).to.deep.equal([]);
    expect(lines(element)?.textContent).to.include('Acme Studio asks for this.');
  });

  it('say how to go on later, with the link', async () => {
    const { element } = await atStep();
    const later = lines(element)?.querySelector('details');
    expect(later?.textContent).to.include('https://pay.example/flow/');
    expect(later?.textContent).to.include('is kept');
  });

  it('say until when the link works, to whoever looks', async () => {
    const flow = { ...snapshotAt().flow, expires_at: '2026-12-24T12:00:00.000Z' };
    const { element } = await atStep({ flow });
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

  it('offer no other language where the page has chosen one', async () => {
    const { element } = await atStep({}, { flowId: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8', lang: 'en' });
    expect(lines(element)?.querySelector('button[lang]')).to.equal(null);
  });

  it('still say whom to ask when the flow has ended meanwhile', async () => {
    const { element, step } = await atStep();
    await fill(step, { phone_number: '(415) 555-0100' });
    api.on('POST /session/authentication/code', problem(410, 'flow-canceled'));
    step.renderRoot.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await eventually(() => element.state.name === 'ended', 'the flow has ended');
    expect(links(element)).to.include(`mailto:${help.support_email}`);
    expect(element.renderRoot.querySelector('[part=lead]')?.textContent).to.include('Ask Acme Studio');
  });
});
