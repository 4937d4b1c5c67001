import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyCss, minifyHtml } from '../../tools/minify-templates.ts';

test('white space goes where HTML ignores it', () => {
  assert.deepEqual(
    minifyHtml(['\n  <div\n    class="a  b"\n    id=', '\n  >\n    <p>\n      Text\n    </p>\n  </div>\n']),
    ['<div class="a  b" id=', '><p>Text</p></div>'],
  );
});

test('white space between inline content stays one space', () => {
  assert.deepEqual(minifyHtml(['<span>a</span>\n   <b>b</b>  c']), ['<span>a</span> <b>b</b> c']);
  assert.deepEqual(minifyHtml(['<p>Pay \n', '\n  now</p>']), ['<p>Pay ', ' now</p>']);
  assert.deepEqual(minifyHtml(['<button>a</button>\n<button>b</button>']), [
    '<button>a</button> <button>b</button>',
  ]);
});

test('an expression beside white space may be inline, so the space stays', () => {
  assert.deepEqual(minifyHtml(['<p>\n', '\n', '\n</p>']), ['<p>', ' ', '</p>']);
});

test('quoted values keep their spaces, also around expressions', () => {
  assert.deepEqual(minifyHtml(['<i title="a  > ', '  b"   hidden></i>']), [
    '<i title="a  > ',
    '  b" hidden></i>',
  ]);
});

test('what is verbatim is left alone', () => {
  for (const text of ['<pre>\n  a\n</pre>', '<textarea>\n  a</textarea>', '<p>\n  \\`</p>'])
    assert.deepEqual(minifyHtml([text]), [text]);
});

test('values in the brackets of a selector lose their quotes, and no others do', () => {
  assert.deepEqual(minifyCss([`a[b='c'] { content: '='x' '; }\n[d='e f'] { gap: 0; }`]), [
    `a[b=c]{content:'='x' '}[d='e f']{gap:0}`,
  ]);
});

test('style sheets lose comments and indentation and nothing that means something', () => {
  assert.deepEqual(
    minifyCss([
      '\n  /* why */\n  a :focus,\n  b > c {\n    margin: calc(1px + 2px) auto;\n    content: "  ;  ";\n  }\n',
    ]),
    ['a :focus,b>c{margin:calc(1px + 2px) auto;content:"  ;  "}'],
  );
  assert.deepEqual(
    minifyCss(['@media (width > 20rem) and (hover) {\n  :host([busy]) p {\n    gap: ', ' 1px;\n  }\n}']),
    ['@media (width > 20rem) and (hover){:host([busy]) p{gap:', ' 1px}}'],
  );
});

test('inside brackets no space is left at their ends, and none at a product with a number', () => {
  assert.deepEqual(
    minifyCss([
      `a {\n  color: light-dark(\n    oklch(from var(--a) min(l, 0.4) c h),\n    var( --b )\n  );\n  gap: calc((1 - l) * 9);\n}`,
    ]),
    ['a{color:light-dark(oklch(from var(--a) min(l,.4) c h),var(--b));gap:calc((1 - l)*9)}'],
  );
  // A space behind a bracket may be one between an element and its descendant.
  assert.deepEqual(minifyCss([':is( h2, p ) .bone * { gap: 0; }']), [':is(h2,p) .bone *{gap:0}']);
});
