/** The screens on which the payee says where money goes and comes from, and takes some of it. */
import { createMockApi } from '../../../src/testing/index.ts';
import { examine, examineRefused, expectDrawnOnce, german, limit, until, visit, wealthy } from './support.ts';

describe('every look of', function () {
  this.timeout(limit);
  after(expectDrawnOnce);

  it('ways to be paid in the US', async () => {
    const flow = await visit([
      'manage-payouts',
      { name: 'redirect', redirect_url: 'https://app.example/done' },
    ]);
    const { payee } = flow;
    await examine(flow, 'Where should your money go?');
    await flow.choose('platform', 'ach');
    await examine(flow, 'Your bank account');
    await examineRefused(flow, 'Your bank account');
    await payee.press('Back');
    await flow.choose('platform', 'paypal');
    await examine(flow, 'Your PayPal account');
    await payee.fill({ email: 'ada@example.com' });
    await payee.press();
    await examine(flow, 'Taking you back');
  });

  it('the list of ways to be paid', async () => {
    const api = createMockApi();
    const user_id = api.createUser();
    const steps = [{ name: 'manage-payouts', force: true, hide_continue_button: true }];
    const flow = await visit(steps, { api, user_id });
    const { payee } = flow;
    await payee.addPayPal();
    await examine(flow, 'How you get paid');
    await payee.press('Add another');
    await examine(flow, 'Add another way to be paid');
    await payee.addBankAccount();
    await examine(flow, 'How you get paid');
    (await until(flow, '[aria-haspopup=menu]')).click();
    await examine(flow, 'How you get paid');
    (await until(flow, '[role=menuitem]:last-of-type')).click();
    await until(flow, 'dialog[open]');
    await examine(flow, 'How you get paid');
  });

  it('a bank account abroad', async () => {
    const flow = await visit(['manage-payouts'], german());
    const { payee } = flow;
    await payee.completeW8Ben();
    await examine(flow, 'Where should your money go?');
    await flow.choose('platform', 'intl_bank');
    await until(flow, '[name=bank_country]');
    await examine(flow, 'Your bank account');
    await examineRefused(flow, 'Your bank account');
    await payee.fill({ bank_country: 'IN' });
    await examine(flow, 'Your bank account');
  });

  it('a bank account that pays, found by the name of the bank', async () => {
    const flow = await visit(['manage-payments']);
    const { payee } = flow;
    await examine(flow, 'Pay Acme Market from your bank account');
    await flow.choose('source', 'link');
    await examine(flow, 'Find your bank');
    await payee.fill({ institution: 'uni' });
    await examine(flow, 'Find your bank');
    await payee.press('Juniper Credit Union');
    await examine(flow, 'Juniper Credit Union has a question');
    await payee.fill({ answer: '123456' });
    await payee.press();
    await examine(flow, 'Which account?');
    await examineRefused(flow, 'Which account?');
    await flow.choose('account_id', 'checking');
    await flow.choose('consent');
    await payee.press();
    await examine(flow, 'Accounts Acme Market may debit');
  });

  it('a bank account that pays, by its numbers', async () => {
    const flow = await visit(['manage-payments']);
    const { payee } = flow;
    await flow.choose('source', 'manual');
    await examine(flow, 'Your bank account');
    await examineRefused(flow, 'Your bank account');
    await payee.fill({ routing_number: '110000000', account_number: '000123456789' });
    await flow.choose('account_type', 'checking');
    await flow.choose('consent');
    await payee.press();
    await examine(flow, 'Accounts Acme Market may debit');
    await payee.press('Confirm deposits');
    await examine(flow, 'Which amounts arrived?');
    await examineRefused(flow, 'Which amounts arrived?');
  });

  it('a payout that arrives', async () => {
    const { api, user_id } = wealthy();
    const flow = await visit(['manage-payouts', 'payout'], { api, user_id });
    const { payee } = flow;
    await payee.addPayPal();
    await examine(flow, 'Withdraw your money');
    await payee.fill({ amount: '' });
    await examineRefused(flow, 'Withdraw your money');
    await payee.fill({ amount: '25' });
    await payee.press();
    await examine(flow, 'Check and confirm');
    await payee.press();
    await examine(flow, '$25.00 is on its way');
    api.clock.advance(4);
    await examine(flow, '$25.00 was paid out');
    await payee.press('Continue');
    await examine(flow, 'That is all for now');
  });

  it('a payout that fails', async () => {
    const { api, user_id } = wealthy();
    const flow = await visit(['manage-payouts', 'payout'], { api, user_id });
    const { payee } = flow;
    await payee.addPayPal('fail@example.com');
    await payee.withdraw('20');
    api.clock.advance(4);
    await examine(flow, '$20.00 could not be paid out');
  });

  it('nothing to withdraw', async () => {
    await examine(await visit(['payout']), 'Nothing to withdraw yet');
  });

  it('no account that can be debited', async () => {
    await examine(await visit(['manage-payments'], german()), 'This needs a US bank account');
  });
});
