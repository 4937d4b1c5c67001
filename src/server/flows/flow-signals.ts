/**
 * Tells this process's event streams that a flow changed, once the change is committed. The signal is only a
 * shortcut. Other processes look at `flows.updated` every few seconds, so nothing depends on a signal
 * arriving.
 */
import { afterCommit } from '../db/transaction-scope.ts';
import type { Queryable } from '../ports/database.ts';

const listeners = new Map<string, Set<() => void>>();

export function flowChanged(tx: Queryable, flowId: string): void {
  afterCommit(tx, () => {
    for (const listener of listeners.get(flowId) ?? []) listener();
  });
}

/** Returns the function that ends the subscription. */
export function onFlowChanged(flowId: string, listener: () => void): () => void {
  const set = listeners.get(flowId) ?? new Set();
  listeners.set(flowId, set.add(listener));
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(flowId);
  };
}
