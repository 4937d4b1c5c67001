/** A JSON Schema as a person reads it: fields, types, and what each means. */
import { code, escape, prose, table, text } from './html.ts';
import type { Json, JsonObject } from './json-schema.ts';

/**
 * Describes an object field by field. A union is described branch by branch, because each has other fields.
 */
export function schemaHtml(schema: JsonObject): string {
  const branches = branchesOf(schema);
  if (branches.length > 0) return branches.map(schemaHtml).join('<p class="soft">or</p>');
  const rows = rowsOf(schema, '');
  if (rows.length === 0) return `<p>${typeOf(schema)}</p>`;
  const said = schema['description'] === undefined ? '' : `<p>${prose(text(schema['description']))}</p>`;
  return said + fields(rows);
}

type Row = readonly [field: string, type: string, meaning: string];

const fields = (rows: readonly Row[]): string => table(['Field', 'Type', 'Meaning'], rows, 'fields');

/** Returns a row for each field, and after it those of the fields within it: `flags`, `flags.ofac`. */
function rowsOf(schema: JsonObject, path: string): Row[] {
  const list = itemsOf(schema);
  if (list) return rowsOf(list, `${path}[]`);
  const required = new Set((schema['required'] ?? []) as string[]);
  const start = path === '' ? '' : `${path}.`;
  return Object.entries(propertiesOf(schema)).flatMap(([name, value]) => {
    const at = start + name;
    const optional = required.has(name) ? '' : '<br><span class="soft">optional</span>';
    const [rows, meaning] = within(value as JsonObject, at);
    const said = prose(text((value as JsonObject)['description']));
    // A long path may be broken after a dot.
    const shown = code(at).replaceAll('.', '.<wbr>');
    return [[shown + optional, typeOf(value as JsonObject), said + meaning], ...rows];
  });
}

/**
 * Returns what a value has within it: rows of its own, or, where it is one of several objects, a table of
 * each behind a line that opens them.
 */
function within(value: JsonObject, path: string): readonly [rows: Row[], behind: string] {
  const list = itemsOf(value);
  if (list) return within(list, `${path}[]`);
  const branches = branchesOf(value)
    .map((branch) => within(branch, path))
    .filter(([rows, behind]) => rows.length > 0 || behind !== '');
  if (branches.length === 0) return [rowsOf(value, path), ''];
  const [only] = branches;
  if (only && branches.length === 1) return only;
  const tables = branches.map(([rows, behind]) => (rows.length > 0 ? fields(rows) : behind));
  const opened = tables.join('<p class="soft">or</p>');
  return [[], `<details><summary>Its fields, by kind</summary>${opened}</details>`];
}

const branchesOf = (schema: JsonObject) => (schema['anyOf'] ?? schema['oneOf'] ?? []) as JsonObject[];
const isSchema = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const itemsOf = ({ items }: JsonObject) => (isSchema(items) ? items : undefined);

/** An object whose names anybody chooses has one field, which stands for all of them. */
function propertiesOf({ properties, additionalProperties: others }: JsonObject): JsonObject {
  if (isSchema(properties)) return properties;
  return isSchema(others) && Object.keys(others).length > 0 ? { '…': others } : {};
}

/** Describes a type in a few words. What an object has within it stands in rows of its own. */
export function typeOf(schema: JsonObject): string {
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  const branches = branchesOf(schema);
  if (branches.length > 0) return [...new Set(branches.map(typeOf))].join(' or ');
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
    const items = `list of ${typeOf(itemsOf(schema) ?? {})}`;
    return [items, ...types.filter((type) => type !== 'array')].join(' or ');
  }
  const format = schema['format'] === undefined ? '' : ` (${escape(text(schema['format']))})`;
  return types.length === 0
    ? 'anything'
    : types.map((type) => (type === 'null' ? type : escape(type) + format)).join(' or ');
}
