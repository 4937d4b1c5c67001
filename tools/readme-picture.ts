/**
 * `npm run readme:picture` takes the picture in the README anew: the demo, as a folder, in Chromium, with a
 * payee on the way. It needs the built element (`npm run build`).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { createPayee } from '../src/testing/driver/payee.ts';
import { onPlaywright } from '../src/testing/driver/playwright.ts';
import { findChromium } from './browsers.mjs';
import { decode, encode, rounded } from './gallery/png.ts';

const root = join(import.meta.dirname, '..');
const picture = join(root, 'demo/picture.png');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const folder = await mkdtemp(join(tmpdir(), 'dots-flow-picture-'));
await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/demo-static.ts', folder], {
  cwd: root,
});
const server = createServer(({ url = '/' }, response) => {
  const file = new URL(url, 'http://host').pathname.slice(1) || 'index.html';
  readFile(join(folder, file)).then(
    (content) =>
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(content),
    () => response.writeHead(404).end(),
  );
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

const { executablePath, args } = await findChromium({ withoutInterface: true });
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage({
    ...{ viewport: { width: 1280, height: 800 }, locale: 'en-US', colorScheme: 'light' },
    reducedMotion: 'reduce',
  });
  await page.goto(`http://127.0.0.1:${port}/?persona=us-individual`);
  const payee = createPayee(onPlaywright(page));
  await payee.authenticate();
  await payee.completeOnboarding();
  await payee.completeCompliance();
  await payee.waitForStep('manage-payouts');
  await page.evaluate(() => window.scrollTo(0, 0));
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await writeFile(picture, encode(rounded(decode(taken))));
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
