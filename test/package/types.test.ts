/**
 * What frameworks and editors are told of the element is what the element has. `npm run manifest` reads it
 * from the source, and the types of the frameworks are written by hand.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/imports.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly members?: readonly { readonly name: string; readonly attribute?: string }[];
      readonly events?: readonly { readonly name: string }[];
    }[];
  }[];
}
const { members = [], events = [] } =
  (JSON.parse(read('custom-elements.json')) as Manifest).modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName) ?? assert.fail('no element');

/** Every HTML element has `lang`, and every framework types it. */
const properties = members.filter(({ attribute }) => attribute && attribute !== 'lang');

/** Returns the names of what an interface of src/types/element.ts declares. */
function namesIn(type: string): string[] {
  const body = new RegExp(`interface ${type} {([^}]*)}`).exec(read('src/types/element.ts'))?.[1] ?? '';
  return [...body.matchAll(/^ {2}'?([\w-]+)'?\?:/gm)].map(([, name]) => name ?? '').sort();
}

test('the types of the frameworks have every property of the element', () => {
  assert.deepEqual(namesIn('Properties'), properties.map(({ name }) => name).sort());
});

test('they have every attribute that is called otherwise than its property', () => {
  const others = properties.filter(({ name, attribute }) => name !== attribute);
  assert.deepEqual(namesIn('Attributes'), others.map(({ attribute }) => attribute).sort());
});

test('the directive for Angular takes every property', () => {
  const directive = read('src/angular/index.ts');
  for (const { name } of properties) {
    assert.match(directive, new RegExp(`set ${name}\\(`));
    assert.match(directive, new RegExp(`${name}: { alias: '${name}'; required: false }`));
    assert.match(directive, new RegExp(`${name}: '${name}',`));
  }
});

test('the manifest has every event that the types have', () => {
  const types = [...read('src/events.ts').matchAll(/type = '(dots-[\w-]+)'/g)].map(([, type]) => type);
  assert.ok(types.length > 5);
  assert.deepEqual(events.map(({ name }) => name).sort(), types.sort());
});
