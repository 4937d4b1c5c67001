/**
 * A command for tests: which media features the browser pretends to have. `emulateMedia` of
 * `@web/test-runner-commands` drops all but two of them where puppeteer drives the browser.
 */

/** The emulation lasts as long as its session, and sessions do not take back what others emulate. */
const clients = new WeakMap();

/** Only Chromium has the protocol. Tests ask `canEmulateFeatures` (features.ts) first. */
export function mediaFeatures() {
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      const page = session.browser.getPage(session.id);
      const client = clients.get(page) ?? (await page.createCDPSession());
      clients.set(page, client);
      const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
      await client.send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
