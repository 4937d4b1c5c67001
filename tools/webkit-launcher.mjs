/**
 * A launcher for @web/test-runner that drives WebKit through its own WebDriver. It sends the few W3C
 * WebDriver commands that this takes, over fetch. `@web/test-runner-webdriver` does the same with
 * webdriverio: 130 more packages, two of which download drivers on install.
 *
 * On Linux the browser is WebKitGTK's MiniBrowser, which needs a display: run it under `xvfb-run -a`.
 */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findWebKitDriver } from './browsers.mjs';
import { freePort } from './free-port.mjs';

const START_ATTEMPTS = 300;
const START_INTERVAL_MS = 100;

/**
 * No command takes this long unless the page is stuck. Then the driver answers nothing any more, and only a
 * new browser helps.
 */
const COMMAND_TIMEOUT_MS = 60_000;

/**
 * Pages are painted without layers. With layers, and without a graphics card, WebKitGTK 2.50 is four times as
 * slow where there are canvases and videos, and sooner or later a video's thread and the page's thread wait
 * for each other forever. https://trac.webkit.org/wiki/EnvironmentVariables
 */
const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };

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

async function startDriver() {
  const port = await freePort();
  const child = spawn(findWebKitDriver(), [`--port=${port}`], { stdio: 'ignore', env, detached: true });
  const command = async (method, path, body) => {
    const signal = AbortSignal.timeout(COMMAND_TIMEOUT_MS);
    const request = fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      signal,
    });
    const response = await request.catch((cause) => {
      throw new Error(`WebKit driver: ${method} ${path}: no answer`, { cause });
    });
    const { value } = await response.json();
    if (!response.ok)
      throw new Error(`WebKit driver: ${method} ${path}: ${value?.message ?? response.status}`);
    return value;
  };
  // The whole process group is killed, because a page that is stuck outlives both driver and browser.
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  process.once('exit', end);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await command('GET', '/status');
      break;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await sleep(START_INTERVAL_MS);
    }
  }
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch: {} } });
  return {
    send: (method, path, body) => command(method, `/session/${sessionId}${path}`, body),
    quit: async () => {
      await command('DELETE', `/session/${sessionId}`).catch(() => {});
      end();
    },
  };
}

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
