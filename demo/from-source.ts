/**
 * Serves the element from src/ under `npm run dev`, through Vite, on the port of everything else. Pages are
 * loaded again when a file of the element or of the demo changes.
 *
 * No policy is relaxed for it. Vite's client is a script of this origin, and its socket belongs to this
 * origin too. Only the overlay with errors would need inline styles, so it is off: errors are in the terminal
 * and in the browser's console.
 */
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { ViteDevServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

const entry = '/demo/element-from-source.js';
/** What pages ask of Vite. Everything else is the server's. */
const vitePaths = [entry, '/@vite/*', '/@id/*', '/@fs/*', '/src/*', '/node_modules/*'];

/** @returns what ends it. It has to be called before the server stops, which waits for open sockets. */
export function fromSource(app: Hono, server: Server): () => Promise<void> {
  const vite = start(server);
  // Requests that wait for it are told; so is whoever started it.
  vite.catch((error: unknown) => console.error(error));

  app.get('/dots-flow.js', (c) =>
    c.body(`import '${entry}';`, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-cache',
    }),
  );
  app.on('GET', vitePaths, async (c) => {
    const { incoming, outgoing } = c.env as HttpBindings;
    const { middlewares } = await vite;
    return new Promise<Response>((resolve) => {
      outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT));
      middlewares(incoming, outgoing, () =>
        resolve(c.text('Not there, or it does not compile; the terminal says which.', 404)),
      );
    });
  });
  return async () => (await vite).close();
}

async function start(server: Server): Promise<ViteDevServer> {
  // Loading Vite takes a second, which the API need not wait for.
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    // vite.config.ts is about the published bundle.
    configFile: false,
    appType: 'custom',
    publicDir: false,
    cacheDir: 'node_modules/.cache/vite',
    // Packages that any step will ask for are prepared before the first page. Otherwise the page would be
    // loaded again for them.
    optimizeDeps: { entries: ['src/define.ts'] },
    server: {
      middlewareMode: true,
      hmr: { server, overlay: false },
      watch: { ignored: ['**/.data/**', '**/dist/**', '**/test/**', '**/src/server/**'] },
    },
  });
  // The demo's own files are read anew for each request and are not among Vite's modules.
  vite.watcher.on('change', (file) => {
    if (/\/demo\/.*\.(?:html|css|js|svg)$/.test(file.replaceAll('\\', '/')))
      vite.ws.send({ type: 'full-reload' });
  });
  return vite;
}
