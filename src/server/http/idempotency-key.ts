/** The header `Idempotency-Key`. */
import type { Context } from 'hono';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { FieldCode } from '../../contract/problems.ts';

/** Returns the key, or null where there is none. @throws ProblemError `invalid-input` */
export function readKey(c: Context): string | null {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  // The draft writes the key as a quoted string. Most clients send it bare.
  const bare = /^"(.*)"$/.exec(key)?.[1] ?? key;
  if (!/^[\u0021-\u007e]{1,255}$/.test(bare)) {
    throw new ProblemError('invalid-input', {
      detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
      errors: [
        {
          field: 'Idempotency-Key',
          code: keyProblem(bare),
          message: 'Must be 1 to 255 visible ASCII characters.',
        },
      ],
    });
  }
  return bare;
}

const keyProblem = (key: string): FieldCode => {
  if (key === '') return 'required';
  return key.length > 255 ? 'too-long' : 'invalid-characters';
};
