import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAtOnce, withoutRuntime } from '../../tools/ask-at-once.ts';

const entry = { fileName: 'dots-flow.js', isEntry: true, imports: [] };
const forms = { fileName: 'chunks/forms-!~{01}~.js', imports: ['dots-flow.js'] };
const methods = { fileName: 'chunks/methods-!~{02}~.js', imports: ['dots-flow.js', forms.fileName] };
const payout = { fileName: 'chunks/payout-!~{03}~.js', imports: [methods.fileName, 'dots-flow.js'] };
const extra = { fileName: 'chunks/extra-!~{04}~.js', imports: [payout.fileName, methods.fileName] };
const chunks = Object.fromEntries(
  [entry, forms, methods, payout, extra].map((each) => [each.fileName, each]),
);

test('a step and all that it imports are asked for at once', () => {
  assert.equal(
    askAtOnce(
      'const steps = { payout: () => import("./chunks/payout-!~{03}~.js").then((n) => n.t) };',
      entry,
      chunks,
    ),
    'const ask0 = () => import("./chunks/methods-!~{02}~.js").catch(String); ' +
      'const ask1 = () => import("./chunks/forms-!~{01}~.js").catch(String); ' +
      'const steps = { payout: () => (ask0(), ask1(), import("./chunks/payout-!~{03}~.js")).then((n) => n.t) };',
  );
});

test('the first file spends no byte on what is loaded after the first paint', () => {
  const code = 'await import("./chunks/forms-!~{01}~.js"); load("x", import("./chunks/methods-!~{02}~.js"))';
  assert.equal(askAtOnce(code, entry, chunks), code);
});

test('what is loaded already is not asked for again', () => {
  const code = 'x = () => import("./forms-!~{01}~.js"); y(() => import("./extra-!~{04}~.js"))';
  assert.equal(askAtOnce(code, payout, chunks), code);
  assert.equal(
    askAtOnce('y(import("./payout-!~{03}~.js"))', forms, chunks),
    'y((import("./methods-!~{02}~.js").catch(String), import("./payout-!~{03}~.js")))',
  );
});

test('chunks have the helper of the bundler in themselves', async () => {
  const code = withoutRuntime('import { t as __exportAll } from "./rolldown-runtime-!~{00}~.js";\n');
  const module = `${code}\nlet a = 1; export const all = __exportAll({ a: () => a }); export const next = () => a++;`;
  const { all, next } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
    all: { readonly a: number };
    next: () => void;
  };
  assert.equal(all.a, 1);
  next();
  assert.equal(all.a, 2);
  assert.deepEqual(Object.keys(all), ['a']);
});
