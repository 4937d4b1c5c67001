/**
 * What of a body nobody knows. The vendor's description allows such fields, and clients of other versions
 * send them, so they are left aside; the header `Ignored-Fields` names them, for whoever has mistyped one.
 */
import type { Context } from 'hono';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { fieldPath } from '../../contract/input/path.ts';

type Path = readonly PropertyKey[];

interface Known {
  readonly value: unknown;
  /** Paths of what is not in `value`. */
  readonly unknown: readonly Path[];
}

/** Returns what the schema knows of a value, and where the rest stood. Nothing is checked. */
export function knownOf(schema: $ZodType, value: unknown, path: Path = []): Known {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return knownOf(def.innerType, value, path);
    case 'array':
      return Array.isArray(value)
        ? together(
            value.map((item: unknown, at) => [at, def.element, item]),
            path,
            (items) => items.map(([, item]) => item),
          )
        : { value, unknown: [] };
    case 'record':
      return isObject(value)
        ? together(
            Object.entries(value).map(([name, item]) => [name, def.valueType, item]),
            path,
            Object.fromEntries,
          )
        : { value, unknown: [] };
    case 'union': {
      const meant = def.options.find((option) => isMeant(option, value));
      return meant ? knownOf(meant, value, path) : { value, unknown: [] };
    }
    case 'object':
      return isObject(value)
        ? together(
            Object.entries(value).map(([name, item]) => [
              name,
              Object.hasOwn(def.shape, name) ? def.shape[name] : undefined,
              item,
            ]),
            path,
            Object.fromEntries,
          )
        : { value, unknown: [] };
    default:
      return { value, unknown: [] };
  }
}

type Part = readonly [key: PropertyKey, schema: $ZodType | undefined, value: unknown];

/** Puts together what is known of the parts. One without a schema is unknown. */
function together(
  parts: readonly Part[],
  path: Path,
  build: (known: (readonly [PropertyKey, unknown])[]) => unknown,
): Known {
  const known: (readonly [PropertyKey, unknown])[] = [];
  const unknown: Path[] = [];
  for (const [key, schema, value] of parts) {
    if (schema === undefined) {
      unknown.push([...path, key]);
      continue;
    }
    const inner = knownOf(schema, value, [...path, key]);
    known.push([key, inner.value]);
    unknown.push(...inner.unknown);
  }
  return { value: build(known), unknown };
}

/** Returns whether an object says of itself, by a literal, that it is of this kind. */
function isMeant(option: $ZodType, value: unknown): boolean {
  const { def } = (option as $ZodTypes)._zod;
  if (def.type !== 'object' || !isObject(value)) return false;
  return Object.entries(def.shape).some(([name, field]) => {
    const inner = (field as $ZodTypes)._zod.def;
    return inner.type === 'literal' && inner.values.includes(value[name] as string);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const named = new WeakMap<Request, readonly string[]>();
/** Characters. Servers and proxies take some thousand in all headers together. */
const longest = 2_000;

/** Names fields in the answer. Signs that a header cannot have are written as in a URL. */
export function nameIgnored(c: Context, fields: readonly (string | Path)[], answer?: Response): void {
  if (fields.length === 0) return;
  const all = [...new Set([...(named.get(c.req.raw) ?? []), ...fields.map(written)])];
  named.set(c.req.raw, all);
  let text = all[0] ?? '';
  for (const field of all.slice(1)) if (text.length + field.length < longest) text += `, ${field}`;
  // An answer that is there already is not that of `c`.
  if (answer) answer.headers.set('ignored-fields', text.slice(0, longest));
  else c.header('ignored-fields', text.slice(0, longest));
}

const written = (field: string | Path): string =>
  (typeof field === 'string' ? field : fieldPath(field)).replace(/[^\w.[\]$-]/gu, encodeURIComponent);
