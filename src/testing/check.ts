/**
 * Holds answers against the contract. The element itself only checks what it relies on, and says no more than
 * `invalid-answer`: the schemas would cost a third of its first download.
 */
import { checkInput } from '../contract/input/input.ts';
import { problem } from '../contract/problems.ts';
import { session, snapshot } from '../contract/steps/session.ts';

const schemas = { session, snapshot, problem } as const;

/** What a body of the payee API can be. */
export type BodyKind = keyof typeof schemas;

/**
 * Throws unless `body` is what the element expects. The message has one line for each path that is wrong:
 * `snapshot.plan[0].state: This is not one of the choices. It can be pending, active, …`.
 */
export function assertBody(kind: BodyKind, body: unknown): void {
  const checked = checkInput(schemas[kind], body);
  if (checked.ok) return;
  const lines = checked.errors.map(({ field, message }) => `  ${field || kind}: ${message}`);
  throw new TypeError(`This is no ${kind} of the payee API:\n${lines.join('\n')}`);
}

/** Returns a `fetch` that throws where an answer of `inner` is not what the element expects. */
export function checkedFetch(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const type = response.headers.get('content-type') ?? '';
    if (!type.includes('json')) return response;
    const url = input instanceof Request ? input.url : String(input);
    const kind = kindOf(new URL(url, 'https://pay.example').pathname, response.ok);
    if (kind) assertBody(kind, await response.clone().json());
    return response;
  };
}

/** Questions of single steps are answered in shapes of their own, which are not checked here. */
const otherShapes =
  /\/(?:banks|institutions|uploads|preview)\b|\/pdf-form-fill\/document$|\/id-verification\/handoff$/;

function kindOf(path: string, isOk: boolean): BodyKind | null {
  if (!isOk) return 'problem';
  if (/\/(sessions|refresh)$/.test(path)) return 'session';
  return /\/v2\/session(\/|$)/.test(path) && !otherShapes.test(path) ? 'snapshot' : null;
}
