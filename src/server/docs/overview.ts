/** What is said of the API as a whole, and of each group of calls. Readers show it before the calls. */
import type { Operation } from './operations/operation.ts';

export const overview = `Onboard payees, let them manage where they are paid, and hear of every step by webhook. Every call is served below \`/v2\` and \`/api/v2\`.

# Money

Every sum is a whole number of cents of US dollars: \`12500\` is $125.00.

# Times and ids

Times are RFC 3339 in UTC. Ids are UUIDs.

# Calling twice

Calls that change something take the header \`Idempotency-Key\`: up to 255 visible characters that you make up, for instance a UUID. Send the same key when you make the same call again because no answer came. For 24 hours the server does it once, and answers the first answer again with the header \`Idempotent-Replayed: true\`. A key counts for the whole app, so use another one for each call. A call that was refused (4xx) may be repeated with the same key. The same key with another body is 409 \`idempotency-conflict\`. While the first call still runs, the second one is 409 \`resource-busy\`: wait for \`Retry-After\`.

# Pages

Lists come newest first, in pages: \`{"data": […], "has_more": true}\`. For the next page, pass the id of the last object as \`starting_after\`; for the one before, that of the first as \`ending_before\`. \`limit\` is 1 to 100, 20 when absent.

# Problems

What goes wrong is answered as \`application/problem+json\` (RFC 9457). Decide by \`error_code\`; \`errors\` names the fields. Each call lists its codes, and each code says what to do.

- 400, 415, 422: the request is not right. Change it.
- 401, 403: the key, or what it may do. Change the key.
- 404, 410: there is nothing there, or no more.
- 409: it does not go together with how things stand. Read \`detail\`.
- 429: too much of it. Wait as long as \`Retry-After\` says, in seconds, and make the call again with the same \`Idempotency-Key\`.
- 500, 503: the server’s fault. Make the call again with the same \`Idempotency-Key\`, later each time.

# What may change

Answers get new fields, and lists of codes, events and kinds get new members, without a new version. Leave aside what you do not know.`;

export const tags: Readonly<Record<Operation['tag'], string>> = {
  Flows: 'What a payee goes through: made by your server, opened by a link or by `<dots-flow>`.',
  Users: 'Payees, and what is known of them: phone, tax form, payout methods.',
  Screening: 'Names that are like one on a sanctions list, and what you decide about them.',
  Transfers: 'Money between your app’s wallet and a user’s, and from there to their bank. All in cents.',
  'Payout batches': 'Up to 5,000 payouts by one call, each with a result of its own.',
  Payments:
    'Debits of bank accounts that your users have connected with the step manage-payments (ACH), and the customers whom they are taken from.',
  'Payout links': 'Money for somebody whom you know by phone or email: sent by a link, or paid at once.',
  Taxes: 'What users were paid in a year, and the information returns that are made of it.',
  Apps: 'Your app: its wallet, money in and out of it, and what it is told of.',
  'Webhook endpoints': 'Where you are told of what happens, and what was delivered.',
  'API keys': 'The keys with which your server calls.',
  'PDF forms': 'Forms of your own that payees fill in and sign.',
  Sandbox: 'What only a sandbox has: its clock, and the texts that nobody was sent.',
  'Payee session': 'The calls that `<dots-flow>` makes in the payee’s browser. A server makes none of them.',
};
