/**
 * "dots-flow/partner": the API for a partner's server. It needs `fetch` and nothing else.
 *
 *     const flows = createPartnerClient({ baseUrl, clientId, apiKey });
 *     const made = await flows.createFlow({ steps: ['compliance', 'manage-payouts'], user_id });
 *     if (made.ok) redirect(made.data.link);
 *     else if (made.error.kind === 'problem') console.error(made.error.code, made.error.problem.errors);
 *
 *     for await (const user of flows.listUsers({ status: 'verified' })) …
 *
 * The API key opens everything that it was made for: keep it on the server.
 */
import { asksInAddress } from './call.ts';
import { calls, type Call, type ListCall, type Page } from './calls.ts';
import { send, type PartnerClientOptions, type PartnerOptions, type PartnerResult } from './send.ts';

export type { Page, PageQuery } from './calls.ts';
export type { PartnerClientOptions, PartnerFailure, PartnerOptions, PartnerResult } from './send.ts';
export type { WebhookPayload } from '../contract/partner/webhooks.ts';
export type { Flow } from '../contract/flow.ts';
export type { User } from '../contract/partner/users.ts';
export type { PayoutBatch, PayoutBatchResults } from '../contract/money/payout-batches.ts';
export type { CustomerPaymentMethod } from '../contract/money/payments.ts';
export type { PaymentCustomer } from '../contract/partner/payment-customers.ts';
export type { Transfer } from '../contract/money/transfers.ts';

/** A page of a list, when it is awaited; all items of it and of those behind it, in a `for await`. */
export interface PartnerList<Item> extends PromiseLike<PartnerResult<Page<Item>>>, AsyncIterable<Item> {}

/** Thrown by a `for await` over a list, whose page was not to be had. */
export class PartnerError extends Error {
  readonly failure: Extract<PartnerResult<never>, { ok: false }>['error'];

  constructor(failure: PartnerError['failure']) {
    super(failure.kind === 'problem' ? `${failure.code}: ${failure.message}` : failure.message);
    this.name = 'PartnerError';
    this.failure = failure;
  }
}

/** What a call takes: the ids of its path, then what is sent, then options. */
type Method<C> =
  C extends ListCall<infer Ids, infer Query, infer Item>
    ? (...given: [...Ids, query?: Query, options?: PartnerOptions]) => PartnerList<Item>
    : C extends Call<infer Ids, infer Sent, infer Answer>
      ? (
          ...given: [
            ...Ids,
            ...([Sent] extends [undefined] ? [] : undefined extends Sent ? [sent?: Sent] : [sent: Sent]),
            options?: PartnerOptions,
          ]
        ) => Promise<PartnerResult<Answer>>
      : never;

/** A method for each call, by its `operationId`. */
export type PartnerClient = { readonly [Name in keyof typeof calls]: Method<(typeof calls)[Name]> };

/**
 * Returns a client for one app.
 * @throws {TypeError} when an option is missing: a variable of the environment, for instance
 */
export function createPartnerClient(options: PartnerClientOptions): PartnerClient {
  assertOptions(options);
  const method = (name: string, call: Call<readonly string[], unknown, unknown>) => {
    const names: string[] = call.path.match(/\{\w+\}/g) ?? [];
    const sends = asksInAddress(call) || !['GET', 'DELETE'].includes(call.method);
    return (...given: unknown[]) => {
      const path = names.reduce((made, placeholder, index) => {
        const id = given[index];
        // Without an id the address would be another call's: that of the list.
        if (typeof id !== 'string' || /^\.{0,2}$/.test(id))
          throw new TypeError(`${name} needs ${placeholder} as a text, and was given ${JSON.stringify(id)}.`);
        return made.replace(placeholder, encodeURIComponent(id));
      }, call.path);
      const rest = given.slice(names.length);
      // A call without a body may be given options alone.
      const sent = sends && !isOptions(rest[0]) ? rest[0] : undefined;
      const own = (isOptions(rest[0]) ? rest[0] : rest[1]) as PartnerOptions | undefined;
      if (call.kind === 'list')
        return listOf((query) => send(options, { ...call, path }, query, own), sent as object | undefined);
      return send(options, { ...call, path }, sent, own);
    };
  };
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      method(name, call as Call<readonly string[], unknown, unknown>),
    ]),
  ) as unknown as PartnerClient;
}

function assertOptions({ baseUrl, clientId, apiKey }: PartnerClientOptions): void {
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new TypeError('baseUrl must be an address such as https://payouts.example.');
  for (const [name, value] of Object.entries({ clientId, apiKey }))
    if (!value) throw new TypeError(`${name} is missing.`);
}

const isOptions = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => ['idempotencyKey', 'signal'].includes(key));

interface Item {
  readonly id: string;
}

/** Returns a list that asks for a page only when somebody wants it. */
function listOf(
  ask: (query: object) => Promise<PartnerResult<unknown>>,
  query: object = {},
): PartnerList<Item> {
  const page = (more: object = {}) => ask({ ...query, ...more }) as Promise<PartnerResult<Page<Item>>>;
  return {
    then: (done, failed) => page().then(done, failed),
    async *[Symbol.asyncIterator]() {
      let after: object = {};
      for (;;) {
        const answer = await page(after);
        if (!answer.ok) throw new PartnerError(answer.error);
        yield* answer.data.data;
        const last = answer.data.data.at(-1);
        if (!answer.data.has_more || last === undefined) return;
        after = { starting_after: last.id };
      }
    },
  };
}
