/** What the element's styles may not say, for the sake of host pages and of browsers at the floor. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, sourceFiles } from '../../tools/imports.ts';

/** The css templates of the browser's part, without comments. */
const styles = sourceFiles()
  .filter((file) => !file.startsWith('src/server/'))
  .flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bcss`([^`]*)`/g)].map(([, text = '']) => ({
      file,
      text: text.replace(/\/\*[^]*?\*\//g, ''),
    })),
  );

test('no size hangs on the font size of the page’s root', () => {
  assert.ok(styles.length > 20);
  assert.deepEqual(
    styles.filter(({ text }) => /[\d.]rem\b/.test(text)).map(({ file }) => file),
    [],
  );
});

test('no style sheet has an expression inside, because the bundle’s `css` knows none', () => {
  assert.deepEqual(
    styles.filter(({ text }) => text.includes('${')).map(({ file }) => file),
    [],
  );
});

test('a mixed colour stands in @supports, or after a fixed one for the same thing', () => {
  const modern = /(?:light-dark|color-mix|oklch|oklab)\(/;
  const bare = styles.flatMap(({ file, text }) =>
    text
      .replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
      .split(/[;{}]/)
      .filter((line, index, all) => {
        const isSecond = !line.includes('var(') && /border: [^;]*#/.test(all[index - 1] ?? '');
        return modern.test(line) && !isSecond;
      })
      .map((line) => `${file}: ${line.trim()}`),
  );
  assert.deepEqual(bare, []);
});

test('a selector that browsers at the floor do not know stands alone in its rule', () => {
  const lists = styles.flatMap(({ file, text }) =>
    [...text.matchAll(/([^{};]*(?::dir\(|:popover-open)[^{};]*)\{/g)]
      .map(([, selector = '']) => selector.trim())
      .filter((selector) => !selector.startsWith('@') && selector.includes(','))
      .map((selector) => `${file}: ${selector}`),
  );
  assert.deepEqual(lists, []);
});
