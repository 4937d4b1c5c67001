/** What the source has none of. SECURITY.md and docs/asvs.md rely on each of these. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { root, sourceFiles } from '../../tools/imports.ts';

/** Each with the files that have it all the same, and why. */
const absent: Readonly<Record<string, readonly [pattern: RegExp, but?: Readonly<Record<string, string>>]>> = {
  'a field for the number of a card': [/\bcc-(?:number|csc|exp)|\bcard_?number|\bcv[vc]\b/i],
  'a program that is started': [/['"](?:node:)?child_process['"]/],
  'code that is made from text': [
    /\beval\(|\bnew Function\b|\beval: true/,
    { 'src/server/identity/picture-thread.ts': 'a thread is started from text of our own' },
  ],
  'HTML that is made from text': [/\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|\bunsafeHTML\b/],
  'something kept in the browser': [
    /\b(?:local|session)Storage\b|\bindexedDB\b|document\.cookie/,
    { 'src/api/browser.ts': 'a random secret of the tab, by which a reload is known' },
  ],
  'a cookie': [
    /set-cookie|hono\/cookie/i,
    { 'src/server/http/browser.ts': 'the same on our own page, where no script reads it' },
  ],
  'a message to or from another window': [
    /\bopener\b|\bparent\.postMessage|(?:window\.|[^.\w])addEventListener\('message'/,
    {
      'src/server/hosted/script.ts': 'the code of the page after a bank, to the origin that began alone',
      'src/steps/manage-payments/bank-window.ts': 'that code, from the origin of the API alone',
      'src/steps/manage-payments/link-screens.ts': 'opens the window from which it comes',
    },
  ],
  'a connection whose certificate is not checked': [/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/],
  'a hash that is broken': [/create(?:Hash|Hmac)\('(?:md5|sha1)'|'SHA-1'/i],
  'chance that can be foretold': [
    /\bMath\.random\b/,
    { 'src/api/client.ts': 'spreads the waits between tries, and is no secret' },
  ],
};

/** The code of each file, without its comments. Quotes stay as they are where nodes know their parents. */
const printer = ts.createPrinter({ removeComments: true });
const code = new Map(
  sourceFiles().map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [file, printer.printFile(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))];
  }),
);

for (const [what, [pattern, but = {}]] of Object.entries(absent))
  test(`nowhere in src is there ${what}`, () => {
    assert.ok(code.size > 300, 'no files were found');
    const found = [...code].filter(([, text]) => pattern.test(text)).map(([file]) => file);
    assert.deepEqual(found, Object.keys(but));
  });
