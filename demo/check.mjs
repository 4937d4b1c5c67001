// @ts-check
/**
 * `npm start` begins here: what would end in a page of stack traces after half a minute of building is said
 * in a sentence before it. It is plain JavaScript with nothing imported, because an old Node or a missing
 * `npm ci` is what it is about.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const root = new URL('../', import.meta.url);
const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const port = Number(process.env['PORT'] ?? 4400);

/**
 * What is wrong, and the way out; undefined when nothing is.
 * @returns {Promise<string | undefined>}
 */
async function whatIsWrong() {
  const [major = 0, minor = 0] = /\d+\.\d+/.exec(engines.node)?.[0].split('.').map(Number) ?? [];
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number);
  if (ours < major || (ours === major && oursMinor < minor))
    return `dots-flow needs Node ${major}.${minor} or newer, and this is ${process.versions.node}. Install one from https://nodejs.org, or: nvm install ${major}`;
  if (!existsSync(new URL('node_modules/vite', root)))
    return 'The packages are not installed. Run: npm ci && npm start';
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `PORT is ${JSON.stringify(process.env['PORT'])}, which is no port. For example: PORT=4401 npm start`;
  if (await isTaken(port)) {
    let free = port + 1;
    while (free < 65_535 && (await isTaken(free))) free += 1;
    return `Port ${port} is in use. Take another one: PORT=${free} npm start`;
  }
  return undefined;
}

/**
 * @param {number} one
 * @returns {Promise<boolean>}
 */
function isTaken(one) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(one, process.env['HOST'] ?? '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

const wrong = await whatIsWrong();
if (wrong !== undefined) {
  console.error(`\n  ${wrong}\n`);
  process.exitCode = 1;
}
