/**
 * `npm run gallery` photographs every screen of the gallery in Chromium, 360 and 1280 px wide, light and
 * dark, and compares it with the picture in test/gallery. It exits with 1 when something moved, is new or
 * is gone, and leaves what differs in test-results/gallery. `npm run gallery:photos` keeps the new
 * pictures instead. Names of walks after `--` take a part of them: `npm run gallery -- "a W-8BEN"`.
 *
 * Letters, time, animation and the caret are the same everywhere. How a letter is drawn is Chromium's:
 * pictures are compared by the version that took them, on Linux. With another one the comparison is
 * refused, and it exits with 2.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { format } from 'prettier';
import { bundleGallery } from '../demo/gallery/bundle.ts';
import { findChromium } from './browsers.mjs';
import { marked, pixelsApart } from './gallery/compare.ts';
import { decode, encode, rounded } from './gallery/png.ts';

const root = join(import.meta.dirname, '..');
const kept = join(root, 'test/gallery');
const failed = join(root, 'test-results/gallery');
const listFile = join(root, 'demo/gallery/screens.json');
const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;
/** Pixels. What is drawn twice by one Chromium is the same; a shadow may differ by a few. */
const allowed = 8;

/** Milliseconds for one walk. */
const patience = 120_000;

const updates = process.argv.includes('--update');
const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));

