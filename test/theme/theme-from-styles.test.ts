import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { themeFromStyles } from '../../src/theme/index.ts';

/** The 19 names, as the old iframe's guide lists them. */
const variables = {
  backgroundColor: '#101418',
  primaryTextColor: '#fff',
  secondaryTextColor: 'rgb(200, 200, 200)',
  tertiaryTextColor: 'hsl(0 0% 60%)',
  primaryColor: 'rebeccapurple',
  tabBackgroundColor: '#111',
  tabHoverBackgroundColor: '#222',
  tabBorderColor: '#333',
  tabHoverBorderColor: '#444',
  buttonBackgroundColor: '#555',
  buttonTextColor: '#666',
  buttonHoverTextColor: '#777',
  buttonHoverBackgroundColor: '#888',
  buttonDisabledBackgroundColor: '#999',
  buttonDisabledTextColor: '#aaa',
  inputBackgroundColor: '#bbb',
  inputBorderColor: '#ccc',
  inputPlaceholderColor: '#ddd',
  borderRadius: '8px',
};

test('each of the 19 names has its place', () => {
  assert.equal(Object.keys(variables).length, 19);
  const { css, ignored } = themeFromStyles({ theme: 'dark', variables });
  assert.deepEqual(ignored, []);
  assert.equal(
    css,
    `dots-flow { color-scheme: dark; --dots-surface: #101418; background-color: #101418; --dots-text: #fff; --dots-muted: rgb(200, 200, 200); --dots-accent: rebeccapurple; --dots-on-accent: #666; --dots-input: #bbb; --dots-border: #ccc; --dots-placeholder: #ddd; --dots-radius: 8px; }
dots-flow::part(hint) { color: hsl(0 0% 60%); }
dots-flow::part(rail) { background-color: #111; border-color: #333; }
dots-flow::part(method) { background-color: #111; border-color: #333; }
dots-flow::part(rail):hover { background-color: #222; border-color: #444; }
dots-flow::part(method):hover { background-color: #222; border-color: #444; }
dots-flow::part(rails) { border-color: #333; }
dots-flow::part(methods) { border-color: #333; }
dots-flow::part(button) { background-color: #555; }
dots-flow::part(button):hover { color: #777; background-color: #888; }
dots-flow:state(busy)::part(button) { background-color: #999; color: #aaa; }
`,
  );
});

test('the JSON is taken as it stood in the address', () => {
  const json = JSON.stringify({ theme: 'light', variables: { primaryColor: '#123456' } });
  assert.equal(
    themeFromStyles(json, '#payouts').css,
    '#payouts { color-scheme: light; --dots-accent: #123456; }\n',
  );
});

test('a bare number is one of pixels', () => {
  for (const borderRadius of [12, '12'])
    assert.equal(
      themeFromStyles({ variables: { borderRadius } }).css,
      'dots-flow { --dots-radius: 12px; }\n',
    );
});

test('what is no colour, no length or no name is left out and named', () => {
  const { css, ignored } = themeFromStyles({
    variables: {
      primaryColor: 'red; } body { display: none',
      backgroundColor: 'url(https://elsewhere.example)',
      primaryTextColor: 'var(--x)',
      borderRadius: 'calc(1px)',
      inputBorderColor: null,
      constructor: '#fff',
      fontFamily: 'Inter',
    },
  });
  assert.equal(css, '');
  assert.equal(ignored.length, 7);
});

test('what is no styles at all makes an empty theme', () => {
  for (const nothing of [null, undefined, '', 'not json', '[]', 7, { theme: 'blue', variables: 3 }])
    assert.deepEqual(themeFromStyles(nothing), { css: '', ignored: [] });
});

test('the guide has all of the names', () => {
  const guide = readFileSync(new URL('../../docs/moving.md', import.meta.url), 'utf8');
  for (const name of Object.keys(variables)) assert.match(guide, new RegExp(`\`${name}\``), name);
});
