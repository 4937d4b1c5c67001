/** How a key is refused that was used for something else. */
import { keyConflictOf as conflict } from '../../contract/input/key-conflict.ts';
import type { ProblemError } from '../../contract/input/problem-error.ts';
import { present, sameMeaning } from './meaning.ts';

/** Says that a key has made one of the same kind with other contents, or something else. */
export function keyConflict(making: string, fields: readonly string[], made = making): ProblemError {
  const about = made === making ? `another ${made}: ${fields.join(', ')} differ from that` : `a ${made}`;
  return conflict(`This idempotency_key has made ${about}. Send another key for another ${making}.`, fields);
}

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
