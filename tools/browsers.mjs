/**
 * Finds the browsers that tests run in, for @web/test-runner and for Playwright alike, so that both always
 * test the same engine.
 *
 * `npm ci && npm test` has to work on a machine with nothing but Node and npm. When no Chrome or Chromium is
 * installed, the binary inside the npm package `@sparticuz/chromium` (Linux x64) is unpacked. It is built for
 * headless use without a sandbox.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Flags that keep a test browser quiet: no GPU, no first-run pages, nothing fetched in the background. */
const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often give /dev/shm 64 MB, which a page with screenshots fills. Chromium then crashes.
  '--disable-dev-shm-usage',
];

/** The setuid sandbox refuses to run as root, which is what CI containers do. */
const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const installedChromes = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter((dir) => dir !== undefined)
    .flatMap((dir) => [
      join(dir, 'Google/Chrome/Application/chrome.exe'),
      join(dir, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** @param {readonly string[]} names */
function onPath(names) {
  const dirs = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => dirs.map((dir) => join(dir, name))).find((path) => existsSync(path));
}

/** @param {string} path */
function existing(path) {
  if (!existsSync(path)) throw new Error(`CHROME_PATH is ${path}, but there is no such file`);
  return path;
}

/**
 * @param {{ withoutInterface?: boolean }} [options] `withoutInterface` takes npm's headless shell where there
 *   is one. A whole Chrome has bubbles of its own ("Save address?") that take the keys away from the page,
 *   also when nobody can see them.
 * @returns {Promise<{ executablePath: string, args: string[], source: 'CHROME_PATH' | 'installed' | 'npm' }>}
 * @throws when there is no browser to be had; the message says what to install
 */
export async function findChromium({ withoutInterface = false } = {}) {
  const args = [...sandboxFlags, ...quietFlags];
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return { executablePath: existing(chosen), args, source: 'CHROME_PATH' };
  if (withoutInterface && process.platform === 'linux' && process.arch === 'x64') return unpackFromNpm(args);

  const installed =
    process.platform === 'darwin' || process.platform === 'win32'
      ? installedChromes[process.platform].find((path) => existsSync(path))
      : onPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']);
  if (installed) return { executablePath: installed, args, source: 'installed' };

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.');
  }
  return unpackFromNpm(args);
}

/**
 * Unpacks the browser once for each install, into node_modules/.cache. The package's own choice, the system's
 * temporary directory, is shared between checkouts, and keeps a half-written file when the first run is
 * interrupted.
 *
 * @param {string[]} args
 */
async function unpackFromNpm(args) {
  const cache = join(import.meta.dirname, '../node_modules/.cache/chromium');
  if (!existsSync(cache)) {
    mkdirSync(dirname(cache), { recursive: true });
    const partial = mkdtempSync(`${cache}-`);
    const { TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
    // The package unpacks the shared libraries that a bare machine lacks (NSS among them) only when it
    // believes that it runs on AWS Lambda.
    Object.assign(process.env, { TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    restoreEnv({ TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH });
    renameSync(partial, cache);
  }
  // The browser inherits these: libraries and fonts for a machine that has none.
  process.env['LD_LIBRARY_PATH'] = [process.env['LD_LIBRARY_PATH'], join(cache, 'al2023/lib')]
    .filter(Boolean)
    .join(delimiter);
  process.env['FONTCONFIG_PATH'] ??= existsSync('/etc/fonts') ? '/etc/fonts' : join(cache, 'fonts');
  return {
    executablePath: join(cache, 'chromium'),
    args: [...new Set(['--no-sandbox', '--no-zygote', ...args])],
    source: 'npm',
  };
}

/** @param {Record<string, string | undefined>} values */
function restoreEnv(values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** @returns {string} */
export function findFirefox() {
  const path = process.env['FIREFOX_PATH'] ?? onPath(['firefox-esr', 'firefox']);
  if (!path)
    throw new Error(
      'No Firefox found. Install one (Debian: firefox-esr), or set FIREFOX_PATH to its executable.',
    );
  return path;
}

/** @returns {string} */
export function findWebKitDriver() {
  const path = process.env['WEBKIT_DRIVER_PATH'] ?? onPath(['WebKitWebDriver', 'safaridriver']);
  if (!path)
    throw new Error(
      'No WebKitWebDriver found. Install it (Debian: webkit2gtk-driver), or set WEBKIT_DRIVER_PATH.',
    );
  return path;
}
