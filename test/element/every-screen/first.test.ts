/** The screens with which every flow of a new payee begins, and those on which one cannot go on. */
import { createMockApi } from '../../../src/testing/index.ts';
import { arrive, examine, examineRefused, expectDrawnOnce, limit, until, visit } from './support.ts';

describe('every look of', function () {
  this.timeout(limit);
  after(expectDrawnOnce);

  it('the phone, the code and the profile', async () => {
    const flow = await visit(['manage-payouts'], { user_id: null });
    const { payee } = flow;
    await examine(flow, 'Confirm your phone');
    await examineRefused(flow, 'Confirm your phone');
    (await until(flow, '[aria-haspopup=dialog]')).click();
    await until(flow, '[role=option]');
    await examine(flow, 'Confirm your phone');
    (await until(flow, '[role=option]')).click();
    await payee.fillPhone();
    await examine(flow, 'Enter the code');
    await payee.enterCode('654321');
    await examineRefused(flow, 'Enter the code');
    await payee.enterCode();
    await examine(flow, 'About you');
    await examineRefused(flow, 'About you');
  });

  it('the code for who is known', async () => {
    const flow = await visit(['manage-payouts'], { require_auth: true });
    await examine(flow, 'Is it still you?');
  });

  it('what is asked for beside the code after a while', async () => {
    const api = createMockApi();
    const user_id = api.createUser();
    const before = await visit(['compliance'], { api, user_id });
    await before.payee.completeCompliance();
    await before.payee.waitForStep('compliance', 'gone');
    before.element.closest('main')?.remove();
    api.clock.advance('P91D');
    const flow = await visit(['manage-payouts'], { api, user_id, require_auth: true });
    await flow.payee.press('Send code');
    await flow.payee.enterCode();
    await examine(flow, 'One more question');
    await examineRefused(flow, 'One more question');
    await flow.payee.answerKnown();
  });

  it('a session that has ended', async () => {
    const flow = await visit(['onboarding', 'manage-payouts'], { user_id: null });
    const { api, payee } = flow;
    await arrive(flow, 'Confirm your phone');
    await payee.authenticate();
    await arrive(flow, 'About you');
    api.clock.advance('PT2H');
    await payee.fillOnboarding();
    await payee.press();
    await until(flow, '[part~=session]');
    await examine(flow, 'Is it still you?');
  });

  it('no network, and a link that was canceled', async () => {
    const flow = await visit(['onboarding', 'manage-payouts'], { user_id: null });
    await arrive(flow, 'Confirm your phone');
    flow.api.faults.offline(true);
    await examine(flow, 'Confirm your phone');
    flow.api.faults.offline(false);
    const { id } = flow.element.flow ?? { id: '' };
    flow.api.cancelFlow(id);
    await flow.payee.fillPhone();
    await examine(flow, 'This link was canceled');
  });

  it('a link that does not exist', async () => {
    const api = createMockApi();
    api.faults.fail('no-such-resource');
    await examine(await visit(['onboarding'], { api }), 'We cannot show this right now');
  });
});
