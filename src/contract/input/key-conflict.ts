/** How a key is refused that was used for another request. */
import { ProblemError, fieldProblem } from './problem-error.ts';

/** `fields`: what is other than in the first request. */
export const keyConflictOf = (detail: string, fields: readonly string[]): ProblemError =>
  new ProblemError('idempotency-conflict', {
    detail,
    errors: fields.map((field) => fieldProblem(field, 'other-than-first')),
  });

/** That of the header, of whose first request nothing is kept but a hash. */
export const headerConflict = (): ProblemError =>
  keyConflictOf(
    'This Idempotency-Key was used before with another request. Send another key for another request.',
    ['Idempotency-Key'],
  );
