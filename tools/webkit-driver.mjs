/**
 * WebKit, through its own WebDriver. It is sent the few W3C WebDriver commands that our tests take, over
 * fetch. `@web/test-runner-webdriver` does the same with webdriverio: 130 more packages, two of which
 * download drivers on install.
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

/**
 * Starts a WebKit that has nothing in common with one started before.
 *
 * @returns {Promise<{
 *   send: (method: string, path: string, body?: unknown) => Promise<any>,
 *   quit: () => Promise<void>,
 *   version: string,
 * }>}
 */
export async function startDriver() {
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
  const session = await command('POST', '/session', { capabilities: { alwaysMatch: {} } });
  const { sessionId, capabilities } = session;
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    send: (method, path, body) => command(method, `/session/${sessionId}${path}`, body),
    quit: async () => {
      await command('DELETE', `/session/${sessionId}`).catch(() => {});
      end();
    },
  };
}
