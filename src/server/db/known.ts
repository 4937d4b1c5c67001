/**
 * What every request asks for and what hardly ever changes: an app, and the key of a partner. It is kept in
 * this process for a moment. A change that this process makes is seen by its next request; one that another
 * process makes, once what is kept here is too old.
 */
import type { Queryable } from '../ports/database.ts';
import { afterCommit } from './transaction-scope.ts';

/** Milliseconds. A key that was revoked by another process opens this one for no longer. */
export const knownForMs = 2_000;
/** Of each kind. Whoever has more apps than that asks for them again and again. */
const most = 1_000;

interface Known<T> {
  readonly value: T;
  /** When the database was asked, so that the way to it does not count besides. */
  readonly since: number;
  readonly changes: number;
}

/** How often an app or a key was changed here. */
let changes = 0;

/** Call it where an app or a key is changed: from the commit on, all is asked for again. */
export const forgetKnown = (tx: Queryable): void => afterCommit(tx, () => void (changes += 1));

/**
 * Returns what answers for `find`, which is asked when nothing is known under the name. What is not found is
 * not kept, so what is made is there at once, and a stranger fills nothing.
 */
export function createKnown<T extends object>() {
  const kept = new Map<string, Known<T>>();
  return async (name: string, find: () => Promise<T | null>): Promise<T | null> => {
    const since = Date.now();
    const known = kept.get(name);
    if (known?.changes === changes && isYoung(since - known.since)) return known.value;
    // Whoever asked before a change must not keep what they are told after it.
    const before = changes;
    const value = await find();
    kept.delete(name);
    if (kept.size >= most) kept.clear();
    if (value) kept.set(name, { value, since, changes: before });
    return value;
  };
}

/** A clock that was put back tells nothing. */
const isYoung = (age: number): boolean => age >= 0 && age < knownForMs;
