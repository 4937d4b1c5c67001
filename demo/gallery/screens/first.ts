/** The screens with which every flow of a new payee begins, and those on which one cannot go on. */
import { arrive, newApi, until, type Walks } from './stage.ts';

export const firstWalks: Walks = {
  'the phone, the code and the profile': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['manage-payouts'], { user_id: null });
    const { payee } = flow;
    await see(flow, 'Confirm your phone');
    await seeRefused(flow, 'Confirm your phone');
    (await until(flow, '[aria-haspopup=dialog]')).click();
    await until(flow, '[role=option]');
    await see(flow, 'Confirm your phone');
    (await until(flow, '[role=option]')).click();
    await payee.fillPhone();
    await see(flow, 'Enter the code');
    await payee.enterCode('654321');
    await seeRefused(flow, 'Enter the code');
    await payee.enterCode();
    await see(flow, 'About you');
    await seeRefused(flow, 'About you');
  },

  'the code for who is known': async ({ visit, see }) => {
    const flow = await visit(['manage-payouts'], { require_auth: true });
    await see(flow, 'Is it still you?');
  },

  'what is asked for beside the code after a while': async ({ visit, see, seeRefused }) => {
    const api = newApi();
    const user_id = api.createUser();
    const before = await visit(['compliance'], { api, user_id });
    await before.payee.completeCompliance();
    await before.payee.waitForStep('compliance', 'gone');
    before.element.remove();
    api.clock.advance('P91D');
    const flow = await visit(['manage-payouts'], { api, user_id, require_auth: true });
    await flow.payee.press('Send code');
    await flow.payee.enterCode();
    await see(flow, 'One more question');
    await seeRefused(flow, 'One more question');
    await flow.payee.answerKnown();
  },

  'a session that has ended': async ({ visit, see }) => {
    const flow = await visit(['onboarding', 'manage-payouts'], { user_id: null });
    const { api, payee } = flow;
    await arrive(flow, 'Confirm your phone');
    await payee.authenticate();
    await arrive(flow, 'About you');
    api.clock.advance('PT2H');
    await payee.fillOnboarding();
    await payee.press();
    await until(flow, '[part~=session]');
    await see(flow, 'Is it still you?');
  },

  'no network, and a link that was canceled': async ({ visit, see }) => {
    const flow = await visit(['onboarding', 'manage-payouts'], { user_id: null });
    await arrive(flow, 'Confirm your phone');
    flow.api.faults.offline(true);
    await see(flow, 'Confirm your phone');
    flow.api.faults.offline(false);
    const { id } = flow.element.flow ?? { id: '' };
    flow.api.cancelFlow(id);
    await flow.payee.fillPhone();
    await see(flow, 'This link was canceled');
  },

  'a link that does not exist': async ({ visit, see }) => {
    const api = newApi();
    api.faults.fail('no-such-resource');
    await see(await visit(['onboarding'], { api }), 'We cannot show this right now');
  },
};
