/** A JSON Schema as a person reads it: fields, types, and what each means. */
import { code, escape, prose, table, text } from './html.ts';
import type { Json, JsonObject } from './json-schema.ts';

/**
 * Describes an object field by field. A union is described branch by branch, because each has other fields.
 */
export function schemaHtml(schema: JsonObject): string {
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonObject[] | undefined;
  if (branches) return branches.map((branch) => schemaHtml(branch)).join('<p class="soft">or</p>');
  const properties = schema['properties'] as JsonObject | undefined;
  if (!properties || Object.keys(properties).length === 0) return `<p>${typeOf(schema)}</p>`;
  const required = new Set((schema['required'] ?? []) as string[]);
  const description =
    schema['description'] === undefined ? '' : `<p>${prose(text(schema['description']))}</p>`;
  return (
    description +
    table(
      ['Field', 'Type', 'Meaning'],
      Object.entries(properties).map(([name, value]) => [
        code(name) + (required.has(name) ? '' : '<br><span class="soft">optional</span>'),
        typeOf(value as JsonObject),
        prose(text((value as JsonObject)['description'])),
      ]),
    )
  );
}

/**
 * Describes a type in a few words. An object within an object is described by the names of its fields, down
 * to the second level: a table cell has room for no more.
 */
export function typeOf(schema: JsonObject, depth = 0): string {
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonObject[] | undefined;
  if (branches) return [...new Set(branches.map((branch) => typeOf(branch, depth)))].join(' or ');
  if (schema['const'] !== undefined) return code(JSON.stringify(schema['const']));
  if (Array.isArray(schema['enum'])) {
    const values = schema['enum'] as Json[];
    const shown = (value: Json) => code(typeof value === 'string' ? value : JSON.stringify(value));
    // A country has about 250 values, which nobody reads in a table.
    return values.length > 12
      ? `${values.slice(0, 3).map(shown).join(', ')} … (${values.length} values)`
      : values.map(shown).join(', ');
  }
  // A value that may be null has a list of types.
  const types = [schema['type'] ?? []].flat() as string[];
  if (types.includes('array')) {
    const items = `list of ${typeOf((schema['items'] ?? {}) as JsonObject, depth)}`;
    return [items, ...types.filter((type) => type !== 'array')].join(' or ');
  }
  const properties = schema['properties'] as JsonObject | undefined;
  if (properties) {
    if (depth > 1) return 'object';
    return `{ ${Object.entries(properties)
      .map(([name, value]) => `${code(name)}: ${typeOf(value as JsonObject, depth + 1)}`)
      .join(', ')} }`;
  }
  const format = schema['format'] === undefined ? '' : ` (${escape(text(schema['format']))})`;
  return types.length === 0
    ? 'anything'
    : types.map((type) => (type === 'null' ? type : escape(type) + format)).join(' or ');
}
