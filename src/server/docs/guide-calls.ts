/** The first five calls, as curl and as TypeScript. A test takes them from the page and makes them. */

interface Shown {
  readonly title: string;
  readonly say: string;
  readonly curl: string;
  readonly typescript: string;
}

interface Beginning {
  readonly setup: { readonly curl: string; readonly typescript: string };
  readonly calls: readonly Shown[];
}

/** Returns the calls to a server at `serverUrl`. */
export function beginning(serverUrl: string): Beginning {
  const post = (path: string, body: string) =>
    [
      `curl ${serverUrl}/v2${path}`,
      '-u "$CLIENT_ID:$API_KEY"',
      `-H 'content-type: application/json'`,
      '-H "idempotency-key: $KEY"',
      `-d '${body}'`,
    ].join(' \\\n  ');
  return {
    setup: {
      curl: 'export CLIENT_ID=… API_KEY=… # of your app\nexport KEY=… # another one for each call: uuidgen',
      typescript: `import { createPartnerClient } from 'dots-flow/partner';

const { CLIENT_ID: clientId = '', API_KEY: apiKey = '' } = process.env;
const flows = createPartnerClient({ baseUrl: '${serverUrl}', clientId, apiKey });`,
    },
    calls: [
      {
        title: '1. Say where you are told',
        say: 'Your address for webhooks. `secret` is answered this once: `verifyWebhook` of `dots-flow/webhooks` takes it. In a sandbox the address may be on your own machine, and `npx dots-flow listen` does without one.',
        curl: post('/webhook-endpoints', '{"url": "http://localhost:3000/webhooks"}'),
        typescript: `const endpoint = await flows.createWebhookEndpoint({ url: 'http://localhost:3000/webhooks' });
if (!endpoint.ok) throw new Error(JSON.stringify(endpoint.error));
console.log(endpoint.data.secret);`,
      },
      {
        title: '2. Create a user',
        say: 'The payee, by phone number. Keep the `id` with your own record of them.',
        curl: post(
          '/users',
          '{"first_name": "Jane", "last_name": "Doe", "email": "jane@example.com", "country_code": "1", "phone_number": "4155550100"}',
        ),
        typescript: `const user = await flows.createUser({
  first_name: 'Jane',
  last_name: 'Doe',
  email: 'jane@example.com',
  country_code: '1',
  phone_number: '4155550100',
});
if (!user.ok) throw new Error(JSON.stringify(user.error));`,
      },
      {
        title: '3. Create a flow',
        say: 'Send the payee to `link`, or show `<dots-flow flow-id="…">`. In a sandbox the code is 123456, and a good bank account has the routing number 110000000 and the number 000123456789.',
        curl: post('/flows', `{"steps": ["manage-payouts"], "user_id": "'$USER_ID'"}`),
        typescript: `const flow = await flows.createFlow({ steps: ['manage-payouts'], user_id: user.data.id });
if (!flow.ok) throw new Error(JSON.stringify(flow.error));
console.log(flow.data.link);`,
      },
      {
        title: '4. See that it is done',
        say: 'When the payee has finished, `status` is `completed`. A webhook tells you of it at once (`flow.completed`), so that you need not ask.',
        curl: `curl ${serverUrl}/v2/flows/$FLOW_ID -u "$CLIENT_ID:$API_KEY"`,
        typescript: `const done = await flows.getFlow(flow.data.id);
console.log(done.ok && done.data.status);`,
      },
      {
        title: '5. Pay the user out',
        say: 'From your app’s wallet (`fund`) to the account that the payee chose. `amount` is in cents of US dollars: this is $125.00. `transfer.completed`, `transfer.failed` or `transfer.flagged` tells you how it ended. What `fund` moves has a `transfer.completed` of its own: look at `transfer.type`, which is `payout`, and at the id of your payout.',
        curl: post(
          '/payouts',
          `{"user_id": "'$USER_ID'", "amount": 12500, "platform": "default", "fund": true}`,
        ),
        typescript: `const payout = await flows.createPayout({
  user_id: user.data.id,
  amount: 12_500,
  platform: 'default',
  fund: true,
});
if (!payout.ok) throw new Error(JSON.stringify(payout.error));`,
      },
    ],
  };
}
