import { expect } from '@open-wc/testing';
import { fill, submit } from '../support.ts';
import { eventually, mount, settled, stepOf, useMock } from './support.ts';

const call = 'POST /session/authentication/code';

describe('how long the payee has to wait', () => {
  const mock = useMock();
  const now = performance.now.bind(performance);
  let ahead = 0;
  beforeEach(() => {
    ahead = 0;
    performance.now = () => now() + ahead;
  });
  afterEach(() => void (performance.now = now));

  async function refused(retryAfter: number) {
    const flowId = mock.flow('onboarding');
    mock.api.faults.fail('too-many-requests', { call, retryAfter });
    const element = await mount({ flowId });
    const step = await stepOf(element);
    await fill(step, { phone_number: '2025550123' });
    await submit(step);
    const banner = () => step.renderRoot.querySelector('[part=failure]');
    const says = () => banner()?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    // Until the words of the frame are there, the banner says the one thing that it can.
    await eventually(() => says().includes('too often'), 'it is refused');
    await settled(element);
    return { element, step, banner, says };
  }

  it('is counted down, and said once', async () => {
    const { banner, says } = await refused(40);
    expect(says()).to.equal('That was a bit too often. Please try again in 40 seconds.');
    expect(banner()?.role).to.equal('alert');
    // What counts has come, and has counted once.
    await eventually(() => /in 3\d seconds/.test(says()), 'it begins to count');
    ahead = 20_000;
    await eventually(() => /in (1\d|20) seconds/.test(says()), 'it counts');
    expect(banner()?.role, 'a change is not read out').not.to.equal('alert');
  });

  it('is not told any more once it is over, and the button sends', async () => {
    const { step, banner, says } = await refused(300);
    expect(says()).to.include('in 5 minutes');
    ahead = 301_000;
    await eventually(() => !banner(), 'nothing is in the way');
    await submit(step);
    await eventually(() => step.requirement.step === 'authentication' && step.problem === null);
    expect(mock.calls(call)).to.have.length(2);
  });
});
