/**
 * Which completed steps have not been told to the page yet. Every snapshot carries the whole list. So an
 * answer, its replay, a pushed snapshot and a reload all lead to the same events, each once and in order.
 */
import type { Completion, Snapshot } from '../contract/steps/session.ts';

/** What the page has been told of so far. The controller keeps it from snapshot to snapshot. */
export interface Told {
  /** Highest sequence number already told, or already there when the flow was opened. */
  readonly sequence: number;
  readonly flowCompleted: boolean;
}

/** Returns what the page need not hear, because it happened before this element was there. */
export function toldAtOpening(snapshot: Snapshot): Told {
  return {
    sequence: lastSequence(snapshot.completions),
    flowCompleted: snapshot.completed_event_id !== null,
  };
}

/** Returns what `snapshot` completes beyond `told`, and what will have been told with it. */
export function untold(
  told: Told,
  snapshot: Snapshot,
): { completions: Completion[]; flowCompleted: boolean; told: Told } {
  const completions = snapshot.completions
    .filter((completion) => completion.sequence > told.sequence)
    .sort((a, b) => a.sequence - b.sequence);
  const completedNow = snapshot.completed_event_id !== null;
  return {
    completions,
    flowCompleted: completedNow && !told.flowCompleted,
    told: {
      sequence: Math.max(told.sequence, lastSequence(completions)),
      flowCompleted: completedNow || told.flowCompleted,
    },
  };
}

function lastSequence(completions: readonly Completion[]): number {
  return completions.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);
}
