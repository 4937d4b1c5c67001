/** What is done once something has failed. It comes with the closing screens. */
import type { SnapshotAnswer } from '../api/client.ts';
import type { FlowEvent, FlowState } from '../flow/machine.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import type { StepResult } from '../steps/step-context.ts';
import type { FlowControllerHost } from './flow-options.ts';

/**
 * Goes on after a request that did not reach the server: it is sent again as soon as the browser is online
 * again. Until then the promise is open, so that the step goes on where it would have gone on.
 *
 * What the payee has changed meanwhile, they must send themselves, and are told so.
 */
export async function goOn(
  host: FlowControllerHost,
  signal: AbortSignal,
  state: () => FlowState,
  /** Sends the same once more, with the same intent; or takes what is said instead. */
  next: (instead?: FlowEvent) => Promise<StepResult>,
): Promise<StepResult | undefined> {
  const failed = () => {
    const now = state();
    return now.name === 'step' && now.pending.kind === 'failed' ? now.pending : null;
  };
  const pending = failed();
  if (!pending || !isUnreached(pending.problem)) return;
  // The browser may be back already: this module came after the request had failed.
  const isBack = pending.problem.code === 'offline' && navigator.onLine && host.isConnected;
  const back = isBack ? 'same' : await untilBack(host, signal, () => pending !== failed());
  // Meanwhile it was sent by hand, or the flow has gone on.
  if (pending !== failed()) return { kind: 'superseded' };
  if (!back) return;
  return next(
    back === 'same' ? undefined : { ...pending, type: 'refused', problem: flowProblem('not-sent') },
  );
}

/** Returns whether the server has perhaps never seen the request. */
const isUnreached = ({ code }: FlowProblem): boolean =>
  code === 'network-error' || code === 'offline' || code === 'timeout';

/**
 * Resolves when the browser is online again: to `same`, or to `changed` when the payee has typed something or
 * pressed a control since. Resolves to null when `signal` is aborted, when the element is not in the page by
 * then, and as soon as the host has drawn that `isOver`: whoever waits for the request goes on then.
 */
function untilBack(
  host: FlowControllerHost,
  signal: AbortSignal,
  isOver: () => boolean,
): Promise<'same' | 'changed' | null> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const until = { signal: listening.signal };
    let isChanged = false;
    const end = (how: 'same' | 'changed' | null) => {
      listening.abort();
      host.removeController(watcher);
      resolve(how);
    };
    const watcher = { hostUpdated: () => isOver() && end(null) };
    host.addController(watcher);
    host.addEventListener('input', () => (isChanged = true), until);
    host.addEventListener('click', (event) => (isChanged ||= isOnControl(event)), until);
    addEventListener('online', () => end(!host.isConnected ? null : isChanged ? 'changed' : 'same'), until);
    signal.addEventListener('abort', () => end(null), until);
    if (signal.aborted) end(null);
  });
}

/** A press beside the controls changes nothing. */
const isOnControl = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches('a, button, [role=option]'));

/**
 * The browsers have no name for a module that could not be loaded, only a message: "Failed to fetch
 * dynamically imported module" (Chromium), "error loading dynamically imported module" (Firefox), "Importing
 * a module script failed" (WebKit). Webpack says "Loading chunk 7 failed".
 */
const unloaded = /ynamically import|Importing a m|ing (CSS )?chunk/;

/** When each module could not be loaded first, by what the browser said. `performance.now()`. */
const missedAt = new Map<string, number>();
/** Milliseconds. Nobody presses "Try again" this fast, but two may ask about the same failure. */
const sameMoment = 300;

/**
 * Returns the problem behind an exception.
 *
 * A module is not on its server any more when its server said so. Where the browser does not tell, the second
 * failure decides: with the API in reach the page has to be reloaded. Browsers remember what they could not
 * load, so that a third try would not help either.
 *
 * Anything but a missing module is a fault of ours. It must not pass for trouble with the network, and a
 * developer has to see it. Nothing of it is in the problem: it may hold what was typed.
 */
export async function problemOf(
  error: unknown,
  read: () => Promise<SnapshotAnswer | null> | undefined,
): Promise<FlowProblem> {
  const { name, message } = error as Error;
  if (!unloaded.test(message)) {
    if (name !== 'AbortError') reportError(error);
    return flowProblem('unexpected-error');
  }
  const now = performance.now();
  const firstAt = missedAt.get(message) ?? now;
  missedAt.set(message, firstAt);
  if (statusOf(message) >= 400) return flowProblem('page-outdated');
  if (now - firstAt > sameMoment) {
    const answer = await read();
    if (answer && (answer.ok || !isUnreached(answer.problem))) return flowProblem('page-outdated');
  }
  return flowProblem(navigator.onLine ? 'network-error' : 'offline');
}

/** Returns the HTTP status of the file that `message` names; 0 where the browser does not tell. */
function statusOf(message: string): number {
  const [url = ''] = /https?:\S+/.exec(message) ?? [];
  const [timing] = performance.getEntriesByName(url, 'resource').slice(-1) as PerformanceResourceTiming[];
  return timing?.responseStatus ?? 0;
}
