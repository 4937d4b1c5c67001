/** Measures one page in one fresh browser context: slow 4G, a processor four times slower, an empty cache. */
import type { Browser } from '@playwright/test';

/** Milliseconds, but for `requests`. */
export interface Measured {
  /** From the navigation until the field can be typed in. */
  readonly field: number;
  /** The main thread's time until nothing happens any more. */
  readonly busy: number;
  readonly script: number;
  readonly longestTask: number;
  readonly requests: number;
}

/** As Chrome's developer tools define "Slow 4G". Bytes per second, milliseconds. */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
const processor = 4;
/** Milliseconds without a request after which a page is at rest. */
const rest = 2000;
/** Milliseconds after which a page is broken, and not slow. */
const longest = 90_000;

/** `selector` is of what can be used once the page is there, in whichever shadow root or frame. */
export async function measure(browser: Browser, url: string, selector: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow4g);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor });
    await devtools.send('Performance.enable');
    let requests = 0;
    let lastAt = Date.now();
    page.on('request', () => ((requests += 1), (lastAt = Date.now())));
    page.on('requestfinished', () => (lastAt = Date.now()));
    let field = Number.NaN;
    await page.exposeFunction('__field', (at: number) => (field = at));
    // esbuild wraps functions that have names into a helper that a page lacks.
    await page.addInitScript('globalThis.__name = (wrapped) => wrapped');
    await page.addInitScript(watch, selector);
    const origin = page
      .waitForEvent('framenavigated')
      .then(() => page.evaluate(() => performance.timeOrigin));
    await page.goto(url);
    const start = await origin;
    const giveUpAt = Date.now() + longest;
    while (Number.isNaN(field) || Date.now() - lastAt < rest) {
      if (Date.now() > giveUpAt) throw new Error(`${url} has shown no ${selector}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const longestTask = await page.evaluate(() => (globalThis as unknown as { __longest: number }).__longest);
    return {
      field: field - start,
      busy: seconds('TaskDuration') * 1000,
      script: seconds('ScriptDuration') * 1000,
      longestTask,
      requests,
    };
  } finally {
    await context.close();
  }
}

/** Runs in every frame of the page, before its own scripts. */
function watch(selector: string): void {
  const told = globalThis as unknown as { __longest: number; __field: (at: number) => void };
  told.__longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) told.__longest = Math.max(told.__longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  const find = (root: Document | ShadowRoot): boolean =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        (element.matches(selector) && !element.closest('[inert]') && element.getClientRects().length > 0) ||
        (element.shadowRoot !== null && find(element.shadowRoot)),
    );
  const look = (): void => {
    if (find(document)) told.__field(performance.timeOrigin + performance.now());
    else requestAnimationFrame(look);
  };
  look();
}