const files = await bundleGallery({ inOne: true });
const server = createServer(({ url = '' }, response) => {
  const file = files.get(url.replace(/[?].*/, '').slice(1) || 'index.html');
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` }).end(file.content);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

const { executablePath, args } = await findChromium({ withoutInterface: true });
const browser = await chromium.launch({
  executablePath,
  args: [...args, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
});
const machine = { chromium: browser.version(), system: `${process.platform} ${process.arch}` };
const machineFile = join(kept, 'machine.json');

const began = performance.now();
const taken = new Set<string>();
const wrong: string[] = [];
const list: Record<string, string[]> = {};
try {
  if (updates) await mkdir(kept, { recursive: true });
  else if (!(await isSameMachine())) process.exit(2);
  await rm(failed, { recursive: true, force: true });
  const names = await walkNames();
  const queue = names.filter((name) => !wanted.length || wanted.includes(name));
  for (const name of queue) list[name] = [];
  // Two pages, as there are processors where this runs.
  await Promise.all([work(queue), work(queue)]);
  if (!wanted.length) await finish();
} finally {
  await browser.close();
  server.close();
}
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${taken.size} pictures, ${wrong.length} that differ, ${seconds} s, Chromium ${machine.chromium}`,
);
for (const one of wrong) console.log(`  ${one}`);
if (wrong.length) console.log('What differs is red in test-results/gallery. Keep it: npm run gallery:photos');
process.exitCode = wrong.length ? 1 : 0;

async function isSameMachine(): Promise<boolean> {
  const recorded = JSON.parse(await readFile(machineFile, 'utf8')) as typeof machine;
  const isSame = recorded.chromium === machine.chromium && recorded.system === machine.system;
  if (!isSame)
    console.error(
      `The pictures were taken by Chromium ${recorded.chromium} on ${recorded.system}. This is ${machine.chromium} on ${machine.system}, which draws letters otherwise. Take them anew from main first: npm run gallery:photos`,
    );
  return isSame;
}

async function open(): Promise<Page> {
  const context = await browser.newContext({
    ...{ deviceScaleFactor: 1, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' },
    viewport: { width: widths[0] ?? 360, height: 800 },
  });
  const page = await context.newPage();
  // Ids are in links and codes on screen. A tab begins with the same numbers each time.
  await page.addInitScript(() => {
    let state = 1;
    crypto.getRandomValues = (array) => {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      // Numerical Recipes' generator: it has to look random, and nothing more.
      for (let at = 0; at < bytes.length; at += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        bytes[at] = state >>> 24;
      }
      return array;
    };
  });
  // The same day as the mock's. Timers go on.
  await page.clock.setFixedTime('2026-11-28T12:00:00Z');
  return page;
}

async function walkNames(): Promise<string[]> {
  const page = await open();
  await page.goto(`http://127.0.0.1:${port}/?photo`);
  await page.waitForFunction('window.walks');
  const names = await page.evaluate<string[]>('window.walks');
  await page.context().close();
  return names;
}

/** Walks what is left in the queue that all share. */
async function work(queue: string[]): Promise<void> {
  for (let walk = queue.shift(); walk !== undefined; walk = queue.shift()) {
    const page = await open();
    await page.exposeFunction('photograph', (name: string, heading: string) =>
      photograph(page, name, heading),
    );
    await page.goto(`http://127.0.0.1:${port}/?photo`);
    await page.waitForFunction('window.photographAll');
    const walked = page.evaluate((name) => (window as unknown as Walker).photographAll(name), walk);
    // Time stands still in the page, so that nothing there gives up by itself.
    const isDone = await Promise.race([walked.then(() => true), pause(patience, false, { ref: false })]);
    if (!isDone) throw new Error(`“${walk}” stays at “${list[walk]?.at(-1) ?? 'its beginning'}”.`);
    await page.context().close();
  }
}

interface Walker {
  photographAll(walk: string): Promise<void>;
}

async function photograph(page: Page, walk: string, heading: string): Promise<void> {
  const screens = (list[walk] ??= []);
  screens.push(heading);
  const name = `${slug(walk)}/${String(screens.length).padStart(2, '0')}-${slug(heading)}`;
  for (const width of widths)
    for (const scheme of schemes) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await compare(`${name}-${width}-${scheme}.png`, await shot(page));
    }
}

async function shot(page: Page): Promise<Buffer> {
  // What depends on the width is drawn by then.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const box = await page.locator('.site > *').first().boundingBox();
  const full = { fullPage: true, animations: 'disabled', caret: 'hide' } as const;
  if (!box) return page.screenshot(full);
  // Whatever floats above the page is in the picture, too.
  const size = await page.evaluate(() => document.documentElement.scrollHeight);
  const x = Math.max(0, Math.floor(box.x) - 16);
  const width = Math.min(Math.ceil(box.width) + 32, (page.viewportSize()?.width ?? 0) - x);
  return page.screenshot({ ...full, clip: { x, y: 0, width, height: size } });
}

async function compare(name: string, png: Buffer): Promise<void> {
  taken.add(name);
  const picture = rounded(decode(png));
  const file = join(kept, name);
  const before = await readFile(file).catch(() => null);
  const apart = before ? pixelsApart(decode(before), picture) : Infinity;
  if (apart <= allowed) return;
  if (updates) return save(file, encode(picture));
  wrong.push(before ? `${name}: ${apart} pixels` : `${name}: new`);
  await save(join(failed, name), encode(picture));
  if (before)
    await save(
      join(failed, name.replace('.png', '.diff.png')),
      encode(rounded(marked(decode(before), picture))),
    );
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** What is there and was not seen is gone from the gallery; the list of screens is what was seen. */
async function finish(): Promise<void> {
  const all = (await readdir(kept, { recursive: true })).filter((name) => name.endsWith('.png'));
  const text = await format(JSON.stringify(list), { parser: 'json', printWidth: 110 });
  for (const name of all.map((one) => one.replaceAll('\\', '/')).filter((one) => !taken.has(one)))
    if (updates) await rm(join(kept, name));
    else wrong.push(`${name}: gone`);
  if (updates) {
    await save(listFile, Buffer.from(text));
    await save(machineFile, Buffer.from(`${JSON.stringify(machine, null, 2)}\n`));
  } else if ((await readFile(listFile, 'utf8')) !== text)
    wrong.push('demo/gallery/screens.json: not what was seen');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
