/**
 * `npm run dev`: serves the element from src/ through Vite, and hands everything else on to the server
 * (`demo/server.ts`), which `tsx watch` starts again whenever one of its files changes. Meanwhile requests
 * wait, so that no page meets a closed door. Pages are loaded again when a file of the element or of the demo
 * changes.
 *
 * No policy is relaxed for it. Vite's client is a script of this origin, and its socket belongs to this
 * origin too. Only the overlay with errors would need inline styles, so it is off: errors are in the terminal
 * and in the browser's console.
 */
import { spawn } from 'node:child_process';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { freePort } from '../tools/free-port.mjs';

const port = process.env['PORT'] ?? '4400';
const serverPort = await freePort();
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The element's script, as pages know it. The import is not static: Vite's client has to run also when it
 * fails.
 */
const element = "import '/@vite/client'; import('/src/define.ts').catch(console.error);";

/** Beginnings of the paths that Vite answers. All others are the server's. */
const vitePaths = '@vite/|@id/|@fs/|src/|node_modules/';

const http = createHttpServer();
const vite = await createVite({
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
    hmr: { server: http, overlay: false },
    watch: { ignored: ['**/.data/**', '**/dist/**', '**/test/**', '**/src/server/**'] },
    proxy: { [`^/(?!${vitePaths})`]: `http://localhost:${serverPort}` },
  },
});
// The demo's own files are read anew for each request and are not among Vite's modules.
vite.watcher.on('change', (file) => {
  if (/\/demo\/(?:.*\.(?:html|css|js|svg)|site\/.*\.ts)$/.test(file.replaceAll('\\', '/')))
    vite.ws.send({ type: 'full-reload' });
});

http.on('request', (request: IncomingMessage, response: ServerResponse) => {
  // The hosted page names the version of what is built.
  if (/^\/(?:dots-flow@[^/]+\/)?dots-flow\.js$/.test(request.url ?? ''))
    return void response
      .writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'no-cache',
      })
      .end(element);
  const ready = new RegExp(`^/(?:${vitePaths})`).test(request.url ?? '') ? Promise.resolve() : serverIsUp();
  void ready.then(() => vite.middlewares(request, response, () => response.writeHead(404).end()));
});
http.once('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Set PORT to another.` : error);
  stop(1);
});
http.listen(Number(port));

const server = spawn(
  process.execPath,
  [fileURLToPath(import.meta.resolve('tsx/cli')), 'watch', '--clear-screen=false', 'demo/server.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { PUBLIC_URL: `http://localhost:${port}`, ...process.env, PORT: String(serverPort) },
  },
);
server.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));

function stop(code: number): void {
  server.once('exit', () => process.exit(code));
  server.kill('SIGTERM');
}

/** Resolves when something listens where the server is expected. */
async function serverIsUp(): Promise<void> {
  while (!(await answers())) await pause(100);
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(serverPort, 'localhost', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
}
