/** Who in src/ may import whom, and which packages reach a browser (docs/architecture.md, "Imports"). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import {
  importsOf,
  isRelative,
  reachable,
  root,
  sourceFiles,
  targetOf,
  type Import,
} from '../../tools/imports.ts';

/**
 * What each folder of src/ may import besides itself. The files directly in src/ are two: `surface` has what
 * a host page gives and is told (`config.ts`, `events.ts`), `element` the class and its registration. The
 * order is the direction: everything stands below what it imports.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  webhooks: ['contract'],
  partner: ['contract'],
  theme: [],
  flow: ['contract'],
  locales: ['contract', 'flow'],
  api: ['contract', 'flow'],
  ui: ['contract', 'flow', 'locales'],
  steps: ['contract', 'flow', 'locales', 'api', 'ui'],
  surface: ['contract', 'flow', 'locales', 'api', 'steps'],
  shell: ['contract', 'flow', 'locales', 'api', 'ui', 'steps', 'surface'],
  element: ['contract', 'flow', 'locales', 'api', 'ui', 'steps', 'surface', 'shell'],
  types: ['contract', 'surface', 'element'],
  angular: ['element', 'types'],
  react: ['surface', 'element', 'types'],
  testing: ['contract', 'flow', 'locales', 'api', 'element'],
  skeleton: ['locales', 'ui', 'shell'],
  server: ['contract', 'locales', 'partner', 'theme', 'webhooks'],
};

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const folderOf = (file: string) =>
  /^src\/([^/]+)\//.exec(file)?.[1] ?? (/^src\/(?:config|events)\.ts$/.test(file) ? 'surface' : 'element');
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
const place = ({ from, line, specifier }: Import) => `${from}:${line} imports ${specifier}`;

function refuse(wrong: readonly Import[], why: (found: Import) => string): void {
  assert.deepEqual(
    wrong.map((found) => `${place(found)}: ${why(found)}`),
    [],
  );
}

test('every folder of src is in the table', () => {
  assert.deepEqual(
    [...new Set(files.map(folderOf))].filter((folder) => !(folder in mayImport)),
    [],
  );
});

test('folders import in one direction', () => {
  const wrong = imports.filter(isRelative).filter((found) => {
    const [from, to] = [folderOf(found.from), folderOf(targetOf(found))];
    return from !== to && !mayImport[from]?.includes(to);
  });
  refuse(
    wrong,
    ({ from }) => `src/${folderOf(from)} may only import ${mayImport[folderOf(from)]?.join(', ') ?? ''}`,
  );
});

test('the table itself has no circle', () => {
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of mayImport[from] ?? []) if (!seen.has(next)) reaches(next, seen.add(next));
    return seen;
  };
  assert.deepEqual(
    Object.keys(mayImport).filter((folder) => reaches(folder).has(folder)),
    [],
  );
});

test('no file of the source imports itself in a circle', () => {
  const next = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const found of imports)
    if (isRelative(found) && !found.typeOnly && !found.dynamic) next.get(found.from)?.push(targetOf(found));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(circles, []);
});

/**
 * The folders below `top` that import each other in a circle, type imports counted. Each folder is a room.
 */
function circlesOfRooms(top: string): string[] {
  const next = new Map<string, Set<string>>();
  for (const found of imports.filter(isRelative)) {
    const [from, to] = [dirname(found.from), dirname(targetOf(found))];
    if (from === to || !from.startsWith(top) || !to.startsWith(top)) continue;
    next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  return [...next.keys()].filter((room) => reachable(next, room).has(room));
}

test('no two rooms of the server import each other, not even a type', () => {
  assert.deepEqual(circlesOfRooms('src/server'), []);
});

test('no two rooms of the contract import each other, not even a type', () => {
  assert.deepEqual(circlesOfRooms('src/contract'), []);
});

test('an import stays inside src and names an existing file with its extension', () => {
  const known = new Set(files);
  refuse(
    imports.filter(isRelative).filter((found) => !known.has(targetOf(found))),
    () => 'no such file in src',
  );
});

/** They are for pages that have the framework already: an optional peer. */
const ofFrameworks = ['angular', 'react', 'types'];

test('browser code loads only the packages that are installed with it, and never Node', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'peerDependencies', object>;
  const browser = imports.filter(
    (found) => !isRelative(found) && !['server', 'webhooks'].includes(folderOf(found.from)),
  );
  refuse(
    browser.filter(
      ({ from, specifier }) =>
        !(packageOf(specifier) in dependencies) &&
        !(ofFrameworks.includes(folderOf(from)) && packageOf(specifier) in peerDependencies),
    ),
    () => 'not among "dependencies" of package.json',
  );
});

test('the server loads only packages that its users can install', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'peerDependencies',
    object
  >;
  const server = imports.filter(
    (found) => !isRelative(found) && ['server', 'webhooks'].includes(folderOf(found.from)),
  );
  const allowed = (specifier: string) =>
    specifier.startsWith('node:') ||
    packageOf(specifier) in manifest.dependencies ||
    packageOf(specifier) in manifest.peerDependencies;
  refuse(
    server.filter(({ specifier }) => !allowed(specifier)),
    () => 'neither a dependency nor an optional peer in package.json',
  );
});

test('zod has one door in the browser', () => {
  const loads = imports.filter(({ specifier, typeOnly }) => packageOf(specifier) === 'zod' && !typeOnly);
  const wrong = loads.filter(
    ({ from }) => from !== 'src/contract/z.ts' && !['server', 'webhooks'].includes(folderOf(from)),
  );
  refuse(
    wrong,
    () => 'import * as z from src/contract/z.ts, which makes zod keep to a strict Content-Security-Policy',
  );
});

test('"sideEffects" lists exactly the files that act on import', () => {
  const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    sideEffects: string[];
  };
  const acts = (file: string) =>
    ts
      .createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022)
      .statements.some(
        (node) =>
          ts.isExpressionStatement(node) ||
          ts.isIfStatement(node) ||
          (ts.isImportDeclaration(node) && !node.importClause),
      );
  const acting = files.filter(acts).sort();
  const published = acting.map((file) => file.replace(/^src\/(.*)\.ts$/, 'dist/$1.js'));
  assert.deepEqual(
    sideEffects.toSorted(),
    [...acting, ...published, 'dist/cdn/**'].map((file) => `./${file}`).sort(),
  );
});
