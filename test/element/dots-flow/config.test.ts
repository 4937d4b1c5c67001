/** A framework hands over a new `config` at every render. Only another flow starts over. */
import { expect } from '@open-wc/testing';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { control, fill } from '../support.ts';
import {
  button,
  eventually,
  mount,
  mountAtStep,
  mountHeard,
  settled,
  state,
  stepOf,
  title,
  useMock,
} from './support.ts';

describe('a new config of <dots-flow>', () => {
  const mock = useMock();
  let flowId: string;
  let other: string;
  let openSession: string;
  beforeEach(() => {
    flowId = mock.flow('compliance');
    other = mock.flow('compliance');
    openSession = `POST /flows/${flowId}/sessions`;
  });
  const openings = () => mock.calls().map(({ name }) => name);

  const base = (): DotsFlowConfig => ({
    clientId: mock.api.clientId,
    steps: [{ name: 'manage-payouts', auto_payout_enabled: false }],
  });
  for (const [name, more] of [
    ['the same again', {}],
    ['words', { messages: { 'phone.title': 'Hello' } }],
    ['a theme', { theme: 'dark' }],
    ['a prefill', { prefill: { phone_number: '2025550199' } }],
    ['metadata', { metadata: { order: 8 } }],
    ['another refreshFlow', { refreshFlow: async () => other }],
  ] as const) {
    it(`keeps what is typed, and opens nothing, with ${name}`, async () => {
      const { element, step } = await mountAtStep({ config: base() });
      await fill(step, { phone_number: '2025550123' });
      element.config = { ...base(), ...more } as DotsFlowConfig;
      await settled(element);
      expect((await stepOf(element)) === step, 'the step is the same element').to.equal(true);
      expect(control(step, 'phone_number').value).to.contain('0123');
      expect(openings()).to.deep.equal(['POST /sessions']);
    });
  }

  const others: Readonly<Record<string, () => DotsFlowConfig>> = {
    flowId: () => ({ flowId }),
    steps: () => ({ steps: ['manage-payouts'] }),
    apiUrl: () => ({ apiUrl: 'https://other.example/api' }),
  };
  for (const [name, more] of Object.entries(others)) {
    it(`starts over with another ${name}`, async () => {
      const { element, step } = await mountAtStep({ config: base() });
      element.config = { ...base(), ...more() };
      await eventually(() => openings().length === 2, 'another session is opened');
      expect((await stepOf(element)) === step).to.equal(false);
    });
  }

  it('starts over with another clientId, which the mock does not know', async () => {
    const { element } = await mountAtStep({ config: base() });
    element.config = { ...base(), clientId: 'pk_other' };
    await eventually(() => openings().length === 2, 'another session is opened');
    await state(element, 'failed');
  });

  it('asks createFlow once, however often it is handed over', async () => {
    let asked = 0;
    const config = () => ({ createFlow: async () => ((asked += 1), flowId) });
    const element = await mount({ config: config() });
    element.config = config();
    const step = await stepOf(element);
    const holder = element.parentElement as HTMLElement;
    element.remove();
    element.config = config();
    await settled(element);
    holder.append(element);
    element.config = config();
    await settled(element);
    expect(asked).to.equal(1);
    expect((await stepOf(element)) === step).to.equal(true);
    expect(openings()).to.deep.equal([openSession]);
  });

  it('asks once when load() is called along with it', async () => {
    let asked = 0;
    const element = await mount({});
    await settled(element);
    element.config = { createFlow: async () => ((asked += 1), flowId) };
    await element.load();
    await stepOf(element);
    expect(asked).to.equal(1);
  });

  it('asks the newest createFlow again only on a retry', async () => {
    const asked: string[] = [];
    const { element } = await mountHeard({ config: { createFlow: async () => (asked.push('old'), '') } });
    await title(element);
    element.config = { createFlow: async () => (asked.push('new'), flowId) };
    await settled(element);
    expect(asked).to.deep.equal(['old']);
    button(element, 'Try again').click();
    await stepOf(element);
    expect(asked).to.deep.equal(['old', 'new']);
  });

  it('starts the other flow when a step of the first was held back', async () => {
    const { element, heard } = await mountHeard({});
    element.addEventListener('dots-before-step', (event) => event.preventDefault(), { once: true });
    element.flowId = flowId;
    await eventually(() => element.state.name === 'held', 'the step is held');
    element.flowId = other;
    await stepOf(element);
    expect(element.flow?.id).to.equal(other);
    expect(heard.details('dots-ready')).to.have.length(2);
  });

  it('sends no API key that is given as client id', async () => {
    const { element, heard } = await mountHeard({ config: { ...base(), clientId: 'sk_test' } });
    await title(element);
    expect(heard.details('dots-error')).to.have.length(1);
    expect(openings()).to.deep.equal([]);
  });

  it('shows the new words, looks and prefill at once', async () => {
    const { element, step } = await mountAtStep({ config: { flowId } });
    element.config = { flowId, theme: 'dark', prefill: { phone_number: '2025550199' } };
    await settled(element);
    await settled(step);
    expect(element.theme).to.equal('dark');
    expect(control(step, 'phone_number').value).to.contain('0199');
    expect(openings()).to.deep.equal([openSession]);
  });
});
