/** What a page keeps of elements that it has removed. */
import type { Browser } from '@playwright/test';

const count = 100;

/**
 * Returns the bytes that stay after 100 elements were mounted and removed, for the first and the second time.
 */
export async function memory(browser: Browser, origin: string, flowId: string): Promise<[number, number]> {
  const page = await browser.newPage();
  try {
    const devtools = await page.context().newCDPSession(page);
    await page.goto(`${origin}/many`);
    await page.waitForFunction(() => customElements.get('dots-flow'));
    const used = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    // One answer for all of them, so that nothing but the element is measured.
    await page.evaluate(async (id) => {
      const answer = await fetch(`/api/v2/flows/${id}/sessions`, { method: 'POST', body: '{}' });
      const text = await answer.text();
      const json = { 'content-type': 'application/json' };
      globalThis.fetch = () => Promise.resolve(new Response(text, { status: 201, headers: json }));
    }, flowId);
    const mountAll = () =>
      page.evaluate(
        async ({ id, count }) => {
          const elements = Array.from({ length: count }, () => {
            const element = document.createElement('dots-flow');
            element.setAttribute('flow-id', id);
            return element;
          });
          document.body.append(...elements);
          while (elements.some(({ state }) => state.name !== 'step'))
            await new Promise((resolve) => setTimeout(resolve, 50));
          await new Promise((resolve) => setTimeout(resolve, 1000));
          document.body.replaceChildren();
          await new Promise((resolve) => setTimeout(resolve, 1000));
        },
        { id: flowId, count },
      );
    const before = await used();
    await mountAll();
    const once = await used();
    await mountAll();
    return [once - before, (await used()) - once];
  } finally {
    await page.close();
  }
}
