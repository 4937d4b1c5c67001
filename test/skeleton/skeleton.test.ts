import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { html } from 'lit';
import { languages } from '../../src/locales/languages.ts';
import { skeleton, styleHash } from '../../src/skeleton/index.ts';
import { stylesFor } from '../../src/skeleton/styles.ts';
import { toHtml } from '../../src/skeleton/to-html.ts';

const styleOf = (markup: string) => /<style>(.*)<\/style>/s.exec(markup)?.[1] ?? assert.fail('no style');

test('the skeleton is an open shadow root with the boxes of the first step and a place for a fallback', () => {
  const markup = skeleton();
  assert.match(
    markup,
    /^<template shadowrootmode="open"><style>[^<]+<\/style>.*<slot><\/slot><\/div><\/template>$/s,
  );
  for (const part of ['class="progress"', 'part="skeleton"', 'class="control bone"', 'class="button bone"'])
    assert.ok(markup.includes(part), part);
  assert.match(markup, /aria-label="Loading"/);
  // Nothing that a strict policy refuses.
  assert.doesNotMatch(markup, /<script|\sstyle=|\son\w+=|<link/);
});

test('it is written in every language that there are words in', () => {
  const all = Object.keys(languages).map((lang) => [lang, skeleton({ lang })] as const);
  for (const [lang, markup] of all) assert.ok(markup.includes(`<div part="flow" lang="${lang}" dir="ltr">`));
  assert.equal(new Set(all.map(([, markup]) => markup)).size, all.length);
  assert.equal(skeleton({ lang: ['xx', 'de-AT'] }), skeleton({ lang: 'de' }));
  assert.equal(skeleton({ lang: 'xx' }), skeleton());
});

test('one hash lets the styles of all languages pass', async () => {
  for (const lang of Object.keys(languages)) {
    const digest = createHash('sha256')
      .update(styleOf(skeleton({ lang })))
      .digest('base64');
    assert.equal(await styleHash(), `'sha256-${digest}'`);
  }
});

test('the styles are those that something in the skeleton can match', () => {
  const styles = styleOf(skeleton());
  for (const kept of [
    '.bone{',
    ":host([theme='dark']){",
    '@supports (color: light-dark',
    '@keyframes pulse{',
  ])
    assert.ok(styles.includes(kept), kept);
  for (const dropped of ['.banner', '.spinner', ':hover', 'form', '@keyframes spin'])
    assert.ok(!styles.includes(dropped), dropped);
  assert.equal(
    stylesFor(
      '<p class="a" lang="x">',
      'p:hover{b:c} .a,.d{b:c;} .a > i{b:c} @media print{.d{b:c} .a[lang]{b:c}}',
    ),
    '.a{b:c;}@media print{.a[lang]{b:c}}',
  );
});

test('what is written is escaped, and what only a browser can do is refused', () => {
  assert.equal(
    toHtml(html`<p title=${'"<'}>${html`<b>${'a & b'}</b>`}</p>`),
    '<p title="&quot;&lt;"><b>a &amp; b</b></p>',
  );
  assert.throws(() => toHtml(html`<p @click=${() => undefined}></p>`), TypeError);
  assert.throws(() => toHtml(html`<p>${1}</p>`), TypeError);
});
