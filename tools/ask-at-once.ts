/**
 * Has the browser ask at once for everything that a chunk needs. By itself it asks for what a chunk imports
 * only when it has read the chunk, which is one more round on a slow network. Vite mends that with preload
 * links in applications, but not in a library.
 *
 * Where a chunk imports others that are not loaded yet, `import('./step.js')` becomes
 * `(import('./forms.js').catch(String), import('./step.js'))`. When a file cannot be loaded, the second
 * import says so as well. The first one then must not be reported as a rejection that nobody handles.
 */
import { posix } from 'node:path';
import type { Plugin } from 'vite';

/** What is known of a chunk before it has its final name. */
interface Chunk {
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly imports: readonly string[];
}
type Chunks = Readonly<Record<string, Chunk>>;

/** Returns the files that loading `file` makes the browser load, itself included. */
function closure(chunks: Chunks, file: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(file)) {
    seen.add(file);
    for (const next of chunks[file]?.imports ?? []) closure(chunks, next, seen);
  }
  return seen;
}

/**
 * In the first file every byte counts. There only the table of the steps is changed: what else it imports is
 * loaded after the first paint. And a file that many steps need is named once, by a function beside the
 * table.
 */
const inTable = /(?<=[\w'"]: \(\) => )import\("(\.[^"]+)"\)/g;
const anywhere = /(?<![\w$.])import\("(\.[^"]+)"\)/g;

/** Returns the code of `chunk`, of all `chunks`, with what its imports need asked for at once. */
export function askAtOnce(code: string, chunk: Chunk, chunks: Chunks): string {
  const loaded = closure(chunks, chunk.fileName);
  // Whatever the chunk is, the entry has loaded it.
  for (const { fileName, isEntry } of Object.values(chunks))
    if (isEntry) for (const file of closure(chunks, fileName)) loaded.add(file);
  const asked: string[] = [];
  const ask = (importing: string): string => {
    if (!chunk.isEntry) return importing;
    if (!asked.includes(importing)) asked.push(importing);
    return `ask${asked.indexOf(importing)}()`;
  };
  const changed = code.replace(chunk.isEntry ? inTable : anywhere, (whole, path: string) => {
    const target = posix.join(posix.dirname(chunk.fileName), path);
    const missing = [...closure(chunks, target)].filter((file) => file !== target && !loaded.has(file));
    const importing = (file: string) =>
      `import("${path.replace(/[^/]*$/, '')}${posix.basename(file)}").catch(String)`;
    return missing.length
      ? `(${missing.map((file) => `${ask(importing(file))}, `).join('')}${whole})`
      : whole;
  });
  const named = asked.map((importing, index) => `const ask${index} = () => ${importing}; `).join('');
  // In front of the table, on the same line, so that source maps stay right.
  return changed.replace(/^(?:const|let|var) [\w$]+ = \{(?=[^;]*?\bask0\(\))/m, (table) => named + table);
}

/** Rolldown's helper that makes a namespace object, which lets one file stand for several modules. */
const namespaceHelper = /^import \{ \w+ as __exportAll \} from "[^"]*\/rolldown-runtime[^"]*";$/m;
/** On one line like what it replaces, so that source maps stay right. */
const ownHelper =
  'const __exportAll = (all) => { const names = {}; for (const name in all) ' +
  'Object.defineProperty(names, name, { get: all[name], enumerable: true }); return names; };';

/**
 * Puts rolldown's helper into the chunks that use it. It would be a file of 0.1 kB of its own, and no group
 * of `codeSplitting` can have it.
 */
export const withoutRuntime = (code: string): string => code.replace(namespaceHelper, ownHelper);

export function asksAtOnce(): Plugin {
  return {
    name: 'asks-at-once',
    apply: 'build',
    renderChunk: {
      // Names have no hashes yet, so that each hash is made from what the file becomes.
      order: 'post',
      handler(code, chunk, _options, { chunks }) {
        const all = Object.fromEntries(
          Object.values(chunks).map((each) => [
            each.fileName,
            { ...each, imports: each.imports.filter((file) => !file.includes('rolldown-runtime')) },
          ]),
        );
        const own = withoutRuntime(code);
        return { code: askAtOnce(own, all[chunk.fileName] ?? chunk, all), map: null };
      },
    },
    generateBundle(_options, bundle) {
      const runtime = Object.keys(bundle).find((file) => file.includes('rolldown-runtime'));
      if (runtime === undefined) return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (chunk.code.includes(runtime)) this.error(`${chunk.fileName} uses more of rolldown's runtime.`);
        chunk.imports = chunk.imports.filter((file) => file !== runtime);
      }
      Reflect.deleteProperty(bundle, runtime);
    },
  };
}
