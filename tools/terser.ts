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
        const mapFile = bundle[`${chunk.fileName}.map`];
        const { code, map } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, keep_fargs: false, unsafe_arrows: true },
          ...(mapFile?.type === 'asset' && { sourceMap: { content: String(mapFile.source) } }),
        });
        if (!code) throw new Error(`terser made nothing of ${chunk.fileName}`);
        chunk.code = code;
        if (mapFile?.type === 'asset' && typeof map === 'string') mapFile.source = map;
      }
    },
  };
}
