/** The three engines, with as much of a browser as a journey takes. */
import puppeteer, { type Browser as Puppet } from 'puppeteer-core';
import { findChromium, findFirefox } from '../browsers.mjs';
import { startDriver } from '../webkit-driver.mjs';

/** A browser with one page. It shares nothing with one that was started before. */
export interface Browser {
  readonly version: string;
  open(url: string): Promise<void>;
  url(): Promise<string>;
  /** Runs a script in the page. The browser's driver runs it, so the page's policy does not count it. */
  add(script: string): Promise<void>;
  /**
   * Resolves to what an expression of JavaScript comes to in the page, awaited. It has to fit into JSON.
   * @throws when it throws, or when the page was left meanwhile
   */
  run(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export const engines = {
  chromium: async () => onPuppet(await puppeteer.launch({ browser: 'chrome', ...(await findChromium()) })),
  firefox: async () =>
    onPuppet(await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox() })),
  webkit: inWebKit,
} satisfies Readonly<Record<string, () => Promise<Browser>>>;

async function onPuppet(browser: Puppet): Promise<Browser> {
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    url: () => Promise.resolve(page.url()),
    add: async (script) => {
      await page.evaluate(script);
    },
    run: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function inWebKit(): Promise<Browser> {
  const { send, quit, version } = await startDriver();
  const execute = (script: string): Promise<unknown> => send('POST', '/execute/sync', { script, args: [] });
  return {
    version,
    open: async (url) => {
      await send('POST', '/url', { url });
    },
    url: async () => String(await send('GET', '/url')),
    add: async (script) => {
      await execute(script);
    },
    async run(expression) {
      // No command may take long (webkit-driver.mjs), so the page says later what has become of it.
      await execute(`globalThis.ended = null;
        Promise.resolve().then(() => (${expression})).then(
          (value) => { globalThis.ended = { value: value ?? null }; },
          (error) => { globalThis.ended = { error: String(error) }; },
        );`);
      for (;;) {
        const ended = (await execute(
          'return globalThis.ended === undefined ? { error: "The page was left." } : ended',
        )) as Ended | null;
        if (ended?.error !== undefined) throw new Error(ended.error);
        if (ended) return ended.value;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: quit,
  };
}

/** What has become of an expression. */
interface Ended {
  readonly value?: unknown;
  readonly error?: string;
}
