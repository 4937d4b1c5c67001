/** What all partner calls do alike with ids, bodies and pages. */
import type { Context } from 'hono';
import { safeParse } from 'zod/v4/core';
import type { output } from 'zod/v4/core';
import { pageQuery, uuid } from '../../contract/flow.ts';
import type { Page, PageRequest } from '../db/pages.ts';
import { checkInput } from '../../contract/input/input.ts';
import { fieldPath } from '../../contract/input/path.ts';
import { fieldCatalogue } from '../../contract/problems.ts';
import type { FieldProblem } from '../../contract/problems.ts';
import type * as z from '../../contract/z.ts';
import { readJson } from '../http/body.ts';
import { knownOf, nameIgnored } from './ignored-fields.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import { readQuery } from './queries.ts';

/**
 * Returns the id in the path. An id that is no UUID is answered like one that does not exist, so a stranger
 * learns nothing else. PostgreSQL would reject it with an error of its own.
 */
export function idParam(c: Context, name = 'id'): string {
  const id = c.req.param(name);
  if (!safeParse(uuid, id).success) throw new ProblemError('no-such-resource');
  return id as string;
}

/**
 * Returns the body. A list or a bare value is refused here, because a schema's message about it would name no
 * field.
 */
export async function readObject(
  c: Context,
  more: { readonly maximum?: number } = {},
): Promise<Record<string, unknown>> {
  const body = await readJson(c, more);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ProblemError('invalid-input', { detail: 'The body must be a JSON object.', errors: [] });
  }
  return body as Record<string, unknown>;
}

interface Reading {
  /** What other calls and answers have. Where this call does not take it, it is refused. */
  readonly known?: ReadonlySet<string>;
  /** What to do about such fields. */
  readonly instead?: string;
  /** What is wanted in fields of which their schema tells it in no sentence. */
  readonly wanted?: Readonly<Record<string, string>>;
  /** What else is wrong with the body. */
  readonly wrong?: readonly FieldProblem[];
}

/**
 * Returns the body as the schema understands it. What the API knows elsewhere is refused by name; null asks
 * for nothing. What nobody knows is left aside and named in the answer.
 */
export const readFields = async <S extends z.ZodMiniObject>(
  c: Context,
  schema: S,
  reading: Reading = {},
): Promise<output<S>> => fieldsOf(c, schema, await readObject(c), reading);

/** The same of a body that was read. */
export function fieldsOf<S extends z.ZodMiniObject>(
  c: Context,
  schema: S,
  body: Readonly<Record<string, unknown>>,
  { known = new Set(), instead, wanted = {}, wrong = [] }: Reading = {},
): output<S> {
  const taken = knownOf(schema, body);
  const isKnown = (path: readonly PropertyKey[]) => path.length === 1 && known.has(String(path[0]));
  const refused = taken.unknown.filter((path) => isKnown(path) && body[String(path[0])] !== null);
  nameIgnored(
    c,
    taken.unknown.filter((path) => !isKnown(path)),
  );
  const checked = checkInput(schema, taken.value);
  const errors = [
    ...refused.map((path) => fieldProblem(fieldPath(path), 'unknown')),
    ...wrong,
    ...(checked.ok ? [] : checked.errors.map((error) => explained(error, wanted))),
  ];
  if (checked.ok && errors.length === 0) return checked.data;
  throw new ProblemError('invalid-input', {
    ...(refused.length > 0 && instead !== undefined && { detail: instead }),
    errors,
  });
}

/** Where nothing more than the code is said, the sentence for this field follows. */
function explained(error: FieldProblem, wanted: Readonly<Record<string, string>>): FieldProblem {
  const more = wanted[error.field];
  if (!more || error.message !== fieldCatalogue[error.code]) return error;
  return fieldProblem(error.field, error.code, more);
}

/** Returns which page is asked for. */
export const readPage = (c: Context): PageRequest => oneEnd(readQuery(c, pageQuery));

/** Naming both ends of a page is refused and not guessed at. */
export function oneEnd<R extends { starting_after?: unknown; ending_before?: unknown }>(request: R): R {
  if (request.starting_after !== undefined && request.ending_before !== undefined) {
    throw new ProblemError('invalid-input', {
      detail: 'Give either starting_after or ending_before.',
      errors: [fieldProblem('ending_before', 'unknown')],
    });
  }
  return request;
}

/**
 * Returns the page in the vendor's shape. `page` is null when the named row is not in the list: that is the
 * client's mistake, and an empty page would hide it.
 */
export function pageAnswer<T, R>(
  page: Page<T> | null,
  item: (row: T) => R,
): { data: R[]; has_more: boolean } {
  if (!page)
    throw new ProblemError('no-such-resource', {
      detail:
        'The id in starting_after or ending_before is not in this list. Take one from `data`, or begin without it.',
    });
  return { data: page.data.map(item), has_more: page.has_more };
}
