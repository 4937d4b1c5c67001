/**
 * `npm run size` prints what the built script-tag bundle (dist/cdn) weighs, and compares it with the limits
 * under `sizes` in package.json. It exits with 1 when something is over.
 *
 * Sizes are brotli at quality 11, what a CDN serves. 1 kB = 1000 bytes.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** An entry of Vite's manifest, https://vite.dev/guide/backend-integration. */
export interface ManifestChunk {
  readonly file: string;
  readonly src?: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestChunk>>;

export interface Sizes {
  /** Bytes until the first field can be typed in: the entry and all that it imports statically. */
  readonly first: number;
  /** How many files that is. The session's own request to the API comes on top. */
  readonly requests: number;
  /** Bytes that one further step adds alone. What it shares with other steps counts in `steps`. */
  readonly step: number;
  /**
   * Bytes for a payee who goes through every step, without what is loaded on demand and without the metadata
   * of phone numbers.
   */
  readonly steps: number;
  /** Bytes of each file of words in a language other than English, which comes along with the code. */
  readonly words: number;
  /**
   * Bytes of the smallest file. What is smaller is more overhead (a request, a name in the first file, a
   * dictionary that begins anew) than content.
   */
  readonly least: number;
}

export interface Row {
  readonly what: string;
  readonly files: number;
  readonly bytes: number;
  readonly limit?: number;
  readonly over: boolean;
}

/**
 * Loaded when the payee turns to the form, to format the number while it is typed. Its tables are data of the
 * world, and not ours to shrink.
 */
const PHONE_METADATA = 'phone-numbers';

/** Returns the chunk under `key` and all that loading it makes the browser load before it runs. */
function staticClosure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) staticClosure(manifest, next, seen);
  }
  return seen;
}

/**
 * Returns the table and what is over its limit. Lazy chunks are sorted by the steps that need them, and
 * nothing is counted twice.
 */
export function measure(
  manifest: Manifest,
  sizeOf: (file: string) => number,
  limits: Sizes,
): { rows: Row[]; requests: number; small: string[]; over: boolean } {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (entry === undefined) throw new Error('The manifest has no entry.');
  const first = staticClosure(manifest, entry);
  const lazy = Object.keys(manifest).filter((key) => !first.has(key));
  const stepOf = (key: string) => /^src\/steps\/([\w-]+)\/index\.ts$/.exec(manifest[key]?.src ?? '')?.[1];

  const users = new Map<string, Set<string>>(lazy.map((key) => [key, new Set()]));
  for (const key of lazy) {
    const step = stepOf(key);
    if (step !== undefined) for (const used of staticClosure(manifest, key)) users.get(used)?.add(step);
  }

  const row = (what: string, keys: Iterable<string>, limit?: number): Row => {
    const files = [...new Set([...keys].flatMap((key) => manifest[key]?.file ?? []))];
    const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
    return {
      what,
      files: files.length,
      bytes,
      over: limit !== undefined && bytes > limit,
      ...(limit !== undefined && { limit }),
    };
  };
  const isWords = (key: string) =>
    /^src\/locales\/[\w-]+\/(?!index)[\w.-]+\.ts$/.test(manifest[key]?.src ?? '');
  const label = (key: string) => manifest[key]?.src ?? manifest[key]?.name ?? key;

  const steps = lazy.flatMap((key) => stepOf(key) ?? []).sort();
  const metadata = lazy.filter((key) => key.includes(PHONE_METADATA));
  const shared = lazy.filter((key) => (users.get(key)?.size ?? 0) > 1);
  const later = lazy.filter((key) => users.get(key)?.size === 0 && !metadata.includes(key));
  const rows = [
    row('until the first field', first, limits.first),
    ...steps.map((step) =>
      row(
        `step ${step}`,
        lazy.filter((key) => users.get(key)?.size === 1 && users.get(key)?.has(step)),
        limits.step,
      ),
    ),
    ...shared.map((key) =>
      row(`shared by ${[...(users.get(key) ?? [])].sort().join(', ')}: ${label(key)}`, [key]),
    ),
    ...later.map((key) => row(`on demand: ${label(key)}`, [key], isWords(key) ? limits.words : undefined)),
    row(
      'first field and all steps',
      [...first, ...lazy.filter((key) => !metadata.includes(key) && !later.includes(key))],
      limits.steps,
    ),
    row('metadata of phone numbers, after first paint', metadata),
  ];
  const requests = rows[0]?.files ?? 0;
  const small = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => sizeOf(file) < limits.least);
  const over = requests > limits.requests || small.length > 0 || rows.some((row) => row.over);
  return { rows, requests, small, over };
}

function main(): void {
  const root = new URL('../', import.meta.url);
  const dir = new URL('dist/cdn/', root);
  const read = (path: string, base: URL) => readFileSync(new URL(path, base));
  const manifest = JSON.parse(read('manifest.json', dir).toString()) as Manifest;
  const { sizes } = JSON.parse(read('package.json', root).toString()) as { sizes: Sizes };
  const brotli = (file: string) =>
    brotliCompressSync(read(file, dir), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

  const { rows, requests, small, over } = measure(manifest, brotli, sizes);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`;
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`${'brotli 11, 1 kB = 1000 bytes'.padEnd(width)}  files       size      limit`);
  for (const { what, files, bytes, limit, over: isOver } of rows) {
    const mark = isOver ? '  OVER' : '';
    console.log(
      `${what.padEnd(width)}  ${String(files).padStart(5)}  ${kB(bytes).padStart(9)}  ${(limit ? kB(limit) : '').padStart(9)}${mark}`,
    );
  }
  console.log(
    `requests until the first field: ${requests} (limit ${sizes.requests}), and the session's own to the API`,
  );
  for (const file of small) console.log(`TOO SMALL for a file of its own, below ${kB(sizes.least)}: ${file}`);
  if (over) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
