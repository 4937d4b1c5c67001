/**
 * Minifies the minified chunks once more. Terser still finds seven bytes in a thousand, and the first file
 * has a budget.
 */
import { minify } from 'terser';
import type { Plugin } from 'vite';

export function terserOnTop(): Plugin {
  return {
    name: 'terser-on-top',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, keep_fargs: false, unsafe_arrows: true },
        });
        if (!code) throw new Error(`terser made nothing of ${chunk.fileName}`);
        chunk.code = code;
      }
    },
  };
}
