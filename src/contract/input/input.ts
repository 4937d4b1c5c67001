/** Checks input against a schema. For each field it says what is wrong and what is wanted instead. */
import type { $ZodType, output } from 'zod/v4/core';
import * as z from '../z.ts';
import { fieldCatalogue } from '../problems.ts';
import type { FieldCode, FieldProblem } from '../problems.ts';
import { fieldPath } from './path.ts';
import { ProblemError, fieldProblem } from './problem-error.ts';

/** The result of a check: the value as the schema understands it, or one entry per field that is wrong. */
export type Checked<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly errors: FieldProblem[] };

/** `at` is where the value stands in the body. */
export function checkInput<S extends $ZodType>(
  schema: S,
  raw: unknown,
  at: readonly PropertyKey[] = [],
): Checked<output<S>> {
  // The input tells an absent field from one of the wrong type. It never reaches the answer, because it may
  // be a secret.
  const result = z.safeParse(schema, raw, { reportInput: true });
  return result.success
    ? { ok: true, data: result.data }
    : { ok: false, errors: fieldProblems(result.error.issues as readonly Issue[], at) };
}

/**
 * Returns the value as the schema understands it.
 * @throws ProblemError `invalid-input` with one entry per field
 */
export function parseInput<S extends $ZodType>(schema: S, raw: unknown): output<S> {
  const checked = checkInput(schema, raw);
  if (checked.ok) return checked.data;
  throw new ProblemError('invalid-input', { errors: checked.errors });
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly discriminator?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/** Returns one problem of each field, in the order found: the first that says what is wanted. */
function fieldProblems(issues: readonly Issue[], at: readonly PropertyKey[]): FieldProblem[] {
  const byField = new Map<string, FieldProblem>();
  for (const problem of issues.flatMap((issue) => expand(issue, at))) {
    const before = byField.get(problem.field);
    // Of two limits of a number, the wider one, which is the language's, says nothing of what is wanted.
    if (!before || (before.code === problem.code && before.message === fieldCatalogue[before.code]))
      byField.set(problem.field, problem);
  }
  return [...byField.values()];
}

function expand(issue: Issue, prefix: readonly PropertyKey[]): FieldProblem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => fieldProblem(fieldPath([...path, key]), 'unknown'));
  // A union fails with the problems of all its branches. The branch with the fewest is the one that was
  // meant.
  if (issue.code === 'invalid_union' && !isFieldCode(issue.message)) {
    const branches = (issue.errors ?? []).filter((branch) => branch.some((inner) => inner.path.length > 0));
    const [closest] = branches.sort((a, b) => a.length - b.length);
    if (closest) return closest.flatMap((inner) => expand(inner, path));
  }
  const code = codeOf(issue);
  return [fieldProblem(fieldPath(path), code, wanted(issue, code))];
}

function codeOf(issue: Issue): FieldCode {
  const said = isFieldCode(issue.message) ? issue.message : null;
  if (isAbsent(issue) && !(said && saysWhatIsAbsent.has(said))) return 'required';
  if (issue.code === 'invalid_type' && said === 'required' && !isAbsent(issue)) return 'invalid-type';
  return said ?? (issue.code === 'invalid_value' ? 'invalid-choice' : 'invalid-type');
}

/** Codes that say more about what is missing than `required` does. */
const saysWhatIsAbsent: ReadonlySet<FieldCode> = new Set(['consent-required', 'invalid-redirect-url']);

/**
 * Returns whether nothing was sent for the field. `null` counts as something: a field that may be absent
 * refuses it.
 */
function isAbsent({ code, input, discriminator }: Issue): boolean {
  if (code === 'invalid_union' && discriminator !== undefined) {
    return typeof input === 'object' && input !== null && !Object.hasOwn(input, discriminator);
  }
  return (code === 'invalid_type' || code === 'invalid_value') && input === undefined;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** A sentence with more choices than this helps nobody. */
const mostChoices = 24;

/** Says what is wanted instead, as far as the schema tells it in a few words. */
function wanted(
  { code, expected, values, options, origin, minimum, maximum }: Issue,
  said: FieldCode,
): string {
  const choices =
    (code === 'invalid_value' ? values : options)?.filter((value) => typeof value === 'string') ?? [];
  if (
    (said === 'invalid-choice' || said === 'required') &&
    choices.length > 0 &&
    choices.length <= mostChoices
  ) {
    return `It can be ${choices.join(', ')}.`;
  }
  if (code === 'invalid_type' && (said === 'invalid-type' || said === 'invalid-number')) {
    const kind = kinds[expected ?? ''];
    return kind ? `It has to be ${kind}.` : '';
  }
  if (code === 'invalid_value' && values?.length === 1 && said === 'invalid-choice')
    return `It has to be ${String(values[0])}.`;
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  const isLimit = said === 'too-long' || said === 'too-short' || said === 'invalid-number';
  if (isLimit && code === 'too_big' && maximum !== Number.MAX_SAFE_INTEGER)
    return `At most ${maximum}${unit}.`;
  if (isLimit && code === 'too_small') return `At least ${minimum}${unit}.`;
  return '';
}

function isFieldCode(text: string): text is FieldCode {
  return Object.hasOwn(fieldCatalogue, text);
}
