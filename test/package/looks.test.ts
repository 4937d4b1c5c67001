/** What a page can style: the code has it, the manifest describes it, and neither knows more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, sourceFiles } from '../../tools/imports.ts';
import { parts as frameParts } from '../../src/shell/parts.ts';
import { parts as laterParts } from '../../src/steps/shared/parts.ts';

interface Described {
  readonly name: string;
  readonly description: string;
}
interface Declaration {
  readonly tagName?: string;
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly Described[];
  readonly cssStates: readonly Described[];
}

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'dots-flow');
assert.ok(element);
const described = (kind: 'slots' | 'cssParts' | 'cssProperties' | 'cssStates') =>
  element[kind].map(({ name }) => name).sort();

const code = sourceFiles()
  .filter((file) => !/^src\/(?:server|contract)\//.test(file))
  .map((file) => {
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/ .*/g, '');
    return { file, text };
  });
const found = (pattern: RegExp, where = /./) =>
  new Set(
    code
      .filter(({ file }) => where.test(file))
      .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, it = '']) => it)),
  );

/** Returns the parts in these files. Where an expression chooses one, its words in quotes are meant. */
function partsIn(where: RegExp): string[] {
  const values = found(/\bpart(?:="|: '|', ')((?:[^"'$]|\$\{[^}]*\})*)/g, where);
  const names = [...values].flatMap((value) => {
    const chosen = [...value.matchAll(/\? '([\w-]+)'/g)].map(([, name = '']) => name);
    return [...value.replace(/\$\{[^}]*\}/g, '').split(' '), ...chosen];
  });
  return [...new Set(names.filter(Boolean))].sort();
}
const exported = [...frameParts.split(','), ...laterParts.split(',')].filter(Boolean);

test('every part is described, and every described part is there', () => {
  assert.deepEqual(partsIn(/./), described('cssParts'));
});

test('the parts of steps are exported, once and no others', () => {
  assert.deepEqual(partsIn(/^src\/(?:steps|ui)\//), [...exported].sort());
});

test('the first step exports all of its parts, although the others’ list comes later', () => {
  const first = partsIn(/^src\/(?:steps\/(?:authentication\/|step-element)|ui\/(?:fields|icons|banner)\.ts)/);
  assert.deepEqual(
    first.filter((name) => !frameParts.split(',').includes(name)),
    [],
  );
});

test('every slot is described, and every described slot is there', () => {
  const slots = [...found(/<slot name="([\w-]+)"/g), ...found(/replaceable\(host, '([\w-]+)'/g)];
  // A slot may stand on more than one screen.
  assert.deepEqual([...new Set(slots)].sort(), described('slots'));
});

test('every custom property is described, and every described one is used', () => {
  assert.deepEqual([...found(/var\(\s*(--dots-[\w-]+)/g)].sort(), described('cssProperties'));
});

test('every state of the flow is a state of the element, and so is being busy', () => {
  const machine = code.find(({ file }) => file === 'src/flow/machine.ts')?.text ?? '';
  const type = /export type FlowState =([^;]*(?:;[^;]*)*?)\};\n\n/.exec(machine)?.[1] ?? '';
  const names = [...type.matchAll(/name: '([\w-]+)'/g)].map(([, name = '']) => name);
  assert.deepEqual([...new Set([...names, 'busy'])].sort(), described('cssStates'));
});

test('each is described in a sentence', () => {
  for (const kind of ['slots', 'cssParts', 'cssProperties', 'cssStates'] as const)
    for (const { name, description } of element[kind]) assert.match(description, /^\p{Lu}.*\.$|^"/u, name);
});

test('no style uses a private property that nobody sets', () => {
  const set = found(/(--_[\w-]+):/g);
  assert.deepEqual(
    [...found(/var\((--_[\w-]+)\)/g)].filter((name) => !set.has(name)),
    [],
  );
});
