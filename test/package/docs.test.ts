/**
 * The documents: every block of code is code, what they name exists, and what is made of the code is
 * current.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transform } from 'esbuild';
import ts from 'typescript';
import { contents } from '../../tools/docs/contents.ts';
import { llmsOfSite, skill } from '../../tools/docs/for-agents.ts';
import { madePages } from '../../tools/docs/made.ts';
import { openApiDocument } from '../../src/server/docs/openapi.ts';
import { stepNames } from '../../src/contract/steps.ts';
import { root } from '../../tools/imports.ts';

interface Block {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

/** The guides of frameworks are built and driven by test:frameworks. */
const pages = ['README.md', skill, ...contents.flatMap((chapter) => chapter.pages)].filter(
  (page) => !page.startsWith('demo/'),
);
const read = (page: string): string => readFileSync(join(root, page), 'utf8');

const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^```([\w-]*)[^\n]*\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', code = '']): Block => ({ page, language, code }),
  ),
);

const of = (...languages: readonly string[]) => blocks.filter(({ language }) => languages.includes(language));
const named = ({ page, code }: Block): string => `${page}: ${code.split('\n', 1)[0] ?? ''}`;

/** What is shown and is no code: a policy, a drawing, an output. */
const shown = ['', 'text', 'ini'];
const checked = ['json', 'sh', 'css', 'html', 'js', 'ts', 'yaml', 'prometheus', 'nginx'];

test('every block says what it is in', () => {
  assert.ok(blocks.length > 50, `${blocks.length} blocks`);
  const strange = blocks.filter(({ language }) => ![...shown, ...checked].includes(language));
  assert.deepEqual(strange.map(named), []);
});

test('JSON is JSON, but for what is left out', () => {
  for (const block of of('json'))
    assert.doesNotThrow(() => JSON.parse(block.code.replace(/\[ … \]/g, '[]')) as unknown, named(block));
});

test('commands are ones that a shell reads', () => {
  for (const block of of('sh')) {
    const { stderr } = spawnSync('bash', ['-n'], { input: block.code, encoding: 'utf8' });
    assert.equal(stderr, '', named(block));
  }
});

test('style sheets have no mistake', async () => {
  for (const block of of('css')) {
    const { warnings } = await transform(block.code, { loader: 'css' });
    assert.deepEqual(warnings, [], named(block));
  }
});

test('the element in HTML has attributes that it knows, and its scripts and styles are such', async () => {
  const attributes = attributesOfElement();
  for (const block of of('html')) {
    for (const [, tag = ''] of block.code.matchAll(/<dots-flow\b([^>]*)>/g))
      for (const [, name = ''] of tag.matchAll(/([\w-]+)=/g))
        assert.ok([...attributes, 'lang', 'theme'].includes(name), `${named(block)}: ${name}`);
    for (const [, code = ''] of block.code.matchAll(/<style>([\s\S]*?)<\/style>/g))
      assert.deepEqual((await transform(code, { loader: 'css' })).warnings, [], named(block));
    for (const [, code = ''] of block.code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g))
      await assert.doesNotReject(transform(code, { loader: 'js' }), named(block));
  }
});

function attributesOfElement(): string[] {
  const { modules } = JSON.parse(read('custom-elements.json')) as {
    modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  const found = modules.flatMap(({ declarations }) => declarations ?? []);
  return found
    .flatMap(({ tagName, attributes }) => (tagName === 'dots-flow' ? (attributes ?? []) : []))
    .map(({ name }) => name);
}

/** What the examples take from around them. */
const around = `
import type { DotsFlow } from 'dots-flow';
import type { PartnerClient } from 'dots-flow/partner';
declare global {
  const app: any, express: any, expect: any, test: any, flow: any, clientId: string, apiKey: string, flowId: string;
  const element: DotsFlow;
  const flows: PartnerClient;
}
`;

/** Modules that the reader has and we have not. */
const theirs = ['./providers.mjs', '@opentelemetry/sdk-node'];

for (const language of ['js', 'ts'])
  test(`scripts in ${language} compile against the package`, () => {
    const files = new Map<string, Block>(
      of(language).map((block, at) => [join(root, 'test/package', `of-docs-${at}.ts`), block]),
    );
    const prelude = join(root, 'test/package/around-docs.ts');
    const options: ts.CompilerOptions = {
      ...{
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        strict: language === 'ts',
        noEmit: true,
      },
      ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true },
      ...{ lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: ['node'] },
    };
    const host = ts.createCompilerHost(options);
    const text = (name: string) =>
      name === prelude ? around : files.has(name) ? `${files.get(name)?.code ?? ''}\nexport {};` : undefined;
    const program = ts.createProgram([prelude, ...files.keys()], options, {
      ...host,
      fileExists: (name) => text(name) !== undefined || host.fileExists(name),
      readFile: (name) => text(name) ?? host.readFile(name),
      getSourceFile: (name, target) => {
        const own = text(name);
        return own === undefined ? host.getSourceFile(name, target) : ts.createSourceFile(name, own, target);
      },
    });
    const missing = new RegExp(`Cannot find module '(?:${theirs.join('|')})'`);
    const diagnostics = ts
      .getPreEmitDiagnostics(program)
      .filter(({ messageText }) => !missing.test(ts.flattenDiagnosticMessageText(messageText, ' ')));
    const wrong = diagnostics.map(({ file, messageText }) => {
      const block = file && files.get(file.fileName);
      return `${block ? named(block) : (file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    assert.deepEqual(wrong, []);
  });

test('calls that are named exist', () => {
  const { paths } = openApiDocument('https://pay.example', { sandbox: true }) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const known = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`),
    ),
  );
  const missing = pages
    .filter((page) => page !== 'CHANGELOG.md')
    .flatMap((page) =>
      [...read(page).matchAll(/`(GET|POST|PUT|PATCH|DELETE) (?:\/api)?\/v2(\/[^`?\s]*)/g)]
        .map(
          ([, method = '', path = '']) =>
            `${method} ${path.replace(/\{\w+\}|:id/g, '{}').replace(/\/2026-\d\d/, '/{}')}`,
        )
        .filter((call) => !known.has(call))
        .map((call) => `${page}: ${call}`),
    );
  assert.deepEqual(missing, []);
});

test('every step has a page, and llms.txt names every page', () => {
  const all = contents.flatMap((chapter) => chapter.pages);
  for (const step of stepNames) assert.ok(all.includes(`docs/steps/${step}.md`), step);
  const lines = llmsOfSite('https://docs.example')
    .split('\n')
    .filter((line) => line.startsWith('- ['));
  assert.equal(lines.length, all.length + 2);
  assert.deepEqual(
    lines.filter((line) => !/\): .{15,}/.test(line)),
    [],
  );
});

test('what is made of the code is current (npm run docs:made)', async () => {
  for (const [page, text] of Object.entries(await madePages())) assert.equal(read(page), text, page);
});
