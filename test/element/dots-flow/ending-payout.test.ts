/** What the end says of a payout. The payout ends while the end is shown, which no mock can be told to do. */
import { expect } from '@open-wc/testing';
import type { FlowSummary } from '../../../src/contract/steps/summary.ts';
import {
  accessible,
  eventually,
  mount,
  openSession,
  session,
  snapshotAt,
  title,
  type TestFlow,
  useApi,
} from './support.ts';

const method = {
  id: '11111111-1111-4111-8111-111111111111',
  platform: 'ach',
  masked: '••• 6789',
  bank_name: 'Test Bank',
  account_type: 'checking',
  is_default: true,
} as const;
const payout = {
  reference: '22222222-2222-4222-8222-222222222222',
  amount: 100_00,
  fee: 0,
  net: 100_00,
  method,
  arrives_in: { from: 1440, to: 4320 },
  status: 'pending',
  created: '2026-11-28T12:00:00.000Z',
} as const;

const summary = (more: Partial<FlowSummary> = {}): FlowSummary => ({
  done: [],
  open: [],
  payout: null,
  ...more,
});

describe('the end of a flow with a payout', () => {
  const api = useApi();
  const texts = (element: TestFlow) => element.renderRoot.textContent ?? '';
  const atEnd = async (end: FlowSummary, more = {}) => {
    api.on(openSession, session({ at: null, more: { authenticated: true, summary: end, ...more } }));
    const element = await mount();
    await title(element);
    return element;
  };

  const said = (element: TestFlow) =>
    element.renderRoot.querySelector('.said')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const notification = { channel: 'sms', to: '+1 ••• ••• 0123' } as const;
  const at = (status: FlowSummary['payout'] & object, more: Partial<FlowSummary> = {}) =>
    summary({ payout: status, ...more });
  const underWay = at(payout, { notification });

  it('on its way says how the payee hears if it fails, and how to come back', async () => {
    const element = await atEnd(underWay);
    await eventually(() => said(element) !== '', 'what is said of the payout');
    expect(await title(element)).to.equal('All done');
    expect(said(element)).to.equal(
      'If it does not arrive, you get a text at +1 ••• ••• 0123. To see how it stands, open the link below at “See this again”.',
    );
    await accessible(element);
  });

  it('on its way promises no text where none would come', async () => {
    const element = await atEnd(at(payout));
    await eventually(() => said(element) !== '', 'what is said of the payout');
    expect(said(element)).to.equal('To see how it stands, open the link below at “See this again”.');
  });

  it('says in which currency it arrives where that is not the dollar', async () => {
    const abroad = { ...payout, fee: 1_00, net: 99_00, method: { ...method, currency: 'EUR' } };
    const element = await atEnd(at(abroad));
    await eventually(() => said(element) !== '', 'what is said of the payout');
    expect(texts(element))
      .to.include('Euro (EUR), converted from US dollars')
      .and.to.include('To be converted');
    expect(texts(element)).not.to.include('You get');
  });

  for (const [status, heading, words] of [
    ['completed', 'All done', ''],
    ['failed', 'That is all for now', 'The payout did not arrive. You can withdraw the money again here.'],
    ['reversed', 'That is all for now', 'The payout did not arrive. You can withdraw the money again here.'],
  ] as const)
    it(`that becomes ${status} while the end is shown says so`, async () => {
      const element = await atEnd(underWay, { waiting: true });
      await eventually(() => said(element) !== '', 'what is said of the payout');
      await eventually(() => api.streams === 1, 'the stream is open');
      const more = { authenticated: true, flow: completedFlow, summary: at({ ...payout, status }) };
      api.push(snapshotAt({ at: null, more }));
      await eventually(() => !said(element).includes('text at'), 'the payout has ended');
      expect(await title(element)).to.equal(heading);
      expect(said(element)).to.equal(words);
      const sign = element.renderRoot.querySelector('[part=sign]')?.className;
      expect(sign).to.equal(status === 'completed' ? 'medal good' : 'medal calm');
      expect(texts(element).includes('nothing more to do')).to.equal(status === 'completed');
      expect(texts(element)).to.include('$100.00').and.to.include('Test Bank');
      await accessible(element);
    });
});
const completedFlow = {
  id: '5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8',
  status: 'completed',
  user_id: null,
  link: 'https://pay.example/flow/5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8',
  expires_at: null,
} as const;
