/**
 * The flow as a pure machine: no DOM, no fetch, no clock. `transition(state, event)` is all there is.
 *
 * The server decides what the payee has to do. The machine only decides what the element shows while it asks,
 * waits, is refused or loses the network. An event that makes no sense in a state leaves the state as it is
 * (the same object).
 */
import type { Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import type { FlowProblem } from './problem.ts';

/**
 * What is happening with the step's last request. `intent` is the Idempotency-Key: it stays the same when the
 * same wish is tried again.
 */
export type Pending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly intent: string }
  | { readonly kind: 'failed'; readonly intent: string; readonly problem: FlowProblem };

export type FlowState =
  /** Nothing to run yet: no flow id and no config. */
  | { readonly name: 'idle' }
  /** A session is being opened. */
  | { readonly name: 'opening' }
  /** The host held the next step back with `dots-before-step`. `load()` asks again. */
  | { readonly name: 'held'; readonly snapshot: Snapshot; readonly step: StepName }
  /** A step is on screen. */
  | { readonly name: 'step'; readonly snapshot: Snapshot; readonly step: StepName; readonly pending: Pending }
  /**
   * The flow waits for something that this version cannot show. `step` is null when a running flow asks for
   * nothing at all.
   */
  | { readonly name: 'unsupported'; readonly snapshot: Snapshot; readonly step: string | null }
  /** The last step is done and the browser is about to leave. */
  | { readonly name: 'redirecting'; readonly snapshot: Snapshot; readonly url: string }
  | { readonly name: 'completed'; readonly snapshot: Snapshot }
  | { readonly name: 'ended'; readonly reason: 'expired' | 'canceled'; readonly problem: FlowProblem }
  /** The session could not be opened. */
  | { readonly name: 'failed'; readonly problem: FlowProblem };

export type FlowEvent =
  /** `open`: the element begins to open a session. `reset`: it has no flow any more. */
  | { readonly type: 'open' }
  | { readonly type: 'reset' }
  /**
   * Any answer of the server that carries a snapshot: to a request, to a reload, or pushed. `held`: the host
   * holds its step back. `supported`: this version has its step.
   */
  | {
      readonly type: 'snapshot';
      readonly snapshot: Snapshot;
      readonly held: boolean;
      readonly supported: boolean;
    }
  | { readonly type: 'send'; readonly intent: string }
  | { readonly type: 'refused'; readonly intent: string; readonly problem: FlowProblem }
  | { readonly type: 'failed'; readonly problem: FlowProblem }
  | { readonly type: 'redirect'; readonly url: string };

const idle: Pending = { kind: 'idle' };

/**
 * Returns the state that follows. It is the same object when the event changes nothing, so that callers can
 * compare by identity.
 */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'open':
      return state.name === 'opening' ? state : { name: 'opening' };
    case 'reset':
      return state.name === 'idle' ? state : { name: 'idle' };
    case 'snapshot':
      return state.name === 'idle' || state.name === 'redirecting' ? state : onSnapshot(state, event);
    case 'send':
      if (state.name !== 'step' || state.pending.kind === 'sending') return state;
      return { ...state, pending: { kind: 'sending', intent: event.intent } };
    case 'refused':
      // The answer to an older request must not end a newer one.
      if (state.name !== 'step' || state.pending.kind === 'idle' || state.pending.intent !== event.intent)
        return state;
      return (
        endedBy(event.problem) ?? {
          ...state,
          pending: { kind: 'failed', intent: event.intent, problem: event.problem },
        }
      );
    case 'failed':
      return state.name === 'opening' || state.name === 'step' || state.name === 'held'
        ? (endedBy(event.problem) ?? { name: 'failed', problem: event.problem })
        : state;
    case 'redirect':
      return state.name === 'step' || state.name === 'completed'
        ? { name: 'redirecting', snapshot: state.snapshot, url: event.url }
        : state;
    default:
      event satisfies never;
      return state;
  }
}

function onSnapshot(
  state: FlowState,
  { snapshot, held, supported }: Extract<FlowEvent, { type: 'snapshot' }>,
): FlowState {
  const { current } = snapshot;
  if (!current) return withoutStep(snapshot);
  if (!supported) return { name: 'unsupported', snapshot, step: current.step };
  if (held) return { name: 'held', snapshot, step: current.step };
  return { name: 'step', snapshot, step: current.step, pending: keptPending(state, current.step) };
}

/** Only the flow's own status says that everything is done. That nothing is asked for does not. */
function withoutStep(snapshot: Snapshot): FlowState {
  const { status } = snapshot.flow;
  switch (status) {
    case 'completed':
      return { name: 'completed', snapshot };
    case 'expired':
    case 'canceled':
      return endedState(status);
    case 'created':
    case 'in_progress':
      break;
    default:
      // A newer server may know another one.
      status satisfies never;
  }
  return { name: 'unsupported', snapshot, step: null };
}

/** A pushed snapshot must not cancel the request that the same step is still waiting for. */
function keptPending(state: FlowState, step: StepName): Pending {
  return state.name === 'step' && state.step === step && state.pending.kind === 'sending'
    ? state.pending
    : idle;
}

function endedBy(problem: FlowProblem): FlowState | null {
  if (problem.code === 'flow-expired') return { name: 'ended', reason: 'expired', problem };
  if (problem.code === 'flow-canceled') return { name: 'ended', reason: 'canceled', problem };
  return null;
}

function endedState(reason: 'expired' | 'canceled'): FlowState {
  return { name: 'ended', reason, problem: { code: `flow-${reason}`, retryable: false, fields: [] } };
}
