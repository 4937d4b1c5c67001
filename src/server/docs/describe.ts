/**
 * The descriptions of properties. They are the comments that stand beside the fields in the contract's
 * schemas, which the browser does not load: `npm run reference` copies them to `descriptions.ts`. What a
 * field is called means the same everywhere, so a field without a comment is described by `glossary.ts`.
 */
import { descriptions } from './descriptions.ts';
import { glossary } from './glossary.ts';
import type { Json, JsonObject } from './json-schema.ts';

/** Returns a JSON Schema with the descriptions of its properties. `key` says which schema it is. */
export function describe(schema: JsonObject, key: string): JsonObject {
  const own = descriptions[key];
  const inner = eachInner(schema, key, (value, at, field) => {
    const made = describe(value, at);
    const known = made['description'] ?? (field === undefined ? undefined : glossary[field]);
    return known === undefined ? made : { ...made, description: known };
  });
  return own === undefined ? inner : { ...inner, description: own };
}

/**
 * Returns a schema with each schema that stands in it replaced. `visit` gets it with its key
 * (`User.wallet.amount`, `Transfer.transactions[].id`, `CreateUser.metadata|0`) and, when it is a property,
 * with its name.
 */
export function eachInner(
  schema: JsonObject,
  key: string,
  visit: (schema: JsonObject, key: string, field?: string) => JsonObject,
): JsonObject {
  const made: Record<string, Json> = { ...schema };
  const isObject = (value: Json | undefined): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const properties = schema['properties'];
  if (isObject(properties))
    made['properties'] = Object.fromEntries(
      Object.entries(properties).map(([field, value]) => [
        field,
        visit(value as JsonObject, `${key}.${field}`, field),
      ]),
    );
  for (const [word, mark] of [
    ['items', '[]'],
    ['additionalProperties', '{}'],
  ] as const) {
    const value = schema[word];
    if (isObject(value)) made[word] = visit(value, key + mark);
  }
  for (const word of ['anyOf', 'oneOf', 'allOf'] as const) {
    const branches = schema[word] as readonly JsonObject[] | undefined;
    if (branches) made[word] = branches.map((branch, index) => visit(branch, `${key}|${index}`));
  }
  return made;
}
