/** Which names are one name, and how a payee with one name is stored. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasOneName, realName, sameName, wholeName } from '../../../src/contract/forms/names.ts';

describe('a signature', () => {
  for (const [name, typed] of [
    ['Jane Doe', 'jane  doe'],
    ['İbrahim Işık', 'IBRAHIM IŞIK'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['İLKER YILDIZ', 'ilker yıldız'],
    ['Jürgen Weiß', 'JÜRGEN WEISS'],
    ['Jürgen Weiß', 'Juergen Weiss'],
    ['JÜRGEN WEISS', 'Jürgen Weiß'],
    ['Jörg Müller', 'Joerg Muller'],
    ['Γιώργος Παπαδόπουλος', 'ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ'],
    ['María Muñoz', 'Maria Munoz'],
    ['Maria Munoz', 'María Muñoz'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Søren Ørsted', 'Soren Orsted'],
    ['Søren Ørsted', 'Soeren Oersted'],
    ['Åse Ångström', 'Aase Angstrom'],
    ['Þór Æsir', 'Thor Aesir'],
    ['Nguyễn Văn Đạt', 'Nguyen Van Dat'],
    ['Đạt Nguyễn Văn', 'Nguyễn Văn Đạt'],
    ['Jane Doe', 'Doe, Jane'],
    ['Conan O’Brien', "conan o'brien"],
    ['Conan O’Brien', 'Conan OBrien'],
    ['Conan O’Brien', 'Conan O Brien'],
    ['Jean-Luc Picard', 'Jean Luc Picard'],
    ['Jean‐Luc Picard', 'Jean–Luc Picard'],
    ['Ron DeSantis', 'Ron De Santis'],
    ['Ron De Santis', 'RON DESANTIS'],
    ['山田 太郎', '山田太郎'],
    ['ジョン・スミス', 'ジョン スミス'],
    ['ｼﾞｮﾝ ｽﾐｽ', 'ジョン・スミス'],
    ['علی\u200cرضا', 'علیرضا'],
    ['علي', 'علی'],
    ['مُحَمَّد', 'محمد'],
    ['אַבְרָהָם', 'אברהם'],
    ['Zoe\u0308', 'Zoë'],
    ['X Æ A-12', 'x ae a12'],
    ['Jean 3rd', 'JEAN 3RD'],
    ['Rajan A/L Kumar', 'Rajan A L Kumar'],
    ['Studio 54 & Co.', 'Studio 54 & Co'],
    ['Suharto', 'suharto'],
  ] as const)
    it(`${JSON.stringify(typed)} is ${name}`, () => {
      assert.ok(sameName(typed, name));
      assert.ok(sameName(name, typed));
    });

  for (const [name, typed] of [
    ['Jane Doe', 'Joe Doe'],
    ['Jane Doe', 'Jane'],
    ['Jane Doe', 'Jane Doe Smith'],
    ['Jane Doe', ''],
    ['Jane Doe', '-'],
    ['Michael', 'Michal'],
    ['Mueller', 'Moller'],
    ['किरण', 'करण'],
    ['か', 'が'],
    ['山田 太郎', '山田 次郎'],
    ['Jean 3rd', 'Jean 2nd'],
    ['Li', 'Lie'],
  ] as const)
    it(`${JSON.stringify(typed)} is not ${name}`, () => {
      assert.ok(!sameName(typed, name));
      assert.ok(!sameName(name, typed));
    });

  it('is compared at once, however long and odd it is', () => {
    const started = performance.now();
    assert.ok(!sameName('å'.repeat(101), 'a'.repeat(250)));
    assert.ok(!sameName('ø '.repeat(50), 'o e '.repeat(51)));
    assert.ok(performance.now() - started < 500);
  });

  it('is none when it is longer than a name can be', () => {
    const long = 'ab '.repeat(1_000);
    assert.equal(sameName(long, long), false);
    const name = 'abcdefghi '.repeat(10).trim();
    assert.equal(sameName(name, name.toUpperCase()), true);
  });
});

describe('a payee with one name', () => {
  it('has FNU in the place of the first name, and is called by the one name', () => {
    assert.ok(hasOneName({ first_name: 'FNU', last_name: 'Suharto' }));
    assert.equal(wholeName({ first_name: 'FNU', last_name: 'Suharto' }), 'Suharto');
    assert.equal(wholeName({ first_name: 'Suharto', last_name: 'LNU' }), 'Suharto');
    assert.equal(wholeName({ first_name: 'Suharto', last_name: '.' }), 'Suharto');
    assert.equal(realName(' fnu '), '');
  });

  it('is nobody with two names, and nobody whose second name is not known yet', () => {
    assert.ok(!hasOneName({ first_name: 'Jane', last_name: 'Doe' }));
    assert.ok(!hasOneName({ first_name: 'Jane', last_name: null }));
    assert.equal(wholeName({ first_name: 'Jane', last_name: 'Doe' }), 'Jane Doe');
    assert.equal(wholeName({ first_name: 'Ali', last_name: 'Ali' }), 'Ali Ali');
    assert.equal(wholeName({ first_name: ' Jane', last_name: null }), 'Jane');
    assert.equal(wholeName({}), '');
    assert.equal(wholeName({ first_name: 'FNU', last_name: 'LNU' }), 'FNU LNU');
  });
});
