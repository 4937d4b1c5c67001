/**
 * Every screen that waits for something outside the page: how it comes about, what it says, what happens
 * elsewhere, and what it says then.
 */
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { MockApi, MockUserInput } from '../../../src/testing/index.ts';
import { openWindow } from './other-window.ts';

/** By how many milliseconds the mock's time is behind. What is due waits so long. */
export interface Time {
  behind: () => number;
}

export interface Wait {
  readonly arrange: (
    api: MockApi,
    time: Time,
  ) => Promise<{ flowId: string; happens: () => Promise<void> | void }>;
  /** On screen while it waits, and not any more afterwards. */
  readonly before: string;
  readonly after: string;
}

const bankAccount = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};
const address = { line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' };
const taxForm = {
  form: 'w9',
  entity_type: 'individual',
  first_name: 'Ada',
  last_name: 'Example',
  date_of_birth: '1990-01-31',
  tin: '123-45-0002',
  ...address,
};
const device = 'id-verification';

/** Begins a flow of a known payee in another window. */
async function begin(
  api: MockApi,
  steps: readonly unknown[],
  { cents = 0, ...user }: MockUserInput & { readonly cents?: number } = {},
) {
  const user_id = api.createUser(user);
  if (cents) api.fund(user_id, cents);
  const { id: flowId } = api.createFlow({ steps, user_id, expires_in: 3600 });
  return { flowId, user_id, other: await openWindow(api, { flowId }) };
}

async function taxCheck(api: MockApi) {
  const { flowId, other } = await begin(api, ['compliance', 'manage-payouts']);
  await other.does('/compliance', taxForm);
  return { flowId, other };
}

async function payout(api: MockApi, amount: number, step: string | object = 'payout') {
  const { flowId, other } = await begin(api, [step], { cents: amount });
  await other.does('/payout-methods', bankAccount);
  const { methods } = await other.at('payout');
  await other.does('/payout/review', { amount, method_id: methods[0]?.id });
  const { review } = await other.at('payout');
  await other.does('/payout', { id: review?.id });
  return { flowId, other };
}

/** A payee whose name needs a look, whose pictures a person is looking at in one flow. */
async function reviewed(api: MockApi) {
  const { id: flowId } = api.createFlow({ steps: ['onboarding', device] });
  const other = await openWindow(api, { flowId });
  await other.does('/authentication/code', { country: 'US', phone_number: '4155550100', channel: 'sms' });
  await other.does('/authentication/check', { code: '123456' });
  const profile = { first_name: 'Ada', last_name: 'Review', email: 'ada@example.com', country: 'US' };
  await other.does('/onboarding', profile);
  await other.sendsPictures();
  api.clock.advance(2);
  const { user_id } = api.flow(flowId);
  return { flowId, user_id: user_id ?? '' };
}

/** A step that a phone was given. */
async function handedOff(api: MockApi) {
  const { flowId, other } = await begin(api, [device]);
  const { url } = (await other.makes(`/${device}/handoff`, {})) as { url: string };
  return { flowId, other, handoff: new URL(url).hash.replace('#handoff=', '') };
}

async function backgroundCheck(api: MockApi) {
  const { flowId, other } = await begin(api, ['background-check', 'manage-payouts']);
  const { form: _, entity_type: __, tin: ___, ...details } = taxForm;
  const version = { disclosure_version: disclosureVersion };
  await other.does('/background-check/details', { ...details, ssn: '123-45-0016' });
  await other.does('/background-check/disclosure', version);
  const signed = { ...version, consent: true, signature: 'Ada Example' };
  await other.does('/background-check/authorization', signed);
  return { flowId, other };
}

/** A bank account whose two deposits are being sent. */
async function deposits(api: MockApi, time: Time, account_number: string) {
  const { flowId, other } = await begin(api, ['manage-payments']);
  const { mandate } = await other.at('manage-payments');
  const account = { ...bankAccount, account_number, source: 'manual', consent: true };
  // The deposits are sent at once. Where time runs backwards, that moment does not come.
  let behind = 0;
  time.behind = () => (behind += 1000);
  await other.does('/payment-methods', { ...account, mandate_version: mandate.version });
  const since = behind;
  time.behind = () => since;
  return { flowId, happens: () => void (time.behind = () => 0) };
}

const checking = 'The IRS is checking your number';
const onItsWay = '$25.00 is on its way';
const where = 'Where should your money go?';

export const waits = {
  'a tax number was checked': {
    async arrange(api) {
      const { flowId } = await taxCheck(api);
      return { flowId, happens: () => api.clock.advance(6) };
    },
    before: checking,
    after: where,
  },
  'a payee went on in another window': {
    async arrange(api) {
      const { flowId, other } = await taxCheck(api);
      return { flowId, happens: () => other.does('/compliance/continue') };
    },
    before: checking,
    after: where,
  },
  'a flow was canceled': {
    async arrange(api) {
      const { flowId } = await taxCheck(api);
      return { flowId, happens: () => api.cancelFlow(flowId) };
    },
    before: checking,
    after: 'This link was canceled',
  },
  'a flow was canceled while the session ended': {
    async arrange(api) {
      const { flowId } = await taxCheck(api);
      return {
        flowId,
        happens() {
          api.cancelFlow(flowId);
          api.clock.advance(40 * 60);
        },
      };
    },
    before: checking,
    after: 'This link was canceled',
  },
  'a flow has expired': {
    async arrange(api) {
      const { flowId } = await backgroundCheck(api);
      return { flowId, happens: () => api.clock.advance(2 * 3600) };
    },
    before: 'Your check is under way',
    after: 'This link has expired',
  },
  'a flow was finished in another window': {
    async arrange(api) {
      const { flowId, other } = await payout(api, 2_500);
      return { flowId, happens: () => other.does('/payout/continue') };
    },
    before: onItsWay,
    after: 'All done',
  },
  'a payout has arrived': {
    async arrange(api) {
      const { flowId } = await payout(api, 2_500);
      return { flowId, happens: () => api.clock.advance(4) };
    },
    before: onItsWay,
    after: '$25.00 was paid out',
  },
  'a payout has failed': {
    async arrange(api) {
      const { flowId } = await payout(api, 2_513);
      return { flowId, happens: () => api.clock.advance(4) };
    },
    before: '$25.13 is on its way',
    after: '$25.13 could not be paid out',
  },
  'a payout that had arrived was sent back': {
    async arrange(api) {
      const { flowId } = await payout(api, 2_514);
      api.clock.advance(4);
      return { flowId, happens: () => api.clock.advance(4) };
    },
    before: '$25.14 was paid out',
    after: '$25.14 came back',
  },
  'a payout on a page that stays has failed': {
    async arrange(api) {
      const { flowId } = await payout(api, 2_513, { name: 'payout', hide_continue_button: true });
      return { flowId, happens: () => api.clock.advance(4) };
    },
    before: '$25.13 is on its way',
    after: '$25.13 could not be paid out',
  },
  'money that was held is free': {
    async arrange(api) {
      const { user_id } = await reviewed(api);
      api.fund(user_id, 12_000);
      const { id: flowId } = api.createFlow({ steps: ['payout'], user_id });
      return { flowId, happens: () => api.clock.advance(12) };
    },
    before: 'Your money is safe, and waits',
    after: 'Withdraw your money',
  },
  'an ID was looked at by the machine': {
    async arrange(api) {
      const { flowId, other } = await begin(api, [device, 'manage-payouts']);
      await other.sendsPictures();
      return { flowId, happens: () => api.clock.advance(2) };
    },
    before: 'We’re checking your ID',
    after: where,
  },
  'an ID was refused': {
    async arrange(api) {
      const { flowId, other } = await begin(api, [device], { last_name: 'Blurry' });
      await other.sendsPictures();
      return { flowId, happens: () => api.clock.advance(2) };
    },
    before: 'We’re checking your ID',
    after: 'Your ID is not confirmed yet',
  },
  'an ID was looked at by a person': {
    async arrange(api) {
      const { flowId } = await reviewed(api);
      return { flowId, happens: () => api.clock.advance(12) };
    },
    before: 'A person is checking your photos',
    after: 'All done',
  },
  'a phone has handed in the pictures': {
    async arrange(api) {
      const { flowId, handoff } = await handedOff(api);
      const phone = await openWindow(api, { handoff });
      return { flowId, happens: () => phone.sendsPictures() };
    },
    before: 'Go on with your phone',
    after: 'We’re checking your ID',
  },
  'another window took a step back from the phone': {
    async arrange(api) {
      const { flowId, other, handoff } = await handedOff(api);
      await openWindow(api, { handoff });
      return { flowId, happens: () => other.does(`/${device}/handoff/cancel`) };
    },
    before: 'Go on with your phone',
    after: 'Show us that it’s you',
  },
  'a background check has ended': {
    async arrange(api) {
      const { flowId } = await backgroundCheck(api);
      return { flowId, happens: () => api.clock.advance(6) };
    },
    before: 'Your check is under way',
    after: where,
  },
  'a sign-in at a bank has worked': {
    async arrange(api) {
      const { flowId, other } = await begin(api, ['manage-payments']);
      await other.does('/bank-link', { institution_id: 'sandbox-meadow' });
      return { flowId, happens: () => other.does('/bank-link/look', { bank_code: '123456' }) };
    },
    before: 'Continue at Meadow & Vale Bank',
    after: 'Which account?',
  },
  'two deposits were sent': {
    arrange: (api, time) => deposits(api, time, '000123456789'),
    before: 'Two deposits of less than $1 are being sent.',
    after: 'Two deposits of less than $1 should be in the account by now.',
  },
  'two deposits came back': {
    arrange: (api, time) => deposits(api, time, '000333333338'),
    before: 'Two deposits of less than $1 are being sent.',
    after: 'The deposits came back',
  },
  'a tax number was checked after the end': {
    async arrange(api) {
      const { flowId, other } = await begin(api, ['compliance']);
      await other.does('/compliance', taxForm);
      await other.does('/compliance/continue');
      return { flowId, happens: () => api.clock.advance(6) };
    },
    before: 'Your tax number is still being checked',
    after: 'All done',
  },
  'an ID was looked at after the end': {
    async arrange(api) {
      const { user_id } = await reviewed(api);
      const { id: flowId } = api.createFlow({ steps: ['manage-payouts'], user_id });
      const other = await openWindow(api, { flowId });
      await other.does('/payout-methods', bankAccount);
      await other.does('/manage-payouts');
      return { flowId, happens: () => api.clock.advance(12) };
    },
    before: 'Your identity is still being checked',
    after: 'All done',
  },
  'a payout has arrived after the end': {
    async arrange(api) {
      const { flowId, other } = await payout(api, 2_500);
      await other.does('/payout/continue');
      return { flowId, happens: () => api.clock.advance(4) };
    },
    before: 'On its way',
    after: 'Paid out',
  },
  'a payout was sent back after the end': {
    async arrange(api) {
      const { flowId, other } = await payout(api, 2_514);
      await other.does('/payout/continue');
      api.clock.advance(4);
      return { flowId, happens: () => api.clock.advance(4) };
    },
    before: 'Paid out',
    after: 'Sent back',
  },
} satisfies Readonly<Record<string, Wait>>;
