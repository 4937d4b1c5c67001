/**
 * Finds a port that a test may give to a server that it starts, stops and starts again. The port is below
 * those that systems give to outgoing connections (32768 and up), one of which could take it while the server
 * is down. It is above those that browsers refuse (fetch.spec.whatwg.org, "bad port").
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
