/**
 * Reads answers without zod, which alone would cost a third of the first download. The checks are strict for
 * what the element relies on and lenient for the rest: an unknown step, outcome or field passes through.
 * `test/api/parse.test.ts` proves that everything the contract's schemas accept is accepted here.
 */
import type { Session, Snapshot } from '../contract/steps/session.ts';
import type { FieldCode, ProblemCode } from '../contract/problems.ts';
import { flowProblem, type FieldError, type FlowProblem } from '../flow/problem.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, isItem: (item: Json) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => isObject(item) && isItem(item));

/** Returns the answer when it is a snapshot, else null. */
export function parseSnapshot(answer: unknown): Snapshot | null {
  const isSnapshot =
    isObject(answer) &&
    isObject(answer['flow']) &&
    isText(answer['flow']['id']) &&
    isText(answer['flow']['status']) &&
    isListOf(answer['plan'], (entry) => isText(entry['name']) && isText(entry['state'])) &&
    isListOf(
      answer['completions'],
      (entry) => isText(entry['event_id']) && isText(entry['step']) && typeof entry['sequence'] === 'number',
    ) &&
    (answer['current'] === null || (isObject(answer['current']) && isText(answer['current']['step'])));
  return isSnapshot ? (answer as unknown as Snapshot) : null;
}

/** Returns the answer when it is a session with a token, else null. */
export function parseSession(answer: unknown): Session | null {
  if (
    !isObject(answer) ||
    !isText(answer['token']) ||
    !answer['token'] ||
    typeof answer['expires_in'] !== 'number'
  )
    return null;
  return parseSnapshot(answer['snapshot']) ? (answer as unknown as Session) : null;
}

/**
 * Returns the problem that a refused request's body describes. The status decides when the body names no
 * code. `retryAfterHeader` is in seconds; a `retry_after` in the body wins over it.
 */
export function parseProblem(status: number, answer: unknown, retryAfterHeader: string | null): FlowProblem {
  const body = isObject(answer) ? answer : {};
  const code = isText(body['error_code']) ? (body['error_code'] as ProblemCode) : codeOfStatus(status);
  const retryAfter = Number(body['retry_after'] ?? retryAfterHeader ?? Number.NaN);
  const attemptsLeft = body['attempts_left'];
  return flowProblem(code, {
    fields: Array.isArray(body['errors']) ? body['errors'].flatMap(parseFieldError) : [],
    ...(Number.isFinite(retryAfter) && { retryAfter, retryAt: performance.now() + retryAfter * 1000 }),
    ...(typeof attemptsLeft === 'number' && { attemptsLeft }),
  });
}

function parseFieldError(entry: unknown): FieldError[] {
  if (!isObject(entry) || !isText(entry['field']) || !isText(entry['code'])) return [];
  return [{ field: entry['field'], code: entry['code'] as FieldCode }];
}

/**
 * For answers without a code of ours, for instance those of a proxy in between. A 404 of somebody else says
 * nothing of the flow: the address is most likely wrong.
 */
function codeOfStatus(status: number): ProblemCode {
  if (status === 401) return 'session-expired';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503 || status === 504) return 'service-unavailable';
  return status >= 500 ? 'internal-error' : 'invalid-answer';
}
