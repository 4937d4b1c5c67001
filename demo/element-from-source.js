// @ts-check
/// <reference types="vite/types/importMeta.d.ts" />
/** What `/dots-flow.js` leads to under `npm run dev`. Goes through Vite, which adds `import.meta.hot` and its client. */

let leaving = false;
addEventListener('pagehide', () => {
  leaving = true;
});

// The server is gone, most likely to start again with a changed file. Vite's client would wait for it in a worker that it
// makes of text, which the pages' policy forbids; it does not get that far before this listener is done.
import.meta.hot?.on('vite:ws:disconnect', async () => {
  const isUp = () =>
    fetch(new URL('/healthz', import.meta.url), { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200));
  if (!leaving) location.reload();
  await new Promise(() => {});
});

// Not a static import, so that a page whose source does not compile is still told when it does.
void import('../src/define.ts');
