/** The payout step of payees of the mock. */
import { expect } from '@open-wc/testing';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { createFlowsClient } from '../../../src/api/client.ts';
import { newIntent } from '../../../src/api/intent.ts';
import payout from '../../../src/steps/payout/index.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi, type MockApi } from '../../../src/testing/index.ts';
import { fill, mountOnMock, post, standstill, submit, type MountOptions } from '../support.ts';

type Requirement = RequirementOf<'payout'>;
type Step = StepElement & { requirement: Requirement };

/** The first method is the default. */
export const paypal = { platform: 'paypal', email: 'jo@example.com' };
export const bank = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};
/** Before the first payout to somebody abroad the law wants this. */
export const taxForm = {
  form: 'w8ben',
  name: 'Ada Example',
  citizenship_country: 'MX',
  foreign_tax_id: 'EAAA900131AB1',
  date_of_birth: '1990-01-31',
  country: 'MX',
  line_1: 'Calle Ejemplo 1',
  city: 'Ciudad de México',
  state: 'CDMX',
  postcode: '06600',
  no_foreign_tax_id: false,
  claims_treaty: false,
  signature: 'Ada Example',
  consent: true,
};

/** The payee of the tax form files it on an earlier visit. They may have moved since. */
export async function fileEarlier(api: MockApi, user_id: string): Promise<void> {
  const { signal } = new AbortController();
  const client = createFlowsClient({ baseUrl: 'https://pay.example/api', fetch: api.fetch });
  await client.open({ flowId: api.createFlow({ steps: ['compliance'], user_id }).id }, signal);
  const answered = await client.send(post('/compliance', taxForm), newIntent(), signal);
  if (!answered.ok) throw new Error(`The mock refuses: ${JSON.stringify(answered.problem)}`);
}

interface Payee {
  /** Cents in the wallet. */
  readonly balance?: number;
  /** `Review`: the payee is on hold. */
  readonly last_name?: string;
  readonly country?: string;
  /** Somebody who was here before. */
  readonly known?: { readonly api: MockApi; readonly user_id: string };
  readonly methods?: readonly unknown[];
  /** Options of the step. */
  readonly step?: Readonly<Record<string, unknown>>;
}

/** Mounts the step of somebody in the US with a bank account and PayPal, or of `payee`. */
export async function mount(payee: Payee = {}, options?: MountOptions) {
  const { balance = 1_234_50, methods = [bank, paypal], step = {} } = payee;
  const { last_name = 'Example', country = 'US' } = payee;
  const api = payee.known?.api ?? createMockApi(standstill);
  const user_id = payee.known?.user_id ?? api.createUser({ country: country === 'US' ? country : 'MX' });
  if (country !== 'US') await fileEarlier(api, user_id);
  api.fund(user_id, balance);
  const steps = [
    { name: 'onboarding', force: true },
    { name: 'payout', ...step },
  ];
  const profile = { first_name: 'Ada', last_name, email: 'ada@example.com', country };
  const before = [post('/onboarding', profile), ...methods.map((body) => post('/payout-methods', body))];
  const mounted = await mountOnMock<Step>(payout, api, { steps, user_id }, { before, ...options });
  const idOf = (platform: string) => {
    const all = mounted.element.requirement.methods;
    return all.find((method) => method.platform === platform)?.id ?? expect.fail(`no ${platform}`);
  };
  return { ...mounted, api, user_id, idOf };
}

/** Mounts the step with 120 dollars, or `amount`, to be confirmed. */
export async function mountReview(payee: Payee = {}, amount = '120') {
  const mounted = await mount(payee);
  await fill(mounted.element, { amount });
  await submit(mounted.element);
  await mounted.done();
  return mounted;
}

/** Mounts the step with such a payout under way. */
export async function mountMade(payee: Payee = {}, amount = '120') {
  const mounted = await mountReview(payee, amount);
  await submit(mounted.element);
  await mounted.done();
  mounted.sent.length = 0;
  return mounted;
}

/** Mounts the step with a payout that came back: 120.13 fails, and 120.14 is returned. */
export async function mountFailed(payee: Payee = {}, amount = '120.13') {
  const mounted = await mountMade(payee, amount);
  for (const seconds of [1, 2, 4]) {
    await mounted.catchUp();
    mounted.api.clock.advance(seconds);
  }
  await mounted.catchUp();
  return mounted;
}
