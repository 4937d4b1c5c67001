/**
 * A port that a test may give to a server it starts, stops and starts again. Below those that systems give to outgoing connections (32768
 * and up), one of which could take it while the server is down, and above those that browsers refuse (fetch.spec.whatwg.org, "bad port").
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** @returns {Promise<number>} */
export async function freePort() {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    /** @type {boolean} */
    const free = await new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
