/** What `npm run faults` has asked for, and what it is told. Without it, the suite runs its part. */
import { executeServerCommand } from '@web/test-runner-commands';

interface Order {
  /** Schedules; null: as many as the suite runs. */
  readonly schedules: number | null;
  /** The first of them. */
  readonly seed: number;
  /** Every call with every fault, or those whose text has this in it; null: as many as the suite runs. */
  readonly cells: string | null;
}

export const order: Order = await executeServerCommand<Order, undefined>('faults-order');

/** Prints at once, where it was ordered: what a page logs is printed at its end. */
export const say = async (line: string): Promise<void> => {
  if (order.schedules !== null || order.cells !== null)
    await executeServerCommand<boolean, string>('faults-say', line);
};
