/**
 * What partners and payees do, by chance. Each actor has payees of its own and does one thing after another.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { chance, type Chance } from '../../test/fuzz/mutate.ts';
import type { Answer, Asked, Client } from './client.ts';
import type { History, Wish } from './history.ts';

const areas = [
  ...[201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228],
  ...[229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 281, 301, 302, 303],
  ...[304, 305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 323, 325, 330, 334],
  ...[336, 337, 339, 347, 351, 352, 360, 361, 386, 401, 402, 404, 405, 406, 407, 408, 409, 410, 412, 413],
];
/** A definite no that a payee or a partner may get. */
const refusals = ['transaction-insufficient-funds', 'payout-method-paused'];
const page = 'https://partner.example/done';
const name = { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com' };

export class Actor {
  readonly #by: Chance;
  readonly #client: Client;
  readonly #history: History;
  readonly #name: string;
  #asked = 0;
  #phones = 0;
  #user = '';
  ended = false;

  /** `number`: below 8. */
  constructor(client: Client, history: History, seed: number, number: number) {
    this.#client = client;
    this.#history = history;
    this.#name = `${seed}-${number}`;
    this.#by = chance(seed * 1000 + number);
    this.#phones = number * 1000;
  }

  /** Does things until `ended`. */
  async act(): Promise<void> {
    if (this.#user === '') await this.#settle();
    const things = [
      ...[() => this.#transfer(), () => this.#transfer(), () => this.#payout(), () => this.#payout()],
      ...[
        () => this.#known(),
        () => this.#known(),
        () => this.#stranger(),
        () => this.#addUser(),
        () => this.#read(),
      ],
    ];
    while (!this.ended && !this.#client.given) {
      await this.#by.of(things)();
      // More than the receivers take would only measure how long their queue is.
      await sleep(this.#by.number(800));
    }
  }

  /** Makes a payee with a wallet and a method. */
  async #settle(): Promise<void> {
    for (;;) {
      this.#user = (await this.#addUser()) ?? '';
      if (this.#user === '') return;
      const of = `/v2/users/${this.#user}`;
      await this.#ask('POST', `${of}/send-verification-token`, {});
      const said = await this.#ask('POST', `${of}/verify`, { token: '123456' });
      // A token whose confirmation was lost on the way is used up; another is sent.
      if (said?.body['status'] !== 'verified' && !this.#client.given) {
        await this.#ask('POST', `${of}/send-verification-token`, {});
        await this.#ask('POST', `${of}/verify`, { token: '123456' });
      }
      await this.#ask('PUT', `${of}/payout-methods`, {
        platform: 'paypal',
        email: `${this.#name}@example.com`,
      });
      await this.#wish('transfer', { amount: -50_000 });
      return;
    }
  }

  #transfer(): Promise<unknown> {
    const back = this.#by.number(4) === 0;
    return this.#wish('transfer', { amount: (back ? 1 : -1) * (1 + this.#by.number(400)) });
  }

  #payout(): Promise<unknown> {
    return this.#wish('payout', {
      // Amounts that end in 13 fail, and those in 14 come back.
      amount: this.#by.of([500, 701, 802, 925, 1100, 640, 1113, 1214]),
      platform: 'paypal',
      fund: this.#by.number(2) === 0,
      payout_fee_party: this.#by.of(['user', 'platform']),
    });
  }

  async #addUser(): Promise<string | null> {
    const key = this.#key();
    const wish = this.#history.wish('user', key);
    const body = { ...name, country_code: '1', phone_number: this.#phone(), metadata: { wish: key } };
    return this.#note(wish, await this.#twice({ method: 'POST', path: '/v2/users', body, key }));
  }

  /** A payee whom the partner knows goes through a short flow. */
  async #known(): Promise<void> {
    const flow = await this.#flow({ user_id: this.#user });
    if (flow !== null) await this.#walk(flow);
  }

  /** Somebody new gives phone, code and name first. */
  async #stranger(): Promise<void> {
    const flow = await this.#flow({});
    if (flow !== null) await this.#walk(flow);
  }

  async #flow(more: object): Promise<string | null> {
    const key = this.#key();
    const wish = this.#history.wish('flow', key);
    const body = { ...more, steps: [{ name: 'redirect', redirect_url: page }], metadata: { wish: key } };
    return this.#note(wish, await this.#twice({ method: 'POST', path: '/v2/flows', body, key }));
  }

  async #walk(flow: string): Promise<void> {
    const opened = await this.#client.insist({
      method: 'POST',
      path: `/v2/flows/${flow}/sessions`,
      body: {},
      token: '',
    });
    if (!opened) return;
    if (opened.status !== 201) {
      this.#client.wrong.push(`opening ${flow}: ${opened.status} ${JSON.stringify(opened.body)}`);
      return;
    }
    let token = String(opened.body['token']);
    let snapshot = opened.body['snapshot'] as Snapshot;
    const does = async (path: string, body: unknown): Promise<boolean> => {
      const asked = { method: 'POST', path: `/v2/session/${path}`, body, token, key: this.#key() };
      const answer = await this.#twice(asked);
      if (!answer) return false;
      if (answer.status >= 300) {
        this.#client.wrong.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return false;
      }
      const { renewed } = answer.body as { renewed?: { token: string } };
      token = renewed?.token ?? token;
      snapshot = answer.body as unknown as Snapshot;
      this.#history.did(flow, doneOf(snapshot));
      return true;
    };
    while (snapshot.flow.status !== 'completed') {
      const step = snapshot.current?.step;
      if (step === 'authentication') {
        if (
          !(await does('authentication/code', { country: 'US', phone_number: this.#phone(), channel: 'sms' }))
        )
          return;
        if (!(await does('authentication/check', { code: '123456' }))) return;
      } else if (step === 'onboarding') {
        if (!(await does('onboarding', { ...name, country: 'US' }))) return;
      } else if (!(await does('redirect', {}))) return;
    }
  }

  async #read(): Promise<void> {
    const path = this.#by.of(['/v2/transfers?limit=5', '/v2/flows?limit=5', `/v2/users/${this.#user}`]);
    await this.#client.insist({ method: 'GET', path });
  }

  async #wish(
    what: 'transfer' | 'payout',
    body: Readonly<Record<string, unknown>> & { amount: number },
  ): Promise<void> {
    const key = this.#key();
    const wish = this.#history.wish(what, key, body.amount);
    const all = { user_id: this.#user, ...body, metadata: { wish: key } };
    const inBody = this.#by.number(2) === 0;
    const answer = await this.#twice({
      method: 'POST',
      path: `/v2/${what}s`,
      ...(inBody ? { body: { ...all, idempotency_key: key } } : { body: all, key }),
    });
    const id = this.#note(wish, answer);
    if (id !== null) this.#history.seen.set(id, answer?.body['status'] as 'created');
  }

  #note(wish: Wish, answer: Answer | null): string | null {
    if (!answer) return null;
    if (answer.status < 300) {
      wish.ids.add(String(answer.body['id']));
      return String(answer.body['id']);
    }
    wish.refused = String(answer.body['error_code']);
    if (!refusals.includes(wish.refused))
      this.#client.wrong.push(`${wish.what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return null;
  }

  /** A number of the block that is reserved for fiction, which nobody has yet. */
  #phone(): string {
    const number = (this.#phones += 1);
    return `${areas[Math.floor(number / 100) % areas.length]}5550${100 + (number % 100)}`;
  }

  #ask(method: string, path: string, body: unknown): Promise<Answer | null> {
    return this.#client.insist({ method, path, body, key: this.#key() });
  }

  /** One in four is sent twice at once, as by a page that is open twice. Both have to hear the same. */
  async #twice(asked: Asked): Promise<Answer | null> {
    if (this.#by.number(4) > 0) return this.#client.insist(asked);
    const [one, other] = await Promise.all([this.#client.insist(asked), this.#client.insist(asked)]);
    if (one && other && (one.status !== other.status || one.body['id'] !== other.body['id']))
      this.#client.wrong.push(
        `${asked.path}: one key was answered with ${JSON.stringify(one)} and ${JSON.stringify(other)}`,
      );
    return one ?? other;
  }

  /** A UUID that the seed gives. */
  #key(): string {
    const hex = createHash('sha256')
      .update(`${this.#name} ${(this.#asked += 1)}`)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}

/** What is read of it here. */
interface Snapshot {
  readonly flow: { readonly status: string };
  readonly current: { readonly step: string } | null;
  readonly completions: readonly { readonly step: string }[];
}

const doneOf = ({ completions }: Snapshot): string[] => completions.map(({ step }) => step);
