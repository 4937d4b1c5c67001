/**
 * Tells the event streams that a flow changed, or its payee, once the change is committed: those of this
 * process at once, those of others as `db/notices.ts` carries it. A signal is only a shortcut. Every
 * process also looks by itself (`payee/watch.ts`), so nothing depends on a signal arriving.
 */
import { afterCommit } from './transaction-scope.ts';
import type { Queryable } from '../ports/database.ts';

/** By the id of a flow, a user or an app. */
const listeners = new Map<string, Set<() => void>>();
const carriers = new Set<(id: string) => void>();

export const flowChanged = (tx: Queryable, flowId: string): void => changed(tx, flowId);

/** The payee's wallet, or what stands about them beside their flows. */
export const payeeChanged = (tx: Queryable, userId: string): void => changed(tx, userId);

/** A webhook message was written, for developers who listen to those of their app. */
export const messageWritten = (tx: Queryable, appId: string): void => changed(tx, appId);

function changed(tx: Queryable, id: string): void {
  afterCommit(tx, () => {
    ring(id);
    for (const carry of carriers) carry(id);
  });
}

/** Tells this process alone: by it, what others say comes in. */
export function ring(id: string): void {
  for (const listener of listeners.get(id) ?? []) listener();
}

/** Calls `carry` for every change that this process made. Returns the function that ends it. */
export function onOwnChanges(carry: (id: string) => void): () => void {
  carriers.add(carry);
  return () => void carriers.delete(carry);
}

/** Listens to the changes of a flow, a user or the messages of an app. Returns the function that ends it. */
export function onChanged(id: string, listener: () => void): () => void {
  const set = listeners.get(id) ?? new Set();
  listeners.set(id, set.add(listener));
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(id);
  };
}
