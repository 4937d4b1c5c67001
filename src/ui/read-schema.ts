/**
 * Derives a form's value with a schema of the contract. The schema's messages are codes of the field
 * catalogue. Importing this loads zod.
 */
import { asOf } from '../contract/forms/dates.ts';
import type { FieldCode } from '../contract/problems.ts';
import type * as z from '../contract/z.ts';
import type { FieldError } from '../flow/problem.ts';
import type { Reading } from './form-controller.ts';

/**
 * Returns the schema's output, or the first error of each field. Later errors of a field would say less
 * exactly what the first one says. `now` is the server's time, where a date of birth is judged.
 */
export function readSchema<S extends z.ZodMiniType>(
  schema: S,
  candidate: unknown,
  now?: string,
): Reading<z.output<S>> {
  const result = asOf(now === undefined ? now : new Date(now), () => schema.safeParse(candidate));
  if (result.success) return { ok: true, value: result.data };
  const errors = new Map<string, FieldError>();
  for (const issue of result.error.issues) {
    const field = String(issue.path.at(-1) ?? '');
    if (!errors.has(field)) errors.set(field, { field, code: issue.message as FieldCode });
  }
  return { ok: false, errors: [...errors.values()] };
}
