/** Work whose failure is no reason to undo the whole transaction. */
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';

/**
 * Runs `work`. When it fails with what `isExpected`, undoes what it did and nothing else, and returns the
 * failure.
 */
export async function undoneWhen<T, Failure>(
  tx: Queryable,
  isExpected: (error: unknown) => error is Failure,
  work: () => Promise<T>,
): Promise<T | Failure> {
  await tx.query('savepoint before_work');
  try {
    return await work();
  } catch (error) {
    if (!isExpected(error)) throw error;
    await tx.query('rollback to savepoint before_work');
    return error;
  }
}

/** Runs `work`. When it is refused, undoes what it did and nothing else, and returns the refusal. */
export const undoneWhenRefused = <T>(tx: Queryable, work: () => Promise<T>): Promise<T | ProblemError> =>
  undoneWhen(tx, (error) => error instanceof ProblemError, work);
