/**
 * `npm run demo:static [folder]` writes the demo as a folder for any web host, `dist/demo` by default. There
 * is no server behind it: the Flows API is the mock, in the browser. The policy stands in the page.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundlePage, policy } from '../demo/bundle.ts';

const target = process.argv[2] ?? 'dist/demo';

if (!existsSync('dist/cdn/dots-flow.js')) {
  console.error('The element is not built: dist/cdn is missing. `npm run demo:static` builds it first.');
  process.exit(1);
}
await rm(target, { recursive: true, force: true });
for (const [path, { content, type }] of await bundlePage()) {
  const file = join(target, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, type === 'text/html' ? withPolicy(new TextDecoder().decode(content)) : content);
}
await cp('dist/cdn/dots-flow.js', join(target, 'dots-flow.js'));
await cp('dist/cdn/chunks', join(target, 'chunks'), {
  recursive: true,
  filter: (path) => !path.endsWith('.map'),
});
console.log(`${target} can be put on any web host. To look at it: npx vite preview --outDir ${target}`);

/** It has to come before everything that it is about. */
function withPolicy(page: string): string {
  return page.replace(
    /<meta charset="utf-8" \/>/,
    (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}
