import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateCodec } from '../../src/ui/date-codec.ts';

const us = dateCodec('en-US');
const german = dateCodec('de');
const swedish = dateCodec('sv');

/** Returns what the text field shows after each key, as it hands the text to `group`. */
const typed = (codec: typeof us, keys: string) =>
  [...keys].reduce((text, key) => codec.group(text + key), '');

describe('date codec', () => {
  it('takes order and separator from the language, in the Gregorian calendar', () => {
    assert.deepEqual([us.order, us.separator], [['month', 'day', 'year'], '/']);
    assert.deepEqual([german.order, german.separator], [['day', 'month', 'year'], '.']);
    assert.deepEqual([swedish.order, swedish.separator], [['year', 'month', 'day'], '-']);
    for (const locale of ['th', 'fa', 'ar-EG', 'ja', 'hu', 'he'])
      assert.match(dateCodec(locale).format('1985-04-27'), /^[\d/.-]+$/, locale);
  });

  for (const text of [
    '04/27/1985',
    '4/27/1985',
    '04-27-1985',
    '4.27.1985',
    '04 27 1985',
    '04271985',
    '1985-04-27',
    '1985/4/27',
    '19850427',
    ' 04/27/1985 ',
  ]) {
    it(`reads “${text}” where months come first`, () => assert.equal(us.parse(text), '1985-04-27'));
  }

  for (const text of [
    '27.04.1985',
    '27.4.1985',
    '27. 4. 1985',
    '27/04/1985',
    '27041985',
    '1985-04-27',
    '19850427',
  ]) {
    it(`reads “${text}” where days come first`, () => assert.equal(german.parse(text), '1985-04-27'));
  }

  it('reads digits of other scripts', () =>
    assert.equal(dateCodec('ar-EG').parse('٢٧/٠٤/١٩٨٥'), '1985-04-27'));

  for (const text of [
    '',
    'yesterday',
    '04/27',
    '04/27/85',
    '4271985',
    '04/27/1985 BC',
    '1/2/3/1985',
    '123456789',
  ]) {
    it(`does not take “${text}” for a date`, () => assert.equal(us.parse(text), null));
  }

  it('leaves it to the schema whether the day exists', () =>
    assert.equal(us.parse('02/30/1985'), '1985-02-30'));

  it('puts separators in while digits are typed', () => {
    assert.equal(typed(us, '04'), '04');
    assert.equal(typed(us, '042'), '04/2');
    assert.equal(typed(us, '04271985'), '04/27/1985');
    assert.equal(typed(swedish, '19850427'), '1985-04-27');
  });

  it('lets the payee type separators and ISO dates themselves', () => {
    assert.equal(typed(us, '4/27/1985'), '4/27/1985');
    assert.equal(typed(us, '04/27/1985'), '04/27/1985');
    assert.equal(typed(us, '1985-04-27'), '1985-04-27');
    assert.equal(us.parse(typed(us, '1985/04/27')), '1985-04-27');
  });

  it('never gets stuck on a separator when deleting', () => {
    let text = '04/27/1985';
    for (let length = text.length; length > 0 && text; length -= 1) {
      const shorter = us.group(text.slice(0, -1));
      assert.ok(shorter.length < text.length, `${text} → ${shorter}`);
      text = shorter;
    }
    assert.equal(text, '');
  });

  it('reads back every day that it writes, in every order, typed digit by digit', () => {
    const day = fc.date({ min: new Date('1906-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('en-US', 'en-GB', 'de', 'sv', 'ja', 'hu', 'fa', 'ar', 'th'),
        (date, locale) => {
          const codec = dateCodec(locale);
          const iso = date.toISOString().slice(0, 10);
          const written = codec.format(iso);
          assert.equal(codec.parse(written), iso);
          assert.equal(codec.parse(typed(codec, written.replace(/\D/g, ''))), iso);
          assert.equal(codec.parse(typed(codec, written)), iso);
          assert.equal(codec.parse(iso), iso);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it('takes dots for day first, and 31/01 for the 31st of January, in a language that writes the month first', () => {
    const us = dateCodec('en-US');
    assert.equal(us.parse('31.01.1990'), '1990-01-31');
    assert.equal(us.parse('03.04.1990'), '1990-04-03');
    assert.equal(us.parse('31/01/1990'), '1990-01-31');
    assert.equal(us.parse('03/04/1990'), '1990-03-04');
    assert.equal(us.parse('01.31.1990'), '1990-01-31');
  });
});
