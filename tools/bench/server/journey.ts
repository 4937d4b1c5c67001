/** What one payee in the US does, from the first call of the partner until the money has arrived. */
import type { Served } from './served.ts';

const profile = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', country: 'US' };
const w9 = {
  form: 'w9',
  entity_type: 'individual',
  first_name: 'Jane',
  last_name: 'Doe',
  date_of_birth: '1990-04-12',
  tin: '123-45-6789',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};
const account = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};

export interface Payee {
  readonly userId: string;
  readonly flowId: string;
  /** Of the session, which goes on. */
  readonly token: string;
}

/** `number`: the last four digits of a phone that nobody has yet. */
export async function journey(server: Served, number = '0100'): Promise<Payee> {
  const steps = ['onboarding', 'compliance', 'manage-payouts', 'payout'];
  const flow = await server.call('POST', '/flows', { steps });
  const opened = await server.call('POST', `/flows/${flow.id}/sessions`, {
    browser: 'bench'.padEnd(32, '-'),
  });
  let { token } = opened;
  const does = async (path: string, body: unknown = {}) => {
    const answer = await server.call('POST', `/session/${path}`, body, token);
    token = answer.renewed?.token ?? token;
    return answer;
  };
  await does('authentication/code', { country: 'US', phone_number: `(415) 555-${number}`, channel: 'sms' });
  await does('authentication/check', { code: '123456' });
  await does('onboarding', profile);
  await does('compliance', w9);
  await does('payout-methods', account);
  await does('manage-payouts');
  await server.runJobs();
  const { user_id: userId } = (await server.call('GET', `/flows/${flow.id}`)) as unknown as {
    user_id: string;
  };
  await server.call('POST', '/transfers', { user_id: userId, amount: -2_500 });
  const seen = await server.call('GET', '/session', undefined, token);
  const quoted = await does('payout/review', {
    amount: 2_500,
    method_id: seen.current?.methods?.[0]?.id,
  });
  await does('payout', { id: quoted.current?.review?.id });
  await does('payout/continue');
  for (let waited = 0; waited < 3; waited += 1) {
    await server.runJobs();
    server.advance(3_000);
  }
  await server.runJobs();
  return { userId, flowId: flow.id, token };
}
