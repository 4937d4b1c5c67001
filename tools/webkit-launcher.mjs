/** A launcher for @web/test-runner that drives WebKit through its own WebDriver. */
import { startDriver } from './webkit-driver.mjs';

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/**
 * Returns as much of a puppeteer page as `@web/test-runner-commands` uses for `sendKeys` and `setViewport`.
 */
function pageOf({ send }) {
  const keyActions = (actions) =>
    send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const down = (key) => ({ type: 'keyDown', value: KEYS[key] ?? key });
  const up = (key) => ({ type: 'keyUp', value: KEYS[key] ?? key });
  return {
    keyboard: {
      type: (text) => keyActions([...text].flatMap((key) => [down(key), up(key)])),
      press: (key) => keyActions([down(key), up(key)]),
      down: (key) => keyActions([down(key)]),
      up: (key) => keyActions([up(key)]),
    },
    async setViewport({ width, height }) {
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [frameWidth, frameHeight] = await send('POST', '/execute/sync', { script, args: [] });
      await send('POST', '/window/rect', { width: width + frameWidth, height: height + frameHeight });
    },
  };
}

/** @returns {import('@web/test-runner').BrowserLauncher} */
export function webkitLauncher() {
  let driver;
  let activeId;
  return {
    name: 'WebKit',
    // Names the kind of page that getPage() gives to commands, not the protocol.
    type: 'puppeteer',
    concurrency: 1,

    async startSession(id, url) {
      driver ??= await startDriver();
      activeId = id;
      // @web/test-runner-chrome gives this size to every test file, also after one that changed it.
      await pageOf(driver).setViewport({ width: 800, height: 600 });
      await driver.send('POST', '/url', { url });
    },

    isActive: (id) => id === activeId,

    getBrowserUrl: () => driver.send('GET', '/url'),

    getPage: () => pageOf(driver),

    async stopSession() {
      activeId = undefined;
      try {
        // Leaving the page ends whatever the test left running in it.
        await driver.send('POST', '/url', { url: 'about:blank' });
      } catch (error) {
        // The next file gets a new browser, so that this trouble is not its own.
        const { quit } = driver;
        driver = undefined;
        await quit();
        throw error;
      }
      return {};
    },

    startDebugSession() {
      throw new Error('WebKit cannot be debugged from here; open the URL in a WebKit browser of your own.');
    },

    stop: async () => driver?.quit(),
  };
}
