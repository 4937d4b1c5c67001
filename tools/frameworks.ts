/**
 * `npm run test:frameworks [name…]` builds the example apps under demo/frameworks (all of them, or those that
 * are named) against the packed package, and drives each in Chromium. It prints one table and exits with 1
 * when an app does not hold what the table promises. `npm run build:modules` has to run before.
 *
 * An app is copied out of the repository and installed there, so that nothing of ours can help it along.
 */
import { chromium, type Browser } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../src/server/start/serve.ts';
import { findChromium } from './browsers.mjs';
import { drive, type Driven } from './frameworks/drive.ts';
import { npm, withServer } from './frameworks/npm.ts';
import { largestChunk, type Largest } from './frameworks/chunks.ts';
import { acceptedMisspellings, glueLines } from './frameworks/types.ts';
import { freePort } from './free-port.mjs';

const root = join(import.meta.dirname, '..');
const examples = join(root, 'demo/frameworks');
const { sizes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  /** Bytes of ours in one chunk, minified, without the phone metadata. */
  sizes: { bundlers: number };
};

interface Row {
  readonly name: string;
  readonly glue: number;
  /** Misspellings that the app's own compiler took. */
  readonly accepted: readonly string[];
  /** What a browser saw of the app as it is published, and of its development server. */
  readonly driven: readonly Driven[];
  readonly largest: Largest;
}

async function check(name: string, tarball: string, work: string, browser: Browser): Promise<Row> {
  const dir = join(work, name);
  cpSync(join(examples, name), dir, { recursive: true, filter: (file) => !file.includes('node_modules') });
  const manifest = join(dir, 'package.json');
  const app = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies: Record<string, string> };
  app.dependencies['dots-flow'] = `file:${tarball}`;
  writeFileSync(manifest, JSON.stringify(app));
  npm(dir, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts');

  npm(dir, 'run', 'types');
  npm(dir, 'run', 'build');
  const driven = [
    await withServer(dir, 'start', (url) => drive(browser, url)),
    await withServer(dir, 'dev', (url) => drive(browser, url)),
  ];
  return {
    name,
    driven,
    largest: largestChunk(dir),
    glue: glueLines(dir),
    accepted: acceptedMisspellings(dir),
  };
}

/** Prints the row. Returns whether it holds. */
function print({ name, glue, accepted, driven, largest }: Row): boolean {
  const each = (key: keyof Driven) => [...new Set(driven.map((seen) => String(seen[key])))].join('/');
  const cells = [
    name.padEnd(9),
    String(glue).padStart(5),
    (accepted.length ? accepted.join() : 'all').padStart(12),
    each('sessions').padStart(9),
    each('rerender').padStart(9),
    each('config').padStart(7),
    each('route').padStart(6),
    each('event').padStart(6),
    `${(largest.bytes / 1000).toFixed(1)} kB`.padStart(9),
  ];
  console.log(cells.join(' '));
  for (const trouble of new Set(driven.flatMap(({ troubles }) => troubles)))
    console.log(`          ${trouble}`);
  if (largest.bytes > sizes.bundlers)
    for (const [file, bytes] of largest.sources)
      console.log(`          ${String(bytes).padStart(6)} ${file}`);
  const kept = driven.every(
    (seen) =>
      seen.sessions === 1 &&
      seen.rerender &&
      seen.config &&
      seen.route &&
      seen.event &&
      !seen.troubles.length,
  );
  return kept && glue === 0 && accepted.length === 0 && largest.bytes <= sizes.bundlers;
}

const names = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'dots-flow-frameworks-'));
const port = await freePort();
const api = await serve({ env: { PORT: String(port), DATA_DIR: join(work, 'data'), LOG_LEVEL: 'warn' } });
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({
  executablePath,
  // The examples name the port of `npm start`, which may be somebody else's here.
  args: [...args, `--host-resolver-rules=MAP localhost:4400 localhost:${port}`],
});
try {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', work], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  console.log('app        glue misspelled  sessions re-render config  route  event   largest');
  console.log('          lines   refused   on mount      kept   kept   kept  heard   of ours');
  for (const name of names.length ? names : readdirSync(examples).sort())
    try {
      if (!print(await check(name, join(work, packed), work, browser))) process.exitCode = 1;
    } catch (error) {
      console.error(name, error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
} finally {
  await browser.close();
  await api.close();
  rmSync(work, { recursive: true, force: true });
}
