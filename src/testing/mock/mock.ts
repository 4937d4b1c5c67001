/** The mock of the payee API, as tests use it. */
import type { Flow } from '../../contract/flow.ts';
import type { PdfTemplate } from '../../contract/steps/pdf-form-fill.ts';
import type { Snapshot } from '../../contract/steps/session.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { createAnswerer } from './answer.ts';
import { createClock, type MockClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { clientId, createFlow, type MockFlowInput } from './flows.ts';
import { newId } from './ids.ts';
import type { Arrived } from './routes.ts';
import { flowObject } from './snapshot.ts';
import { createFetch, createRouteHandler, installInPage, type PlaywrightRoute } from './transport.ts';
import { decideUpload } from './tax-upload.ts';
import { newUser } from './users.ts';
import { World, type MockFlow, type MockUser, type MockWebhook } from './world.ts';

/** A phone of the US would make the claim of a payee abroad doubtful (`contract/tax/indicia.ts`). */
const usualPhone = (country = 'US'): string => (country === 'US' ? '+14155550100' : '+4915123456789');

/** A payee whom the app knows already. */
export interface MockUserInput {
  /** In international form. */
  readonly phone_number?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly email?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** `YYYY-MM-DD`, as the partner knows it. */
  readonly date_of_birth?: string;
  /** False: the payee never confirmed the phone. */
  readonly phone_confirmed?: boolean;
}

/** A PDF form as `GET /pdf-templates/{id}` describes it. */
export type MockPdfTemplateInput = Pick<PdfTemplate, 'name' | 'fields'> & Partial<PdfTemplate>;

/** One call that was made. */
export interface MockCall {
  /** Method and path below `/v2`, e.g. `POST /session/onboarding`. */
  readonly name: string;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface MockApi {
  /** The transport of one element (`config.fetch`) or client (`createFlowsClient({ fetch })`). */
  readonly fetch: typeof fetch;
  /** Takes the place of the page's `fetch` for the API at `baseUrl`. Returns what puts it back. */
  install(baseUrl: string): () => void;
  /** The handler of Playwright's `page.route(url, api.route)`. */
  readonly route: (route: PlaywrightRoute) => Promise<void>;
  /** The client id for `client-id`. */
  readonly clientId: string;
  /** Makes a flow, as a partner's server does. The error of one that cannot be made names the field. */
  createFlow(input: MockFlowInput): Flow;
  /** Returns the flow as it is now. */
  flow(id: string): Flow;
  /** Ends the flow, as the partner may. */
  cancelFlow(id: string): void;
  /**
   * Adds a payee whose profile is complete, and whose phone is confirmed unless said otherwise. Returns the
   * id.
   */
  createUser(input?: MockUserInput): string;
  /**
   * Gives the mock a PDF form. It takes what `GET /pdf-templates/{id}` answers, of which only the name and
   * the fields are needed. Returns the `template_id`.
   */
  createPdfTemplate(template: MockPdfTemplateInput): string;
  /** Says whom payees may ask and what they may read, as the partner's settings do. */
  setHelp(help: Partial<NonNullable<Snapshot['help']>>): void;
  /** Sends nothing to a payout method in its first hours, as `DOTS_PAYOUT_METHOD_WAIT` does. */
  setPayoutMethodWait(hours: number): void;
  /** Whether tax that law wants withheld is kept back, as `DOTS_WITHHOLDING` says; `report` at first. */
  setWithholding(mode: 'deduct' | 'report'): void;
  /** Puts money into a payee's wallet. */
  fund(userId: string, cents: number): void;
  /**
   * Decides about the tax form that a payee has uploaded, as the partner does. `refusal`: what the payee
   * reads; without it the form is approved.
   */
  decideTaxUpload(userId: string, refusal?: string): void;
  readonly clock: MockClock;
  readonly faults: Faults;
  /** Every call so far, oldest first. */
  readonly calls: readonly MockCall[];
  /** The webhooks that a server would have sent. Their ids are the `eventId`s of the page's events. */
  readonly webhooks: readonly MockWebhook[];
}

/** `now` returns milliseconds, and is real time when absent. */
export function createMockApi({ now = Date.now }: { readonly now?: () => number } = {}): MockApi {
  const world: World = new World(
    createClock(now, () => {
      world.settle();
      world.changed();
    }),
  );
  const faults = createFaults();
  const answerer = createAnswerer(world, faults);
  const calls: MockCall[] = [];

  const answer = async (arrived: Arrived, signal: AbortSignal): Promise<Response> => {
    const name = `${arrived.method} ${arrived.path}`;
    if (faults.isOffline()) throw noNetwork();
    calls.push({ name, body: bodyOf(arrived), headers: arrived.headers });
    await pause(faults.delay(), signal);
    const response = answerer(arrived, signal);
    if (faults.isDropped(name)) throw noNetwork();
    return response;
  };
  const mocked = createFetch(answer);

  return {
    fetch: mocked,
    install: (baseUrl) => installInPage(mocked, baseUrl),
    route: createRouteHandler(answer),
    clientId,
    createFlow: (input) =>
      flowObject(
        readably(() => createFlow(world, input)),
        world.now(),
      ),
    flow: (id) => {
      world.settle();
      return flowObject(flowOf(world, id), world.now());
    },
    cancelFlow: (id) => {
      flowOf(world, id).status = 'canceled';
      world.changed();
    },
    createUser: (input = {}) => {
      const {
        phone_number: phone = usualPhone(input.country),
        phone_confirmed: phoneVerified = true,
        date_of_birth: dateOfBirth = null,
        ...profile
      } = input;
      const known = { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com', country: 'US' };
      const verified = { phoneVerified, confirmed: world.now() };
      const user = newUser({
        id: newId(),
        created: world.now(),
        phone,
        dateOfBirth,
        ...verified,
        ...known,
        ...profile,
      });
      world.users.set(user.id, user);
      return user.id;
    },
    createPdfTemplate: ({ id = newId(), name, pages = 1, fields }) => {
      world.pdfTemplates.set(id, { id, name, pages, fields });
      return id;
    },
    setHelp: (help) => {
      world.help = { ...world.help, ...help };
      world.changed();
    },
    setWithholding: (mode) => {
      world.withholding = mode;
    },
    setPayoutMethodWait: (hours) => {
      world.methodWaitMs = hours * 3_600_000;
      world.changed();
    },
    fund: (userId, cents) => {
      userOf(world, userId).balance += cents;
      world.changed();
    },
    decideTaxUpload: (userId, refusal) => decideUpload(world, userOf(world, userId), refusal ?? null),
    clock: world.clock,
    faults: faults.switches,
    calls,
    webhooks: world.webhooks,
  };
}

/** What `fetch` rejects with when no answer comes (Fetch Standard, "network error"). */
const noNetwork = () => new TypeError('Failed to fetch');

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** Says what is wrong with a test's own input in the message, where a test runner shows it. */
function readably<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const fields = error.extra.errors?.map(({ field, message }) => `${field}: ${message}`) ?? [];
    throw new Error([error.extra.detail ?? error.message, ...fields].join('\n'), { cause: error });
  }
}

function flowOf(world: World, id: string): MockFlow {
  const flow = world.flows.get(id);
  if (!flow) throw new Error(`The mock has no flow ${id}.`);
  return flow;
}

function userOf(world: World, id: string): MockUser {
  const user = world.users.get(id);
  if (!user) throw new Error(`The mock has no user ${id}.`);
  return user;
}

/** Returns the JSON that was sent, for tests to look at; undefined when it was none. */
function bodyOf({ bytes }: Arrived): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
