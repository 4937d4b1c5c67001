/** What arrives from elsewhere while the payee does something, in the element or in the page around it. */
import { expect } from '@open-wc/testing';
import { choose, control, fill, submit } from '../support.ts';
import {
  eventually,
  later,
  mountAtStep,
  openSession,
  problem,
  session,
  settled,
  snapshot,
  useApi,
} from './support.ts';

describe('meanwhile, <dots-flow>', () => {
  // Nothing is awaited while the mock’s payee types numbers, so no stream is open then.
  const api = useApi();

  it('drops what it hears about a step whose own request is under way, and loses nothing that was typed', async () => {
    const at = { steps: ['manage-payments'], at: 'manage-payments', more: { waiting: true } } as const;
    api.on(openSession, session(at));
    const { step } = await mountAtStep();
    await eventually(() => api.streams === 1, 'it listens to the server');
    control(step, 'source', 'manual').click();
    await settled(step);
    await fill(step, { routing_number: '021000021', account_number: '000987654321' });
    await choose(step, 'account_type', 'checking');
    await choose(step, 'consent');
    const { reply, answer } = later();
    api.on('POST /session/payment-methods', reply);
    api.on('GET /session', snapshot(at));
    await submit(step);
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(
      () => api.calls('GET /session').length === 1,
      'the server is asked where the flow stands',
    );
    await settled(step);
    answer(problem(422, 'invalid-input'));
    await eventually(() => !step.busy, 'the request was refused');
    await settled(step);
    expect(control(step, 'account_number').value).to.equal('0009 8765 4321');
  });
});
