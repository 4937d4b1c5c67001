/**
 * Tells this process's event streams that a flow changed, once the change is committed. Only a shortcut: other processes
 * find out by looking at `flows.updated` every few seconds, so nothing depends on a signal arriving.
 */
import { afterCommit } from '../db/transaction-scope.ts';
import type { Queryable } from '../ports/database.ts';

const listeners = new Map<string, Set<() => void>>();

export function flowChanged(tx: Queryable, flowId: string): void {
  afterCommit(tx, () => {
    for (const listener of listeners.get(flowId) ?? []) listener();
  });
}

/** Answers the function that ends it. */
export function onFlowChanged(flowId: string, listener: () => void): () => void {
  const set = listeners.get(flowId) ?? new Set();
  listeners.set(flowId, set.add(listener));
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(flowId);
  };
}
