import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

// Each rule that is off has its reason beside it.
//
// `npm run lint` keeps what it found about a file until that file changes. What only appears in a file
// because a type it imports has changed is found when the cache is gone: after `npm ci`, so always in
// .ci/run, and after any change of packages (tools/forget-caches.mjs looks for one).
export default defineConfig(
  globalIgnores(['dist', 'site', 'coverage', '.data', '.tmp', 'playwright-report', 'test-results']),
  // A partner's code, checked against the packed package by compilers of its own.
  globalIgnores(['test/types', 'demo/frameworks']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Types of the DOM promise what Node and older browsers do not have, those of rows and answers what the
      // wire may not keep, and after an `await` the rule still believes what held before it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `async` turns what an implementation throws into the rejection that its interface promises.
      '@typescript-eslint/require-await': 'off',
      // `return this.#fail(problem);` leaves a function and says how, in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What finds nothing wrong just ends: `Promise<ProblemError | void>`.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `find<HTMLInputElement>(…)` says what is expected there, as the DOM's own `querySelector` lets one
      // say.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Asks for `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Takes two Hono apps with different variables for unrelated classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            // The runner awaits them.
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
            // A promise only where DOM trees are compared.
            { from: 'package', package: 'chai', name: ['Equal'] },
          ],
        },
      ],
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/server/**'], extends: [lit.configs['flat/recommended']] },
  {
    files: ['src/flow/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'fetch',
        'setTimeout',
        'setInterval',
        'localStorage',
        'location',
        'navigator',
      ],
    },
  },
  {
    // They talk to a person at a terminal.
    files: ['src/server/cli.ts', 'src/server/start/serve.ts', 'demo/**', 'tools/**'],
    rules: { 'no-console': 'off' },
  },
);
