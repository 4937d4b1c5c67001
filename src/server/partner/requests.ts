/** What all partner calls do alike with ids, bodies and pages. */
import type { Context } from 'hono';
import { safeParse } from 'zod/v4/core';
import { pageQuery, uuid } from '../../contract/flow.ts';
import type { Page, PageRequest } from '../db/pages.ts';
import { readJson } from '../http/body.ts';
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
export async function readObject(c: Context): Promise<Record<string, unknown>> {
  const body = await readJson(c);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ProblemError('invalid-input', { detail: 'The body must be a JSON object.', errors: [] });
  }
  return body as Record<string, unknown>;
}

/** Returns which page is asked for. Naming both ends is refused and not guessed at. */
export function readPage(c: Context): PageRequest {
  const request = readQuery(c, pageQuery);
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
      detail: 'The id in starting_after or ending_before is not in this list.',
    });
  return { data: page.data.map(item), has_more: page.has_more };
}
