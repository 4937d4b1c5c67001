/**
 * A network between the element and the mock on which things go wrong by plan. An answer is lost before the
 * server has done its work, or after it, which is when things could be done twice.
 */
import type { MockApi } from '../../../src/testing/index.ts';
import { servedCalls } from '../../../src/testing/index.ts';
import { cut, textOf } from './broken-answers.ts';
import type { VirtualClock } from './clock.ts';

/** What goes wrong with a call. */
export const faultKinds = [
  'time-out',
  'refused',
  'reset',
  'muted',
  'status-500',
  'status-502',
  'status-503',
  'rate-limit',
  'truncated',
  'wrong-json',
  'login-page',
  'doubled',
  'late',
  'session-over',
  'offline',
  'frozen',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** When: before the server has done what it is asked, or after. */
export type Moment = 'before' | 'after';

/** These leave nothing undecided: the server did nothing, or was asked in any case. */
const onlyBefore: readonly FaultKind[] = ['rate-limit', 'session-over'];
const onlyAfter: readonly FaultKind[] = ['reset', 'muted', 'truncated', 'doubled', 'late'];

/** Returns the moments that make a difference for this kind. */
export const momentsOf = (kind: FaultKind): readonly Moment[] =>
  onlyBefore.includes(kind) ? ['before'] : onlyAfter.includes(kind) ? ['after'] : ['before', 'after'];

export interface Fault {
  /** A call by its name in `servedCalls()`. */
  readonly call: string;
  /** Which one of them, from 1. */
  readonly nth: number;
  /** How many one after the other. */
  readonly times: number;
  readonly kind: FaultKind;
  readonly moment: Moment;
}

export const faultText = ({ call, nth, times, kind, moment }: Fault): string =>
  `${call} #${nth}${times > 1 ? `–${nth + times - 1}` : ''}: ${kind} ${moment}`;

export interface Network {
  readonly fetch: typeof fetch;
  /** How many calls are under way that will be answered without any pause. */
  readonly active: () => number;
  /** How many calls are under way that only time will end. */
  readonly waiting: () => number;
  /** Returns how often each call was made. */
  readonly made: () => ReadonlyMap<string, number>;
  /** Returns how often each call was done by the server, replays not counted. */
  readonly done: () => ReadonlyMap<string, number>;
  /** Every call with what happened to it, oldest first. */
  readonly log: readonly string[];
  /** Writes down what somebody else did. */
  readonly note: (line: string) => void;
  /** Ends what is still to come. */
  readonly close: () => void;
}

/** Returns the name under which a call is served. */
function nameOf(url: string, method: string): string {
  const path = new URL(url).pathname.replace(/^.*\/v2/, '');
  const parts = path.split('/');
  const fits = (call: string) => {
    const [wanted, pattern = ''] = call.split(' ');
    const names = pattern.split('/');
    return (
      wanted === method &&
      names.length === parts.length &&
      names.every((name, at) => name === parts[at] || name.startsWith(':'))
    );
  };
  const served = servedCalls().filter(fits);
  return served.find((call) => !call.includes(':')) ?? served[0] ?? `${method} ${path}`;
}

const count = (counts: Map<string, number>, name: string): number => {
  const now = (counts.get(name) ?? 0) + 1;
  counts.set(name, now);
  return now;
};

/** Puts `faults` between the element and `api`. */
export function createNetwork(api: MockApi, clock: VirtualClock, faults: readonly Fault[]): Network {
  const made = new Map<string, number>();
  const done = new Map<string, number>();
  const log: string[] = [];
  const note = (line: string) => void log.push(`${Math.round(clock.passed())} ${line}`);
  const closing = new AbortController();
  let active = 0;
  let waiting = 0;
  let offlineUntil = 0;

  /** The server is asked, and what it did is counted. */
  const ask = async (name: string, input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const response = await api.fetch(input, init);
    if (response.ok && response.headers.get('idempotent-replayed') === null && !name.startsWith('GET '))
      count(done, name);
    return response;
  };
  /** Something that takes its time is not waited for: the payee, or the clock, goes on. */
  const meanwhile = async <T>(work: Promise<T>): Promise<T> => {
    active -= 1;
    waiting += 1;
    try {
      return await work;
    } finally {
      active += 1;
      waiting -= 1;
    }
  };

  const pass = async (
    fault: Fault | undefined,
    name: string,
    input: RequestInfo | URL,
    init?: RequestInit,
  ) => {
    const work = () => ask(name, input, init);
    if (!fault) return work();
    const { kind, moment } = fault;
    const worked = moment === 'after' ? await work() : null;
    const until = init?.signal;
    switch (kind) {
      case 'time-out':
        return meanwhile(never(until));
      case 'refused':
        throw noNetwork();
      case 'reset':
        return cut(await textOf(worked), worked);
      case 'muted': {
        waiting += 1;
        until?.addEventListener('abort', () => (waiting -= 1), { once: true });
        return cut(await textOf(worked), worked, until);
      }
      case 'status-500':
      case 'status-502':
      case 'status-503':
        return new Response('<h1>Error</h1>', { status: Number(kind.slice(-3)) });
      case 'rate-limit':
        return new Response('', { status: 429, headers: { 'retry-after': '7' } });
      case 'truncated': {
        const text = await textOf(worked);
        return new Response(text.slice(0, Math.floor(text.length / 2)), worked ?? {});
      }
      case 'wrong-json':
        return new Response('{"ok":true}', { headers: { 'content-type': 'application/json' } });
      case 'login-page':
        return new Response('<!doctype html><title>Welcome to our Wi-Fi</title>');
      case 'doubled':
        return work();
      case 'late':
        await meanwhile(Promise.race([clock.pause(6_000), never(until)]));
        return worked ?? work();
      case 'session-over':
        return new Response('', { status: 401 });
      case 'offline': {
        offlineUntil = clock.passed() + 4_000;
        api.faults.offline(true);
        void clock.pause(4_000).then(() => api.faults.offline(false));
        throw noNetwork();
      }
      case 'frozen':
        clock.leap(20 * 60_000);
        show(false);
        show(true);
        throw noNetwork();
    }
  };

  const send: typeof fetch = async (input, init) => {
    const name = nameOf(input instanceof Request ? input.url : String(input), init?.method ?? 'GET');
    const nth = count(made, name);
    const fault = faults.find((one) => one.call === name && nth >= one.nth && nth < one.nth + one.times);
    note(`${name} #${nth}${fault ? ` ${fault.kind} ${fault.moment}` : ''}`);
    if (clock.passed() < offlineUntil) throw noNetwork();
    active += 1;
    try {
      const response = await pass(fault, name, input, init);
      note(`${name} #${nth} → ${response.status}`);
      return response;
    } finally {
      // What reads the answer has a turn before anybody looks.
      setTimeout(() => (active -= 1));
    }
  };

  return {
    fetch: send,
    active: () => active,
    waiting: () => waiting,
    made: () => made,
    done: () => done,
    log,
    note,
    close: () => {
      closing.abort();
      api.faults.clear();
    },
  };

  function never(until: AbortSignal | null | undefined): Promise<never> {
    return new Promise((_, reject) => {
      const abort = () => reject((until?.reason ?? closing.signal.reason) as Error);
      if (until?.aborted) abort();
      until?.addEventListener('abort', abort);
      closing.signal.addEventListener('abort', abort);
    });
  }
}

const noNetwork = () => new TypeError('Failed to fetch');

/** Hides the page, or shows it again. */
function show(isVisible: boolean): void {
  if (isVisible) Reflect.deleteProperty(document, 'visibilityState');
  else Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}
