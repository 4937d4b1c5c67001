import assert from 'node:assert/strict';
import test from 'node:test';
import { transition, type FlowEvent, type FlowState } from '../../src/flow/machine.ts';
import { flowProblem } from '../../src/flow/problem.ts';
import { snapshotAt } from '../support/snapshots.ts';

const auth = snapshotAt();
const next = snapshotAt({ at: 'onboarding' });
const done = snapshotAt({ at: null });
const network = flowProblem('network-error');
const expired = flowProblem('flow-expired');

const states = {
  idle: { name: 'idle' },
  opening: { name: 'opening' },
  held: { name: 'held', snapshot: auth, step: 'authentication' },
  ready: { name: 'step', snapshot: auth, step: 'authentication', pending: { kind: 'idle' } },
  sending: {
    name: 'step',
    snapshot: auth,
    step: 'authentication',
    pending: { kind: 'sending', intent: 'a' },
  },
  refused: {
    name: 'step',
    snapshot: auth,
    step: 'authentication',
    pending: { kind: 'failed', intent: 'a', problem: network },
  },
  unsupported: { name: 'unsupported', snapshot: auth, step: 'payout' },
  redirecting: { name: 'redirecting', snapshot: done, url: 'https://partner.example/' },
  completed: { name: 'completed', snapshot: done },
  ended: { name: 'ended', reason: 'expired', problem: expired },
  failed: { name: 'failed', problem: network },
} as const satisfies Record<string, FlowState>;

const events = {
  open: { type: 'open' },
  reset: { type: 'reset' },
  same: { type: 'snapshot', snapshot: auth, held: false, supported: true },
  next: { type: 'snapshot', snapshot: next, held: false, supported: true },
  held: { type: 'snapshot', snapshot: next, held: true, supported: true },
  done: { type: 'snapshot', snapshot: done, held: false, supported: true },
  expired: {
    type: 'snapshot',
    snapshot: { ...done, flow: { ...done.flow, status: 'expired' } },
    held: false,
    supported: true,
  },
  unknown: {
    type: 'snapshot',
    snapshot: { ...auth, current: { step: 'payout' } as never },
    held: false,
    supported: false,
  },
  nothing: { type: 'snapshot', snapshot: { ...auth, current: null }, held: false, supported: true },
  send: { type: 'send', intent: 'b' },
  refusedA: { type: 'refused', intent: 'a', problem: network },
  refusedB: { type: 'refused', intent: 'b', problem: network },
  refusedEnd: { type: 'refused', intent: 'a', problem: expired },
  failed: { type: 'failed', problem: network },
  failedEnd: { type: 'failed', problem: expired },
  redirect: { type: 'redirect', url: 'https://partner.example/' },
} as const satisfies Record<string, FlowEvent>;

/** What follows, in short: `name[:detail]`. `=` means "stays as it is, the same object". */
const table: Record<keyof typeof states, Record<keyof typeof events, string>> = {
  idle: row({ open: 'opening' }),
  opening: row({
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
    failed: 'failed',
    failedEnd: 'ended:expired',
  }),
  held: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
    failed: 'failed',
    failedEnd: 'ended:expired',
  }),
  ready: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
    send: 'step:authentication:sending',
    failed: 'failed',
    failedEnd: 'ended:expired',
    redirect: 'redirecting',
  }),
  sending: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:sending',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
    refusedA: 'step:authentication:failed',
    refusedEnd: 'ended:expired',
    failed: 'failed',
    failedEnd: 'ended:expired',
    redirect: 'redirecting',
  }),
  refused: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
    send: 'step:authentication:sending',
    // Why it has failed may become clearer afterwards.
    refusedA: 'step:authentication:failed',
    refusedEnd: 'ended:expired',
    failed: 'failed',
    failedEnd: 'ended:expired',
    redirect: 'redirecting',
  }),
  unsupported: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
  }),
  redirecting: row({ open: 'opening', reset: 'idle' }),
  completed: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
    redirect: 'redirecting',
  }),
  ended: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
  }),
  failed: row({
    open: 'opening',
    reset: 'idle',
    same: 'step:authentication:idle',
    next: 'step:onboarding:idle',
    held: 'held:onboarding',
    done: 'completed',
    expired: 'ended:expired',
    unknown: 'unsupported:payout',
    nothing: 'unsupported:null',
  }),
};

function row(changes: Partial<Record<keyof typeof events, string>>): Record<keyof typeof events, string> {
  const unchanged = Object.fromEntries(Object.keys(events).map((name) => [name, '='])) as Record<
    keyof typeof events,
    string
  >;
  return { ...unchanged, ...changes };
}

function brief(state: FlowState): string {
  if (state.name === 'step') return `step:${state.step}:${state.pending.kind}`;
  if (state.name === 'ended') return `ended:${state.reason}`;
  return 'step' in state ? `${state.name}:${String(state.step)}` : state.name;
}

for (const [stateName, state] of Object.entries(states) as [keyof typeof states, FlowState][]) {
  for (const [eventName, event] of Object.entries(events) as [keyof typeof events, FlowEvent][]) {
    test(`${stateName} × ${eventName} → ${table[stateName][eventName]}`, () => {
      const after = transition(state, event);
      assert.equal(after === state ? '=' : brief(after), table[stateName][eventName]);
    });
  }
}

for (const [status, expected] of [
  ['created', 'unsupported:null'],
  ['in_progress', 'unsupported:null'],
  ['completed', 'completed'],
  ['expired', 'ended:expired'],
  ['canceled', 'ended:canceled'],
  ['a-status-to-come', 'unsupported:null'],
] as const)
  test(`a flow that is ${status} and asks for nothing → ${expected}`, () => {
    const snapshot = { ...auth, current: null, flow: { ...auth.flow, status: status as never } };
    const after = transition(states.opening, { type: 'snapshot', snapshot, held: false, supported: true });
    assert.equal(brief(after), expected);
  });
