/**
 * Builds the script-tag bundle, dist/cdn: one file with a fixed name that registers `<dots-flow>` and holds everything until the first
 * field can be typed in, and beside it one hashed chunk for each thing that is loaded later.
 *
 * The npm package itself is not bundled: `npm run build:modules` emits one module for each source module.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { asksAtOnce } from './tools/ask-at-once.ts';
import { mergeWords } from './tools/merge-words.ts';
import { minifyTemplates } from './tools/minify-templates.ts';
import { releaseFiles } from './tools/release-files.ts';
import { skeletons } from './tools/skeletons.ts';
import { terserOnTop } from './tools/terser.ts';

/** Modules that the entry imports statically, itself included. */
const shell = new Set<string>();

/**
 * Left to itself, rolldown moves what the entry shares with later chunks (lit) into a chunk of its own, which is one more request before
 * the first field (https://github.com/rolldown/rolldown/issues/9963). A group that holds the entry keeps the entry's file name.
 */
const findShell: Plugin = {
  name: 'find-shell',
  apply: 'build',
  buildEnd() {
    shell.clear();
    const visit = (id: string): void => {
      if (shell.has(id)) return;
      shell.add(id);
      for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next);
    };
    for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id);
  },
};

/** Lit's part about style sheets is replaced by a smaller one. */
const smallCssTag: Plugin = {
  name: 'small-css-tag',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    /^(?:\.|@lit\/reactive-element)\/css-tag\.js$/.test(source) && importer?.includes('/node_modules/')
      ? fileURLToPath(new URL('tools/css-tag.ts', import.meta.url))
      : null,
};

/** The first step comes along in the first file. */
const firstStepAtHand: Plugin = {
  name: 'first-step-at-hand',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) =>
    source === './first-step.ts' ? fileURLToPath(new URL('tools/first-step.ts', import.meta.url)) : null,
};

/**
 * What steps share, and what is small, comes in few files. Each further file is a request, a name in the first
 * file, and a dictionary that compression starts anew. A file below 1 kB is more overhead than content.
 */
const sharedFiles = [
  // Fields, the schemas that read them, and small screens that are made of them.
  {
    name: 'forms',
    test: /rolldown\/runtime|node_modules\/zod\/|src\/contract\/(z|input\/normalise|problems|parse-url|flow|steps|steps\/(?:base|drafts|notifications)|forms\/(?:fields|names))\.ts|src\/ui\/(adopt|choice|groups|lists|long-select|secret|text-area|date|layout|read-schema|reformat|revealed|error-summary|countdown|popover)|src\/steps\/(multi-screen-step|compliance\/(?:scope|read-forms)|shared\/(address-fields|draft-keeper|lazy|parts|name-fields|patient-call)|authentication\/code(?:-styles|-more)?)\.ts|src\/steps\/redirect\/|if-defined/,
  },
  // Bank accounts and other methods, in the three steps that list and add them.
  {
    name: 'methods',
    test: /src\/steps\/shared\/payout-methods\/(?!intl-bank|bank-number)|src\/steps\/shared\/(rows|removal)|src\/ui\/(method|account-numbers|bank-name)|src\/contract\/bank\/method-inputs|src\/locales\/en\/(bank-account|payout-methods)/,
  },
  // A method's menu offers to remove it, so the dialog that asks comes along with it.
  { name: 'menus', test: /src\/ui\/(place-menu|remove-dialog)|@floating-ui/ },
  // Loaded once the first step is on screen, for whatever comes then. It needs none of the other files: many
  // only look at the first step, and a slow phone is busy with it.
  {
    name: 'closing',
    test: /src\/(ui\/copy|shell\/(closing|page-language|going-on|load-ahead|flow-actions)|api\/(session-calls|watch|event-stream|intent)|steps\/id-verification\/post)/,
  },
];

export default defineConfig(({ mode }) => ({
  // `npm start` has somebody waiting, and the second minifier takes most of the build's time for seven bytes in a thousand.
  plugins: [
    minifyTemplates(),
    mergeWords(),
    smallCssTag,
    firstStepAtHand,
    findShell,
    asksAtOnce(),
    skeletons(),
    ...(mode === 'start' ? [] : [terserOnTop(), releaseFiles()]),
  ],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    manifest: 'manifest.json',
    // No comment in the scripts points to them: the server's header does, and costs a payee nothing.
    sourcemap: mode === 'start' ? false : 'hidden',
    // Lit's and zod's licences ask for their notice to go along with copies.
    license: { fileName: 'LICENSES.md' },
    // `npm run size` measures brotli.
    reportCompressedSize: false,
    lib: { entry: 'src/define.ts', formats: ['es'], fileName: () => 'dots-flow.js' },
    rolldownOptions: {
      experimental: { nativeMagicString: true },
      // Lets later chunks import from the entry what is in it already.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: { legal: false, annotation: false, jsdoc: false },
        // Each later chunk is named in the first file, and a hash does not compress. 36 bits tell two builds apart well enough.
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        codeSplitting: {
          groups: [{ name: 'dots-flow', test: (id) => shell.has(id), priority: 1 }, ...sharedFiles],
        },
      },
    },
  },
}));
