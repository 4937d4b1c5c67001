/** How a key is refused that was used for something else. */
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import { present, sameMeaning } from './meaning.ts';

/** Says that a key has made one of the same kind with other contents, or something else. */
export function keyConflict(making: string, fields: readonly string[], made = making): ProblemError {
  const about = made === making ? `another ${made}: ${fields.join(', ')} differ from that` : `a ${made}`;
  return conflict(`This idempotency_key has made ${about}. Send another key for another ${making}.`, fields);
}

const conflict = (detail: string, fields: readonly string[]): ProblemError =>
  new ProblemError('idempotency-conflict', {
    detail,
    errors: fields.map((field) => fieldProblem(field, 'other-than-first')),
  });

/** The same of the header, of whose first request nothing is kept but a hash. */
export const headerConflict = (): ProblemError =>
  conflict(
    'This Idempotency-Key was used before with another request. Send another key for another request.',
    ['Idempotency-Key'],
  );

/** The same where only the first answer is kept. What the answer has of the request tells what is other. */
export function otherThanAnswered(body: string, request: string): ProblemError {
  const [first, asked] = [objectIn(body), present(objectIn(request))];
  const other = Object.keys(asked).filter(
    (name) => Object.hasOwn(first, name) && !sameMeaning(first[name], asked[name]),
  );
  return conflict(
    'This idempotency_key was used before with another request. Send another key for another request.',
    other.length > 0 ? other : ['idempotency_key'],
  );
}

/** Whether two answers are about the same thing. */
export const isAboutTheSame = (body: string, other: unknown): boolean => {
  const { id } = objectIn(body);
  return id !== undefined && id === (other as { readonly id?: unknown } | null)?.id;
};

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(text) as object | null) };
  } catch {
    return {};
  }
}
