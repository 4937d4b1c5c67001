/**
 * What a form takes, where only the shape of a value matters. Whole forms are submitted in test/server/payee.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeParse } from 'zod/v4/core';
import type { $ZodType } from 'zod/v4/core';
import { codeText, digits, email, fullName, personName, text } from '../../../src/contract/forms/fields.ts';
import { w8ben } from '../../../src/contract/forms/w8ben.ts';
import { w9Individual } from '../../../src/contract/forms/w9.ts';
import { w9Business } from '../../../src/contract/forms/w9-business.ts';

/** Returns the first thing that is wrong with `value`, or null. */
const problem = (schema: $ZodType, value: unknown): string | null => {
  const result = safeParse(schema, value);
  return result.success ? null : (result.error.issues[0]?.message ?? '');
};

describe('a name', () => {
  const right = [
    'Jane',
    'Jean-Luc',
    'O’Brien',
    'Martin Luther King, Jr.',
    '李',
    "'t Hart",
    '’t Hart',
    '‘t Hart',
    'ʻAkahi',
    'ʼAlī',
    'علی\u200cرضا',
    'ශ්\u200dරී',
    'X Æ A-12',
    'R2D2',
    'Jean 3rd',
    '3rd',
    'Studio 54 & Co.',
    'S/O Rajan',
    'Kumar A/L Rajan',
    'ジョン・スミス',
    '山田　太郎',
    'Smith (Jones)',
    'Jan [Hans]',
    "''Hart",
    '葛\u{e0100}城',
    // What cannot be seen is taken out (test/contract/input/normalise.test.ts).
    '\u200cرضا',
    'علی\u200c',
    'a\u200c\u200cb',
    'a \u200cb',
    'Jane\u202eeoD',
  ];
  const wrong = [
    '<b>',
    "'",
    '...',
    '/',
    '(&)',
    'Jane 😀',
    '❤',
    'Jane ❤\ufe0f',
    '👨\u200d👩\u200d👧',
    '🇩🇪 Jane',
    'Jane 1\ufe0f\u20e3',
    'a<b',
    'a>b',
  ];
  for (const [what, schema] of Object.entries({ personName, fullName })) {
    for (const name of right)
      it(`(${what}) may be ${JSON.stringify(name)}`, () => assert.equal(problem(schema, name), null));
    for (const name of wrong)
      it(`(${what}) may not be ${JSON.stringify(name)}`, () =>
        assert.equal(problem(schema, name), 'invalid-name'));
  }

  it('is refused at once, however long it goes on before it is wrong', () => {
    assert.equal(problem(fullName, `${"a'".repeat(50)}<`), 'invalid-name');
    assert.equal(problem(fullName, `${'a\u200c'.repeat(50)}<`), 'invalid-name');
  });
});

describe('a street, a town or a business', () => {
  const { line_1, city } = w9Individual.shape;
  const { business_name } = w9Business.shape;
  for (const typed of ['---', '.', '#', '🏠', ' — '])
    it(`is not ${JSON.stringify(typed)}`, () => {
      for (const schema of [line_1, city, business_name]) assert.equal(problem(schema, typed), 'required');
    });
  for (const typed of ['1 Main St. #4', '5', '北京', '½'])
    it(`may be ${typed}`, () => assert.equal(problem(line_1, typed), null));
});

describe('a US state', () => {
  const states = ['IL', 'XX', 'constructor', 'toString', '__proto__'];
  it('is one of the table, not of what every object has', () => {
    const found = states.map((state) => {
      const issues = safeParse(w9Individual, { state }).error?.issues ?? [];
      return issues.find(({ path }) => path[0] === 'state')?.message ?? null;
    });
    assert.deepEqual(found, [null, ...states.slice(1).map(() => 'invalid-state')]);
  });
});

describe('what cannot be seen', () => {
  const person = { form: 'w9', entity_type: 'individual', first_name: 'Ada', last_name: 'Example' };
  const lived = { line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' };
  const form = { ...person, ...lived, date_of_birth: '1990-01-31', tin: '123-45-6789' };

  it('is not stored, and changes nothing', () => {
    const typed = Object.fromEntries(
      Object.entries(form).map(([field, value]) => [
        field,
        /form|type|state/.test(field)
          ? value
          : `\ufeff${value.slice(0, 2)}\u200b\ufe0f${value.slice(2)}\u2069`,
      ]),
    );
    assert.deepEqual(safeParse(w9Individual, typed).data, safeParse(w9Individual, form).data);
  });

  it('is refused at its field where it is none of the characters that are taken out', () => {
    for (const char of ['\u2028', '\u2029', '\u2800', '\ufff9', '\ufffc', '\ud800']) {
      assert.equal(problem(text(50), `a${char}b`), 'invalid-characters');
      const issues = safeParse(w9Individual, { ...form, line_1: `1 Main${char}Street` }).error?.issues;
      assert.deepEqual(
        issues?.map(({ path, message }) => [path[0], message]),
        [['line_1', 'invalid-characters']],
      );
    }
  });

  it('leaves letters of full width and digits of other scripts in codes, and not in names', () => {
    assert.equal(safeParse(text(50), '１丁目').data, '１丁目');
    assert.equal(safeParse(digits('invalid-ssn'), '١٢３−4\u00a05').data, '12345');
    assert.equal(safeParse(codeText(20), '１５０−０００１').data, '150-0001');
  });
});

describe('an email address', () => {
  for (const [typed, stored] of [
    ['ada@example.com', 'ada@example.com'],
    ['ada\u200b@example.com\u00a0', 'ada@example.com'],
    ['jose\u0301@example.com', 'jos\u00e9@example.com'],
    ['ａｄａ＠ｅｘａｍｐｌｅ。ｃｏｍ', 'ada@example.com'],
    ['o’brien@example‑one.com', "o'brien@example-one.com"],
    ['ada.b+c@mail.example.co.uk', 'ada.b+c@mail.example.co.uk'],
    ['ада@пример.рф', 'ада@пример.рф'],
  ] as const)
    it(`is stored as ${stored} (${JSON.stringify(typed)})`, () =>
      assert.equal(safeParse(email, typed).data, stored));

  for (const typed of [
    'ada..b@example.com',
    '.ada@example.com',
    'ada.@example.com',
    'ada@.example.com',
    'ada@example..com',
    'ada@example.com.',
    'ada@example',
    'ada b@example.com',
    'ada@@example.com',
    `${'a.'.repeat(100)}@`,
  ])
    it(`is not ${JSON.stringify(typed)}`, () => assert.equal(problem(email, typed), 'invalid-email'));
});

describe('control characters', () => {
  it('are refused within every text, and trimmed around it as far as they are white space', () => {
    for (const value of ['a\u0000b', 'a\nb', 'a\u0007', 'a\u0085b', '\u0000'])
      assert.equal(problem(text(50), value), 'invalid-characters');
    assert.equal(problem(email, 'jane\u0000@example.com'), 'invalid-characters');
    assert.equal(problem(personName, 'Ja\u0001ne'), 'invalid-characters');
    assert.equal(problem(text(50), 'a\n'), null);
    const { issues = [] } = safeParse(w8ben, { line_2: 'a\tb', tax_treaty_citation: 'c\u0000' }).error ?? {};
    for (const field of ['line_2', 'tax_treaty_citation'])
      assert.equal(issues.find(({ path }) => path[0] === field)?.message, 'invalid-characters', field);
  });
});
