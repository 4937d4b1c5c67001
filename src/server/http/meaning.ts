/** What a body says, however it is written. */
import { findJsonFault } from './json-position.ts';

/**
 * Returns the same text for all spellings of one JSON value: white space, the order of names, escapes and the
 * way in which numbers are written say nothing. An empty body is `{}`, as where it is read. A text that is
 * not JSON is returned as it is.
 */
export function meaningOf(body: string): string {
  if (body.trim() === '') return '{}';
  // The check bounds how deep it nests, too.
  return findJsonFault(body) ? body : written(JSON.parse(body));
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const named = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${named.map(([name, inner]) => `${JSON.stringify(name)}:${written(inner)}`).join()}}`;
}

/** Whether two values say the same. Null and nothing do. */
export const sameMeaning = (one: unknown, other: unknown): boolean =>
  written(one ?? null) === written(other ?? null);

/** Returns the fields that say something. Null asks for nothing: some clients send it for what they lack. */
export const present = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
