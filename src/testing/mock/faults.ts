/** What goes wrong because the test wants it to. */
import { problemCatalogue, type ProblemCode } from '../../contract/problems.ts';
import { ProblemError, type ProblemExtra } from '../../contract/input/problem-error.ts';

/** Which calls, and how often. */
export interface FaultScope {
  /** Method and path below `/v2`, e.g. `POST /session/onboarding`. Absent: every call. */
  readonly call?: string;
  /** How many calls; one when absent. */
  readonly times?: number;
}

export interface Faults {
  /** Every answer takes this many milliseconds longer. 0 ends it. */
  slow(milliseconds: number): void;
  /**
   * `true`: no request arrives, and the page's browser says that it is offline. In Playwright use
   * `context.setOffline` instead: the page is elsewhere.
   */
  offline(isOffline: boolean): void;
  /** The mock does what is asked, and the answer is lost on the way. */
  dropAnswers(scope?: FaultScope): void;
  /** The mock answers with this problem and does nothing. */
  fail(code: ProblemCode, scope?: FaultScope & Pick<ProblemExtra, 'retryAfter' | 'detail'>): void;
  /** Ends all of them. */
  clear(): void;
}

interface Planned {
  readonly call: string | undefined;
  left: number;
  readonly error: ProblemError | 'dropped';
}

/** The faults, as the mock looks at them. `name` is the call's method and path. */
export interface FaultState {
  readonly switches: Faults;
  readonly delay: () => number;
  readonly isOffline: () => boolean;
  /** Returns the problem to answer with, if one was ordered. */
  readonly failure: (name: string) => ProblemError | null;
  /** Returns whether the answer gets lost. */
  readonly isDropped: (name: string) => boolean;
}

export function createFaults(): FaultState {
  let delay = 0;
  let offline = false;
  let planned: Planned[] = [];
  const plan = (error: Planned['error'], { call, times = 1 }: FaultScope) =>
    void planned.push({ call, left: times, error });
  const take = (name: string, wanted: (one: Planned) => boolean): Planned | undefined => {
    const found = planned.find(
      (one) => one.left > 0 && wanted(one) && (one.call === undefined || one.call === name),
    );
    if (found) found.left -= 1;
    return found;
  };
  const setOffline = (isOffline: boolean) => {
    if (offline === isOffline) return;
    offline = isOffline;
    tellBrowser(isOffline);
  };
  return {
    switches: {
      slow: (milliseconds) => void (delay = milliseconds),
      offline: setOffline,
      dropAnswers: (scope = {}) => plan('dropped', scope),
      fail: (code, { retryAfter, detail, ...scope } = {}) => {
        if (problemCatalogue[code].status === 0)
          throw new TypeError(`No server answers “${code}”: the element raises it itself.`);
        const extra = { ...(retryAfter !== undefined && { retryAfter }), ...(detail && { detail }) };
        plan(new ProblemError(code, extra), scope);
      },
      clear: () => {
        delay = 0;
        setOffline(false);
        planned = [];
      },
    },
    delay: () => delay,
    isOffline: () => offline,
    failure: (name) => {
      const error = take(name, (one) => one.error !== 'dropped')?.error;
      return error instanceof ProblemError ? error : null;
    },
    isDropped: (name) => take(name, (one) => one.error === 'dropped') !== undefined,
  };
}

/** Makes `navigator.onLine` say it, and tells whoever listens. In Node there is nobody to tell. */
function tellBrowser(isOffline: boolean): void {
  if (typeof window === 'undefined') return;
  if (isOffline) Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  // The own property covers the browser's, which stands on the prototype.
  else Reflect.deleteProperty(navigator, 'onLine');
  window.dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
}
