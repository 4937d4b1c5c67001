/**
 * Writes what a release of the script-tag bundle has besides its modules: the classic loader, and
 * `integrity.json` with the version and the hash of each script. The server serves a version under its own
 * path, and for ever, only when there is such a file.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { server as german } from '../src/locales/de/server.ts';
import { server as english } from '../src/locales/en/server.ts';

export interface Integrity {
  readonly version: string;
  /** By the file's path in dist/cdn; the value is what the attribute `integrity` takes. */
  readonly files: Readonly<Record<string, string>>;
}

/** SHA-384 is what the specification of Subresource Integrity recommends for new pages. */
export const integrityOf = (content: Uint8Array): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Returns the hashes of all scripts under `dir`, sorted by path. */
export function readIntegrity(dir: string, version: string): Integrity {
  const scripts = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'))
    .sort();
  return {
    version,
    files: Object.fromEntries(scripts.map((file) => [file, integrityOf(readFileSync(join(dir, file)))])),
  };
}

export function releaseFiles(): Plugin {
  const root = join(import.meta.dirname, '..');
  return {
    name: 'release-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      // The map of the phone metadata is as large as a third of all others, and shows nobody anything.
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.includes('libphonenumber-js')))
          Reflect.deleteProperty(bundle, `${chunk.fileName}.map`);
    },
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle is written to no folder.');
      const source = readFileSync(join(root, 'tools/cdn-loader.js'), 'utf8')
        .replace('OUTDATED_EN', english['server.outdated.text'])
        .replace('OUTDATED_DE', german['server.outdated.text']);
      const { code } = await minify(source, { ecma: 2015 });
      writeFileSync(join(dir, 'loader.js'), `${code}\n`);
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
      writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(readIntegrity(dir, version), null, 2)}\n`);
    },
  };
}
