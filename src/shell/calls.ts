/** What a step asks the server besides its submissions. None of it changes the state of the flow. */
import type { FlowsClient } from '../api/client.ts';
import { firstOf } from '../api/signals.ts';
import type { Snapshot } from '../contract/steps/session.ts';
import { flowProblem } from '../flow/problem.ts';
import type { StepContext } from '../steps/step-context.ts';

export interface CallsOptions {
  /** Returns the client of the flow that runs; null without one. */
  readonly client: () => FlowsClient | null;
  /** Returns what is aborted when another flow is loaded. */
  readonly signal: () => AbortSignal;
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

export function createCalls({
  client,
  signal,
  onSnapshot,
}: CallsOptions): Pick<StepContext, 'ask' | 'call' | 'refresh' | 'explain'> {
  const read = () =>
    client()
      ?.read(signal())
      .catch(() => null);
  return {
    ask: (path, signal) =>
      client()
        ?.ask(path, signal)
        .catch(() => null) ?? Promise.resolve(null),
    call: (path, init, until) =>
      client()?.call(path, init, firstOf(until, signal())) ??
      Promise.resolve({ ok: false, problem: flowProblem('session-expired') }),
    refresh: async () => {
      const answer = await read();
      if (answer?.ok) onSnapshot(answer.snapshot);
    },
    explain: (error) =>
      import('./closing.ts').then(
        ({ problemOf }) => problemOf(error, read),
        // Not even this could be loaded. Its own exception would be another matter.
        (missing: unknown) =>
          flowProblem(/mport|chunk/.test(String(missing)) ? 'network-error' : 'unexpected-error'),
      ),
  };
}
