/** Work whose refusal is no reason to undo the whole transaction. */
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';

/** Runs `work`. Where it is refused, undoes what it did and nothing else, and returns the refusal. */
export async function undoneWhenRefused<T>(tx: Queryable, work: () => Promise<T>): Promise<T | ProblemError> {
  await tx.query('savepoint before_refusal');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await tx.query('rollback to savepoint before_refusal');
    return error;
  }
}
