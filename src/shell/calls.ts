/** What a step asks of the server, by its submissions and besides. */
import type { StepRequest } from '../api/requests.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import type { StepContext, StepResult } from '../steps/step-context.ts';
import type { FlowActions } from './flow-actions.ts';

export type Calls = Pick<StepContext, 'send' | 'ask' | 'call' | 'refresh' | 'explain'>;

/** What runs flows, one after the other. */
interface Runs {
  act(run: AbortSignal): Promise<FlowActions>;
  send(request: StepRequest, run: AbortSignal): Promise<StepResult>;
}

/** Returns the calls of one run, which wait for what makes them to be loaded. */
export function createCalls(runs: Runs, run: AbortSignal): Calls {
  const act = () => runs.act(run);
  return {
    send: (request) => runs.send(request, run),
    ask: (...given) =>
      act()
        .then((actions) => actions.ask(...given))
        .catch(() => null),
    call: (...given) =>
      act().then(
        (actions) => actions.call(...given),
        (missing: unknown) => ({ ok: false, problem: problemOfMissing(missing) }),
      ),
    refresh: () =>
      act()
        .then((actions) => actions.refresh())
        .catch(() => undefined),
    explain: (error) => act().then((actions) => actions.explain(error), problemOfMissing),
  };
}

/** Not even what explains exceptions could be loaded. An exception of that itself would be another matter. */
const problemOfMissing = (missing: unknown): FlowProblem =>
  flowProblem(/mport|chunk/.test(String(missing)) ? 'network-error' : 'unexpected-error');
