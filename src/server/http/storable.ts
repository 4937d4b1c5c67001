/**
 * Finds texts that JSON can say and PostgreSQL cannot store: U+0000 (the manual, "8.3 Character Types" and
 * "8.14 JSON Types") and half of a surrogate pair, which has no UTF-8. JSON has only escapes for both, so no
 * honest client means them.
 */
import type { FieldProblem } from '../../contract/problems.ts';
import { fieldPath } from '../../contract/input/path.ts';
import { fieldProblem } from '../../contract/input/problem-error.ts';

/** Returns one problem for every text in `value` that cannot be stored. Names of fields count too. */
export function unstorable(value: unknown, path: readonly PropertyKey[] = []): FieldProblem[] {
  if (typeof value === 'string')
    return isStorable(value) ? [] : [fieldProblem(printable(fieldPath(path)), 'invalid-characters')];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => unstorable(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const field = [...path, key];
    return isStorable(key)
      ? unstorable(item, field)
      : [fieldProblem(printable(fieldPath(field)), 'invalid-characters')];
  });
}

const isStorable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text);
/** The answer must not repeat the characters that it refuses. */
const printable = (text: string) => text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
