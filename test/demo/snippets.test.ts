/** The code that the demo shows is code: each snippet compiles, and what was set is in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';
import { readExamples } from '../../demo/bundle.ts';
import {
  curlSnippet,
  frameworkSnippet,
  htmlSnippet,
  typescriptSnippet,
  type Framework,
  type Setting,
} from '../../demo/site/snippets.ts';
import { choices } from '../../demo/site/state.ts';

const examples = await readExamples();
const frameworks = ['react', 'vue', 'svelte', 'angular', 'solid'] as const satisfies readonly Framework[];
const setting: Setting = {
  origin: 'https://pay.example',
  clientId: 'pk_sandbox_demo',
  source: 'client-id',
  flowId: '5f0f8f8f-0000-4000-8000-000000000000',
  steps: ['compliance', { name: 'manage-payouts', require_default_payout_method: true }],
  scheme: 'dark',
  lang: 'de',
  css: '',
  isKnown: false,
};

/** Throws what the compiler of the framework finds wrong with the words alone; types need the package. */
const compilers: Readonly<Record<Framework, (code: string) => void>> = {
  react: (code) => parses(code, 'payouts.tsx'),
  solid: (code) => parses(code, 'payouts.tsx'),
  angular: (code) => parses(code, 'payouts.ts'),
  svelte: (code) => void compile(code, { generate: 'client' }),
  vue: (code) => {
    const { descriptor, errors } = parse(code);
    assert.deepEqual(errors, []);
    const { content, bindings } = compileScript(descriptor, { id: 'payouts' });
    parses(content, 'payouts.ts');
    const { errors: wrong } = compileTemplate({
      id: 'payouts',
      filename: 'Payouts.vue',
      source: descriptor.template?.content ?? '',
      compilerOptions: { ...(bindings && { bindingMetadata: bindings }) },
    });
    assert.deepEqual(wrong, []);
  },
};

function parses(code: string, fileName: string): void {
  const { diagnostics } = ts.transpileModule(code, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      jsx: ts.JsxEmit.Preserve,
      target: ts.ScriptTarget.ES2022,
      experimentalDecorators: true,
    },
  });
  assert.deepEqual(
    diagnostics?.map(({ messageText }) => messageText),
    [],
  );
}

for (const framework of frameworks)
  for (const source of choices.source)
    test(`the snippet for ${framework}, started from ${source}, compiles and has nothing left of the example`, () => {
      const code = frameworkSnippet(framework, examples[framework], { ...setting, source });
      compilers[framework](code);
      assert.match(code, /<dots-flow lang="de"/);
      assert.match(code, /theme: 'dark'/);
      assert.doesNotMatch(code, /localhost|\bdark(?!')\b/);
      assert.match(
        code,
        {
          'client-id':
            /steps: \['compliance', \{ name: 'manage-payouts', require_default_payout_method: true \}\]/,
          'flow-id': /flowId: '5f0f8f8f-0000-4000-8000-000000000000'/,
          'create-flow': /createFlow: \(signal\) =>/,
        }[source],
      );
    });

test('with what the example has, the snippet is the example, but for its switch of themes', () => {
  const plain = { ...setting, origin: 'http://localhost:4400', lang: '', scheme: 'auto' } as const;
  for (const framework of frameworks) {
    const code = frameworkSnippet(framework, examples[framework], {
      ...plain,
      steps: ['compliance', 'manage-payouts'],
    });
    const lines = new Set(examples[framework].split('\n'));
    // What differs is only what names the switch.
    const changed = code.split('\n').filter((line) => !lines.has(line));
    assert.ok(changed.length <= 4, `${framework}: ${changed.join('\n')}`);
    assert.match(code, /clientId: 'pk_sandbox_demo'/);
  }
});

test('a flow is made by curl and by the client, with and without a payee who is known', () => {
  for (const isKnown of [false, true]) {
    const calls = curlSnippet({ ...setting, isKnown });
    const body = /\/v2\/flows [\s\S]*-d '(\{.*\})'$/.exec(calls.replace(`'$USER_ID'`, 'USER'))?.[1] ?? '';
    const sent = JSON.parse(body) as { steps: unknown; user_id?: string };
    assert.deepEqual(sent.steps, setting.steps);
    assert.equal('user_id' in sent, isKnown);
    parses(typescriptSnippet({ ...setting, isKnown }), 'flow.ts');
  }
});

test('the tag of plain HTML says what was set, and options come by a script', () => {
  const html = htmlSnippet({ ...setting, css: 'dots-flow {\n  --dots-accent: #123456;\n}' });
  assert.match(html, /<dots-flow client-id="pk_sandbox_demo" theme="dark" lang="de"><\/dots-flow>/);
  assert.match(html, /\.steps = \['compliance', \{ name: 'manage-payouts'/);
  assert.match(html, /--dots-accent: #123456/);
  const plain = htmlSnippet({ ...setting, steps: ['compliance'], scheme: 'auto', lang: '' });
  assert.match(plain, /<dots-flow client-id="pk_sandbox_demo" steps="compliance"><\/dots-flow>/);
});
