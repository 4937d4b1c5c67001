/**
 * What a folder with the built bundle says of itself: its version, its hashes, and which file needs which.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A build of the script-tag bundle. */
export interface Release {
  readonly dir: string;
  /** Null for a build that is in the making: it has no path of its own, and nobody may keep it. */
  readonly version: string | null;
  /** What the attribute `integrity` takes, by the file's path in the folder. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Where pages find it: `/dots-flow@1.2.3/`, or `/`. */
  readonly base: string;
  /**
   * What to show inside the element before its script has come, by language; and what lets its styles pass.
   */
  readonly skeletons: { readonly style: string; readonly html: Readonly<Record<string, string>> } | null;
  /**
   * Returns the files that loading the module `source` (`src/steps/payout/index.ts`) takes, beyond the first.
   */
  readonly filesOf: (source: string) => readonly string[];
}

/** An entry of Vite's manifest, https://vite.dev/guide/backend-integration. */
interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** Reads `integrity.json`, `skeletons.json` and `manifest.json`, which the build leaves in `dir`. */
export function readRelease(dir: string): Release {
  const integrity = readJson<{ version: string; files: Record<string, string> }>(join(dir, 'integrity.json'));
  const manifest = readJson<Record<string, ManifestChunk>>(join(dir, 'manifest.json')) ?? {};
  const collect = (key: string, files: Set<string>): Set<string> => {
    const chunk = manifest[key];
    if (!chunk || chunk.isEntry || files.has(chunk.file)) return files;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) collect(next, files);
    return files;
  };
  return {
    dir,
    version: integrity?.version ?? null,
    hashes: integrity?.files ?? {},
    base: integrity ? `/dots-flow@${integrity.version}/` : '/',
    skeletons: readJson(join(dir, 'skeletons.json')),
    filesOf: (source) => [...collect(source, new Set())],
  };
}

/**
 * Returns the releases that are kept in `dir`, each a copy of a package's dist/cdn, whatever its folder is
 * called. A page that names its version goes on working when the server is another one.
 */
export function readOldReleases(dir: string | null): Release[] {
  if (dir === null) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readRelease(join(dir, name)))
    .filter(({ version }) => version !== null);
}

function readJson<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}
