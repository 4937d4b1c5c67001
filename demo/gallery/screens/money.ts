/** The screens on which the payee says where money goes and comes from, and takes some of it. */
import { german, newApi, until, wealthy, type Walks } from './stage.ts';

export const moneyWalks: Walks = {
  'ways to be paid in the US': async ({ visit, see, seeRefused }) => {
    const flow = await visit([
      'manage-payouts',
      { name: 'redirect', redirect_url: 'https://app.example/done' },
    ]);
    const { payee } = flow;
    await see(flow, 'Where should your money go?');
    await flow.choose('platform', 'ach');
    await see(flow, 'Your bank account');
    await seeRefused(flow, 'Your bank account');
    await payee.press('Back');
    await flow.choose('platform', 'paypal');
    await see(flow, 'Your PayPal account');
    await payee.fill({ email: 'ada@example.com' });
    await payee.press();
    await see(flow, 'Taking you back');
  },

  'the list of ways to be paid': async ({ visit, see }) => {
    const api = newApi();
    const user_id = api.createUser();
    const steps = [{ name: 'manage-payouts', force: true, hide_continue_button: true }];
    const flow = await visit(steps, { api, user_id });
    const { payee } = flow;
    await payee.addPayPal();
    await see(flow, 'How you get paid');
    await payee.press('Add another');
    await see(flow, 'Add another way to be paid');
    await payee.addBankAccount();
    await see(flow, 'How you get paid');
    (await until(flow, '[aria-haspopup=menu]')).click();
    await see(flow, 'How you get paid');
    (await until(flow, '[role=menuitem]:last-of-type')).click();
    await until(flow, 'dialog[open]');
    await see(flow, 'How you get paid');
  },

  'a bank account abroad': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['manage-payouts'], german());
    const { payee } = flow;
    await payee.completeW8Ben();
    await see(flow, 'Where should your money go?');
    await flow.choose('platform', 'intl_bank');
    await until(flow, '[name=bank_country]');
    await see(flow, 'Your bank account');
    await seeRefused(flow, 'Your bank account');
    await payee.fill({ bank_country: 'IN' });
    await see(flow, 'Your bank account');
  },

  'a bank account that pays, found by the name of the bank': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['manage-payments']);
    const { payee } = flow;
    await see(flow, 'Pay Acme Market from your bank account');
    await flow.choose('source', 'link');
    await see(flow, 'Find your bank');
    await payee.fill({ institution: 'uni' });
    await see(flow, 'Find your bank');
    await payee.press('Juniper Credit Union');
    await see(flow, 'Juniper Credit Union has a question');
    await payee.fill({ answer: '123456' });
    await payee.press();
    await see(flow, 'Which account?');
    await seeRefused(flow, 'Which account?');
    await flow.choose('account_id', 'checking');
    await flow.choose('consent');
    await payee.press();
    await see(flow, 'Accounts Acme Market may debit');
  },

  'a bank account that pays, by its numbers': async ({ visit, see, seeRefused }) => {
    const flow = await visit(['manage-payments']);
    const { payee } = flow;
    await flow.choose('source', 'manual');
    await see(flow, 'Your bank account');
    await seeRefused(flow, 'Your bank account');
    await payee.fill({ routing_number: '110000000', account_number: '000123456789' });
    await flow.choose('account_type', 'checking');
    await flow.choose('consent');
    await payee.press();
    await see(flow, 'Accounts Acme Market may debit');
    await payee.press('Confirm deposits');
    await see(flow, 'Which amounts arrived?');
    await seeRefused(flow, 'Which amounts arrived?');
  },

  'a payout that arrives': async ({ visit, see, seeRefused }) => {
    const { api, user_id } = wealthy();
    const flow = await visit(['manage-payouts', 'payout'], { api, user_id });
    const { payee } = flow;
    await payee.addPayPal();
    await see(flow, 'Withdraw your money');
    await payee.fill({ amount: '' });
    await seeRefused(flow, 'Withdraw your money');
    await payee.fill({ amount: '25' });
    await payee.press();
    await see(flow, 'Check and confirm');
    await payee.press();
    await see(flow, '$25.00 is on its way');
    api.clock.advance(4);
    await see(flow, '$25.00 was paid out');
    await payee.press('Continue');
    await see(flow, 'That is all for now');
  },

  'a payout that fails': async ({ visit, see }) => {
    const { api, user_id } = wealthy();
    const flow = await visit(['manage-payouts', 'payout'], { api, user_id });
    const { payee } = flow;
    await payee.addPayPal('fail@example.com');
    await payee.withdraw('20');
    api.clock.advance(4);
    await see(flow, '$20.00 could not be paid out');
  },

  'nothing to withdraw': async ({ visit, see }) => {
    await see(await visit(['payout']), 'Nothing to withdraw yet');
  },

  'no account that can be debited': async ({ visit, see }) => {
    await see(await visit(['manage-payments'], german()), 'This needs a US bank account');
  },
};
