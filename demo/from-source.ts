/**
 * `npm run dev`: pages load the element from src/, through Vite, on the port of everything else, and are loaded again when
 * a file of the element or of the demo changes.
 *
 * No policy is relaxed for it. Vite's client is a script of this origin, and so is its socket; only the overlay with
 * errors would need styles of its own, so it is off: errors are in the terminal and in the browser's console.
 */
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { createServer, type ViteDevServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

const entry = '/demo/element-from-source.js';
/** What pages ask of Vite. Everything else is the server's. */
const vitePaths = [entry, '/@vite/*', '/@id/*', '/@fs/*', '/src/*', '/node_modules/*'];

/**
 * A change of what the server loads too starts the server again, and Vite with it. The page waits for that; told to load
 * again at once, it would meet nobody.
 */
const serversOwn = ['**/src/server/**', '**/src/contract/**', '**/src/webhooks/**'];

/** @returns what ends it; to be called before the server stops, which waits for open sockets. */
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
  const vite = await createServer({
    root,
    // vite.config.ts is about the published bundle.
    configFile: false,
    appType: 'custom',
    publicDir: false,
    cacheDir: 'node_modules/.cache/vite',
    // All that any step will ask for is prepared before the first page, or the page would be loaded again for it.
    optimizeDeps: { entries: ['src/define.ts'] },
    server: {
      middlewareMode: true,
      hmr: { server, overlay: false },
      watch: { ignored: [...serversOwn, '**/.data/**', '**/dist/**', '**/test/**'] },
    },
  });
  // The demo's own files are read anew for each request and are not among Vite's modules.
  vite.watcher.on('change', (file) => {
    if (/\/demo\/.*\.(?:html|css|js|svg)$/.test(file.replaceAll('\\', '/')))
      vite.ws.send({ type: 'full-reload' });
  });
  return vite;
}
