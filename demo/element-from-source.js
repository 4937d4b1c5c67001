// @ts-check
/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Stands for the built element under `npm run dev`: `/dots-flow.js` imports it. It goes through Vite, which
 * adds `import.meta.hot` and its client.
 */

let leaving = false;
addEventListener('pagehide', () => {
  leaving = true;
});

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// In two steps, because Vite takes `new URL(text, import.meta.url)` for a file.
const here = import.meta.url;
const answers = () =>
  fetch(new URL('/healthz', here), { mode: 'no-cors' }).then(
    () => true,
    () => false,
  );

async function serverIsUp() {
  while (!(await answers())) await pause(200);
}

// The server reads these files too and starts again when one of them changes. A page that was loaded again at
// once would meet nobody.
import.meta.hot?.on('vite:beforeFullReload', async ({ triggeredBy }) => {
  if (!/\/src\/(?:contract|locales)\//.test(triggeredBy ?? '')) return;
  await pause(1000);
  await serverIsUp();
});

// The server has stopped, most likely to start again with a changed file. Vite's client would wait for it in
// a worker that it makes of text, which the pages' policy forbids. It waits for this listener first.
import.meta.hot?.on('vite:ws:disconnect', async () => {
  await serverIsUp();
  if (!leaving) location.reload();
  await new Promise(() => {});
});

// The import is not a static one, so that a page whose source does not compile still hears when it does. It
// also fails when the server stops before the page has everything; that page is loaded again.
import('../src/define.ts').catch(async (error) => {
  console.error(error);
  if (await answers()) return;
  await serverIsUp();
  location.reload();
});
