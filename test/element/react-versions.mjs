/**
 * Serves `/react-18.js` and `/react-19.js`: React, and our component for it (react-app.ts). React is
 * published in a form that no browser loads, so it is bundled. The element itself is not, because a page has
 * one.
 */
import { build } from 'esbuild';

/** @param {string} version */
async function bundle(version) {
  const { outputFiles } = await build({
    entryPoints: [new URL('react-app.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // StrictMode does everything twice only there.
    define: { 'process.env.NODE_ENV': '"development"' },
    ...(version === '18' && { alias: { react: 'react-18', 'react-dom': 'react-dom-18' } }),
    plugins: [
      {
        name: 'the element of the page',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/define\.ts$/ }, () => ({ path: '/src/define.ts', external: true })),
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function reactVersions() {
  return {
    name: 'react-versions',
    async serve({ path }) {
      const version = /^\/react-(\d+)\.js$/.exec(path)?.[1];
      return version ? { body: await bundle(version), type: 'js' } : undefined;
    },
  };
}
