import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import german from '../../src/locales/de/index.ts';
import english from '../../src/locales/en/index.ts';
import { signed } from '../../tools/fixed-by-law.ts';
import { notPlain } from '../../tools/plain-words.ts';
import { grades, sentencesOf, tooHard, wordsOf } from '../../tools/readability.ts';
import { portionsOf } from '../../tools/words.ts';

const long =
  'US payers have to hold back up to 30% of US income paid to people and businesses abroad, unless a Form W‑8 says who they are and where they live.';
const hard =
  'Neither a participating financial institution nor its beneficial owners certify their documentation electronically.';
const germanHard =
  'Vermögenswerte bringen passive Einkünfte oder werden vierteljährlich nach gewichtetem Durchschnitt dafür gehalten.';

test('sentences end where a reader stops; labels and buttons are none', () => {
  assert.deepEqual(sentencesOf('Why we ask'), []);
  assert.deepEqual(sentencesOf('One. Two? „Drei.“ {app} is four.'), [
    'One.',
    'Two?',
    '„Drei.“',
    '{app} is four.',
  ]);
  assert.deepEqual(sentencesOf('I certify: The business is real.'), ['The business is real.']);
  assert.deepEqual(sentencesOf('This page is being checked: Wait here.'), [
    'This page is being checked:',
    'Wait here.',
  ]);
});

test('words are what is read: names of forms are one, numbers are none', () => {
  assert.deepEqual(wordsOf('Form W‑8BEN‑E says 30% of what {app} pays.'), [
    'Form',
    'W8BENE',
    'says',
    'of',
    'what',
    'x',
    'pays',
  ]);
});

test('a sentence that is too long is named, with its words', () => {
  const [line = '', ...more] = tooHard('en', { a: { 'a.why': `We ask. ${long}` } });
  assert.match(line, /^29 words \(at most 20\): a\.why: US payers/);
  assert.ok(more.every((other) => other.includes('all of a')));
});

test('a sentence of hard words is named, with its grade', () => {
  assert.match(
    tooHard('en', { a: { 'a.why': hard } })[0] ?? '',
    /^Flesch-Kincaid \d\d\.\d \(at most 12\): a\.why/,
  );
  assert.match(
    tooHard('de', { a: { 'a.why': germanHard } })[0] ?? '',
    /^Wiener Sachtextformel \d\d\.\d \(at most 13\): a\.why/,
  );
});

test('hard words everywhere are named, though no sentence is long', () => {
  const words = {
    'a.one': 'Certify your documentation electronically.',
    'a.two': 'Authorization necessary.',
  };
  assert.match(tooHard('en', { a: words })[0] ?? '', /^Flesch-Kincaid .*: all of a$/);
});

test('what a law words is left alone, and nothing else of that name', () => {
  assert.deepEqual(tooHard('en', { a: { 'certification.w9.1': long } }), []);
  assert.equal(tooHard('en', { a: { 'certification.other': long } }).length > 0, true);
});

test('a language without a formula is not measured', () => {
  assert.deepEqual(tooHard('ja', { a: { 'a.why': long } }), []);
});

test('other spellings, jargon, and a no that takes back a no', () => {
  const said = (tag: string, text: string) => notPlain(tag, { a: { 'a.b': text } });
  assert.deepEqual(said('en', 'Enter your e-mail.'), ['write “email”: a.b']);
  assert.deepEqual(said('de', 'Ihre Email'), ['write “E‑Mail (U+2011)”: a.b']);
  assert.deepEqual(said('de', 'Ihre E‑Mail-Adresse'), []);
  assert.deepEqual(said('en', 'I have the capacity to sign.'), ['jargon “capacity”: a.b']);
  assert.deepEqual(said('en', 'This is needed to go on.'), ['jargon “needed to go on”: a.b']);
  assert.deepEqual(said('en', 'Nothing cannot be sent.'), ['says no twice “Nothing cannot be sent.”: a.b']);
  assert.deepEqual(said('en', 'None is your default, so no money is sent.'), []);
  assert.deepEqual(said('de', 'Ohne Namen geht nichts.'), ['says no twice “Ohne Namen geht nichts.”: a.b']);
});

test('a short form is explained where it belongs', () => {
  assert.deepEqual(notPlain('en', { a: { 'a.b': 'Your GIIN' } }), [
    '“GIIN” is not explained: compliance.giin.hint',
  ]);
  assert.deepEqual(
    notPlain('en', {
      a: {
        'compliance.giin.hint': 'A GIIN is a number from the IRS.',
        'compliance.why.w9': 'The IRS, the US tax authority',
      },
    }),
    [],
  );
});

describe('the words of', () => {
  test('English can be read after six years of school, what is signed too', async () => {
    const portions = { ...(await portionsOf(english)), signed };
    assert.deepEqual([...tooHard('en', portions), ...notPlain('en', portions)], []);
    assert.ok([...grades('en', portions).values()].every((grade) => grade <= 6));
  });

  test('German can be read after seven', async () => {
    const portions = await portionsOf(german);
    assert.deepEqual([...tooHard('de', portions), ...notPlain('de', portions)], []);
    assert.ok([...grades('de', portions).values()].every((grade) => grade <= 7));
  });
});
