/** Lets a payee go through a journey on a network with faults, and says what went wrong. */
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import { sleep } from '../../../src/api/transport.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { listen } from '../dots-flow/support.ts';
import { installClock, type VirtualClock } from './clock.ts';
import { journeys } from './journeys.ts';
import { createNetwork, faultText, type Fault, type Network } from './network.ts';
import { createPayee, type Payee } from './payee.ts';

export interface Outcome {
  /** What should not have been. Empty: all went well. */
  readonly findings: readonly string[];
  readonly made: ReadonlyMap<string, number>;
  readonly done: ReadonlyMap<string, number>;
  /** What the payee did and what the network did, for a report. */
  readonly story: readonly string[];
}

/** What a run without faults does. */
export type Clean = Pick<Outcome, 'made' | 'done'>;

/** Stays in the page when the flow would leave it. */
class WeatheredFlow extends DotsFlow {
  left = 0;
  /** How many pauses between two tries it makes now. */
  pauses = 0;
  protected override createClient({ fetch, apiUrl = '' }: DotsFlowConfig): FlowsClient {
    return createFlowsClient({ fetch, baseUrl: apiUrl, random: () => 0.5, sleep: this.#sleep });
  }
  #sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    const isPause = milliseconds < 30_000;
    if (isPause) this.pauses += 1;
    try {
      await sleep(milliseconds, signal);
    } finally {
      if (isPause) this.pauses -= 1;
    }
  };
  protected override navigate(): void {
    this.left += 1;
  }
}
WeatheredFlow.define('weathered-flow');

/** Nobody waits longer, in milliseconds of the virtual clock. */
const patience = 8 * 60_000;
/** Milliseconds between two things that the payee does: typing, and looking what a press has led to. */
const aMoment = 400;
const aLook = 1_200;
const mostActs = 250;
const mostLeaps = 120;
const start = Date.parse('2026-11-28T12:00:00.000Z');

/** Runs the journey of this name. `clean` is what the same journey does without faults. */
export async function run(
  name: string,
  faults: readonly Fault[],
  photo: File,
  clean?: Clean,
): Promise<Outcome> {
  const journey = journeys[name];
  if (!journey) throw new Error(`There is no journey ${name}.`);
  const clock = installClock(start);
  const api = createMockApi({ now: clock.now });
  const network = createNetwork(api, clock, faults);
  const element = document.createElement('weathered-flow') as WeatheredFlow;
  const heard = listen(element);
  const user = journey.user && api.createUser(journey.user);
  const { id } = api.createFlow({ steps: journey.steps(api), ...(user && { user_id: user }) });
  const fund = (payee: string | null) => payee && api.fund(payee, 12_000);
  if (user) fund(user);
  else
    element.addEventListener('dots-step-completed', ({ detail: { step } }) => {
      if (step === 'onboarding') fund(api.flow(id).user_id);
    });
  element.config = { flowId: id, fetch: network.fetch, apiUrl: 'https://pay.example/api' };
  // In a place of its own: a page whose elements take each other's place seems to start flows in a loop.
  const place = document.createElement('div');
  place.append(element);
  document.body.append(place);
  const payee = createPayee(element, journey.country, photo);
  const findings: string[] = [];
  try {
    const stuck = await drive(element, payee, clock, network, !!clean);
    if (stuck) findings.push(stuck);
  } catch (error) {
    findings.push(`it throws: ${String(error)}`);
  } finally {
    place.remove();
    network.close();
    clock.uninstall();
  }
  // A code does not outlive twenty minutes.
  const isFrozen = faults.some(({ kind }) => kind === 'frozen');
  const lost = payee.lost.filter((place) => !(isFrozen && place === 'authentication code'));
  findings.push(...lost.map((place) => `typed and gone: ${place}`));
  findings.push(...twice(heard.events, api.webhooks, element.left));
  if (clean) findings.push(...differences(clean.done, network.done(), faults));
  return { findings, made: network.made(), done: network.done(), story: network.log };
}

/** Lets the payee act, and the clock go on where they can only wait. Returns why it did not end. */
async function drive(
  element: WeatheredFlow,
  payee: Payee,
  clock: VirtualClock,
  network: Network,
  isWarm: boolean,
): Promise<string | null> {
  const until = clock.passed() + patience;
  let idle = 0;
  let last = '';
  let leaps = 0;
  let idleSince: number | undefined;
  // Before that many turns nobody presses once more what they have just pressed.
  const patientTurns = isWarm ? 8 : 320;
  for (let acts = 0; acts < mostActs && clock.passed() < until + frozenFor(network.log);) {
    await turn();
    if (network.active() > 0) continue;
    await element.updateComplete;
    await turn();
    if (isOver(element)) return null;
    const did = network.active() > 0 ? null : await payee.act(idle > patientTurns ? '' : last);
    if (did) {
      last = did;
      network.note(`payee ${did}`);
      acts += 1;
      idle = 0;
      idleSince = undefined;
      // Nobody does two things within a moment.
      await turn();
      clock.leap(did.startsWith('presses') ? aLook : aMoment);
      continue;
    }
    idle += 1;
    idleSince ??= clock.real();
    const isTimeOnly = network.waiting() > 0 || element.pauses > 0;
    // What is loaded or drawn takes the browser's own time.
    const wait = isWarm ? (isTimeOnly ? 15 : 200) : 2_000;
    if (idle <= patientTurns || clock.real() - idleSince < wait || network.active() > 0) continue;
    if (clock.nextIn() === null) break;
    clock.goOn();
    idleSince = undefined;
    leaps += 1;
    if (leaps > mostLeaps) break;
  }
  return `stuck: ${payee.seen()}`;
}

/** A tab that was frozen is not one whose payee waits. */
const frozenFor = (log: readonly string[]): number =>
  log.filter((line) => line.includes(' frozen ')).length * 20 * 60_000;

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

/** The page's own, which the virtual clock replaces later. */
const { setTimeout: later } = globalThis;
/** WebKit does not tell when it is idle. */
const whenIdle: (run: () => void) => unknown =
  'requestIdleCallback' in globalThis
    ? (run) => requestIdleCallback(run, { timeout: 5 })
    : (run) => later.call(globalThis, run);

/** A turn of the event loop, without the pause that nested timeouts have. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    turns.push(() => whenIdle(resolve));
    channel.port2.postMessage(null);
  });

const isOver = ({ state, left }: WeatheredFlow): boolean => left > 0 || state.name === 'completed';

/** Returns what was told, or sent, more than once or not at all. */
function twice(
  events: readonly CustomEvent[],
  webhooks: readonly { readonly id: string; readonly payload: object }[],
  left: number,
): string[] {
  const told = events.flatMap(({ type, detail }) => {
    const { eventId } = (detail ?? {}) as { eventId?: string };
    return eventId ? [{ type, eventId }] : [];
  });
  const ids = told.map(({ eventId }) => eventId);
  const sent = webhooks.filter(({ payload }) =>
    /^flow\.(updated|completed)$/.test(String(Reflect.get(payload, 'event'))),
  );
  const finished = told.filter(({ type }) => type === 'dots-flow-completed').length;
  return [
    ...(new Set(ids).size === ids.length ? [] : ['an event was told twice']),
    ...(finished === 1 ? [] : [`the page heard ${finished} times that the flow is completed`]),
    ...(sent.map(({ id }) => id).join() === ids.join()
      ? []
      : [`events and webhooks differ: ${ids.length} events, ${sent.length} webhooks`]),
    ...(left === 1 ? [] : [`it left the page ${left} times`]),
  ];
}

/** These may be done more often: they make nothing, or the payee has to begin a session anew. */
const repeatable: readonly string[] = [
  'POST /flows/:id/sessions',
  'POST /sessions',
  'POST /session/refresh',
  'PUT /session/draft',
  // A photo takes the place of the one of the same side.
  'POST /session/id-verification/uploads',
  'PATCH /session/id-verification/uploads/:id',
  // The report may be there before the payee goes on without it.
  'POST /session/background-check/continue',
];
const signIn = 'POST /session/authentication/';

/** Returns which calls were done by the server more often, or less, than without faults. */
function differences(
  clean: ReadonlyMap<string, number>,
  done: ReadonlyMap<string, number>,
  faults: readonly Fault[],
): string[] {
  const mayBegin = faults.filter(({ kind }) => kind === 'frozen').reduce((sum, { times }) => sum + times, 0);
  return [...new Set([...clean.keys(), ...done.keys()])].flatMap((name) => {
    if (repeatable.includes(name)) return [];
    const [wanted, was] = [clean.get(name) ?? 0, done.get(name) ?? 0];
    const most = name.startsWith(signIn) ? wanted + mayBegin : wanted;
    return was >= wanted && was <= most ? [] : [`${name} was done ${was} times, not ${wanted}`];
  });
}

export const storyOf = (name: string, faults: readonly Fault[], { findings, story }: Outcome): string =>
  [`${name} with ${faults.map(faultText).join('; ') || 'no fault'}`, ...findings, ...story].join('\n  ');
