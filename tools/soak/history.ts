/**
 * What was asked for, and what was acknowledged. Each wish has a key, by which it is found in the database.
 */
import type { Transfer } from '../../src/contract/money/transfers.ts';

export interface Wish {
  readonly what: 'transfer' | 'payout' | 'flow' | 'user';
  readonly key: string;
  /** Ids by which it was acknowledged. More than one is a fault. */
  readonly ids: Set<string>;
  /** A definite no. It must have left nothing behind. */
  refused: string | null;
  readonly amount?: number;
}

export class History {
  readonly wishes = new Map<string, Wish>();
  /** Steps that were acknowledged as done, by flow. */
  readonly steps = new Map<string, Set<string>>();
  /** The last status of a transfer that an answer told of. */
  readonly seen = new Map<string, Transfer['status']>();

  wish(what: Wish['what'], key: string, amount?: number): Wish {
    const wish: Wish = { what, key, ids: new Set(), refused: null, ...(amount !== undefined && { amount }) };
    this.wishes.set(key, wish);
    return wish;
  }

  did(flow: string, steps: readonly string[]): void {
    const known = this.steps.get(flow) ?? new Set<string>();
    for (const step of steps) known.add(step);
    this.steps.set(flow, known);
  }

  get acknowledged(): number {
    const wishes = [...this.wishes.values()].filter(({ ids }) => ids.size > 0).length;
    return wishes + [...this.steps.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
