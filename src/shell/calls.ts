/** What a step asks the server besides its submissions. None of it changes the state of the flow. */
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import type { StepContext } from '../steps/step-context.ts';
import type { FlowActions } from './flow-actions.ts';

/** Returns the calls, which wait for `act` to load what makes them. */
export function createCalls(
  act: () => Promise<FlowActions>,
): Pick<StepContext, 'ask' | 'call' | 'refresh' | 'explain'> {
  return {
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
