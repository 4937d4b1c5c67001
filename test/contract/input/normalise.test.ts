import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeIn, normaliseCode, normaliseText } from '../../../src/contract/input/normalise.ts';

/** What is copied along from web pages, PDFs and messages, and cannot be seen. */
const invisible = [
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2064',
  '\u2066',
  '\u2069',
  '\u3164',
  '\ufe0d',
  '\ufe0f',
  '\ufeff',
  '\u{e0041}',
  '\u{e0100}',
];
const hex = (text: string) => [...text].map((char) => `U+${char.codePointAt(0)?.toString(16)}`).join(' ');

describe('what is typed or pasted', () => {
  for (const char of invisible)
    it(`loses the invisible ${hex(char)}`, () => {
      assert.equal(normaliseText(`${char}Ja${char}ne${char}`), 'Jane');
      assert.equal(normaliseCode(`${char}12${char}34${char}`), '1234');
    });

  for (const name of ['علی\u200cرضا', 'ශ්\u200dරී', 'می\u200cخواهم'])
    it(`keeps the joiner with which ${JSON.stringify(name)} is spelled`, () =>
      assert.equal(normaliseText(name), name));

  for (const [typed, kept] of [
    ['\u200cرضا\u200c', 'رضا'],
    ['J\u200dane', 'Jane'],
    ['ab\u200c \u200dc', 'ab c'],
  ] as const)
    it(`loses a joiner that joins nothing (${hex(typed)})`, () => assert.equal(normaliseText(typed), kept));

  for (const space of ['\u00a0', '\u1680', '\u2002', '\u2009', '\u202f', '\u205f', '\u3000'])
    it(`has one space for ${hex(space)}`, () => {
      assert.equal(normaliseText(`Ada${space}Example`), 'Ada Example');
      assert.equal(normaliseCode(`12${space}34`), '12 34');
    });

  it('is composed', () => {
    assert.equal(normaliseText('Mun\u0303oz'), 'Mu\u00f1oz');
    assert.equal(normaliseCode('jose\u0301@example.com'), 'jos\u00e9@example.com');
    // A mark that an invisible character kept from its letter finds it again.
    assert.equal(normaliseText('n\u200b\u0303'), '\u00f1');
    assert.equal(normaliseCode('n\u200b\u0303'), '\u00f1');
  });

  it('keeps the letters and signs of a name', () => {
    for (const name of ['O’Brien', 'Jean‑Luc', 'ʻAkahi', 'Ⅳ', 'ﬁ', '１丁目', '٣'])
      assert.equal(normaliseText(name), name);
  });

  it('has the signs of the keyboard in a code', () => {
    for (const dash of '-‐‑‒–—―−﹣－⁃') assert.equal(normaliseCode(`1${dash}2`), '1-2', hex(dash));
    for (const mark of "'‘’‛ʼ′") assert.equal(normaliseCode(`o${mark}b`), "o'b", hex(mark));
    assert.equal(normaliseCode('ＤＥ８９　ａｄａ＠ｅｘａｍｐｌｅ。ｃｏｍ'), 'DE89 ada@example.com');
  });

  it('reads the digits of every script', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const char = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(char)) continue;
      // Intl knows most scripts; the rest begin at a multiple of their ten digits.
      if (!/^\d$/.test(normaliseCode(char))) wrong.push(hex(char));
    }
    assert.deepEqual(wrong, []);
    for (const system of [
      'arab',
      'arabext',
      'beng',
      'deva',
      'fullwide',
      'khmr',
      'mymr',
      'thai',
      'tibt',
      'adlm',
    ]) {
      const digits = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890);
      assert.notEqual(digits, '1234567890', system);
      assert.equal(normaliseCode(digits), '1234567890', system);
    }
  });

  it('is the same when it is normalised twice', () => {
    for (const typed of ['n\u200b\u0303', 'ｶﾞ', '\u212b', 'A\u030a', '١٢٣', 'ﬁ\u00ad', '１ー２'])
      for (const normalise of [normaliseText, normaliseCode])
        assert.equal(normalise(normalise(typed)), normalise(typed));
  });
});

describe('a code of six digits', () => {
  for (const typed of [
    '123456',
    '123 456',
    '123-456',
    ' 1 2 3 4 5 6 ',
    '\u2066123\u202f456\u2069',
    '123\u2011456',
    '١٢٣٤٥٦',
    '１２３４５６',
    'Your code is 123456',
    'Your code is 123 456. It works for 10 minutes.',
    'G-123456 is your code.',
    '<#> 123456 is your code for Example, call +1 415 555 0100',
  ])
    it(`is found in ${JSON.stringify(typed)}`, () => assert.equal(codeIn(typed), '123456'));

  for (const typed of ['12345', '1234567', 'Your code is 123456 or 654321', 'Call 4155550100', 'code'])
    it(`is not in ${JSON.stringify(typed)}`, () => assert.doesNotMatch(codeIn(typed), /^\d{6}$/));

  it('is what was typed, as long as only a part of it is', () => {
    assert.equal(codeIn('123'), '123');
    assert.equal(codeIn(''), '');
  });
});
