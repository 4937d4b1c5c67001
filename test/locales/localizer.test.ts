import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowProblem } from '../../src/flow/problem.ts';
import { shell } from '../../src/locales/en/shell.ts';
import { Localizer } from '../../src/locales/localizer.ts';
import { problemText } from '../../src/locales/words.ts';

const english = { 'payout.title': 'Withdraw your money', 'payout.confirm': 'Withdraw {amount}' } as const;

describe('a localizer', () => {
  it('takes the host’s word first, then that of the language, then English', () => {
    const localizer = new Localizer(
      'de',
      { 'payout.later': 'Später' },
      {
        language: 'de',
        words: { 'payout.title': 'Geld auszahlen', 'payout.later': 'Nicht jetzt' },
        english: { ...english, 'payout.later': 'Not now' },
      },
    );
    assert.equal(localizer.t('payout.later'), 'Später');
    assert.equal(localizer.t('payout.title'), 'Geld auszahlen');
    assert.equal(localizer.t('payout.confirm', { amount: '5 $' }), 'Withdraw 5 $');
    assert.equal(localizer.t('payout.all'), '', 'a raw key is never shown');
  });

  it('has a sentence for a failure while no more words than those of the frame are here', () => {
    const localizer = new Localizer('en');
    localizer.add(shell);
    for (const code of ['offline', 'timeout', 'origin-not-allowed'] as const)
      assert.match(problemText(localizer, flowProblem(code)), /^We could not reach the server\./, code);
  });

  it('takes an empty word of the host for a word', () => {
    const localizer = new Localizer('en', { 'payout.title': '' });
    localizer.add(english);
    assert.equal(localizer.t('payout.title'), '');
  });

  it('chooses the form that the language has for a number', () => {
    const said = (locale: string, entry: { one?: string; few?: string; many?: string; other: string }) => {
      const localizer = new Localizer(
        locale,
        {},
        { language: locale, words: { 'authentication.attempts': entry }, english: {} },
      );
      return [0, 1, 2, 5, 22].map((count) => localizer.t('authentication.attempts', { count }));
    };
    assert.deepEqual(said('de', { one: 'ein', other: '{count}' }), ['0', 'ein', '2', '5', '22']);
    assert.deepEqual(said('pl', { one: 'próba', few: 'próby', many: 'prób', other: '?' }), [
      'prób',
      'próba',
      'próby',
      'prób',
      'próby',
    ]);
    // English words on a page in another language: English has no more than two forms.
    assert.deepEqual(said('ar', { one: 'one', other: '{count} tries' }).at(1), 'one');
    assert.deepEqual(said('pl', { one: 'one', other: 'tries' }), ['tries', 'one', 'tries', 'tries', 'tries']);
  });

  it('writes numbers as the language does', () => {
    const localizer = new Localizer('de');
    localizer.add({ 'summary.title': { one: 'one', other: '{count} things' } });
    assert.equal(localizer.t('summary.title', { count: 1234 }), '1.234 things');
  });

  it('finds the most specific term there is', () => {
    const localizer = new Localizer('en');
    localizer.add({ 'field.too-long': 'general', 'field.email.too-long': 'of the email' });
    assert.equal(localizer.first(['field.email.too-long', 'field.too-long']), 'of the email');
    assert.equal(localizer.first(['field.name.too-long', 'field.too-long']), 'general');
    assert.equal(localizer.first(['field.none', 'field.nowhere']), '');
  });

  it('does not compile with a placeholder that is missing or misspelled', () => {
    const { t } = new Localizer('en');
    t('payout.confirm', { amount: '$1' });
    t('authentication.attempts', { count: 1 });
    // @ts-expect-error the amount is missing
    t('payout.confirm');
    // @ts-expect-error the amount is misspelled
    t('payout.confirm', { amuont: '$1' });
    // @ts-expect-error a plural needs its number
    t('authentication.attempts');
    // @ts-expect-error nothing can be put into this
    t('payout.title', { amount: '$1' });
    // @ts-expect-error there is no such term
    t('payout.titel');
  });

  it('uses the words of a part when the part is here, and not when it cannot be loaded', async () => {
    const used: string[] = [];
    const fetch = (portion: string) => () => {
      used.push(portion);
      return undefined;
    };
    const load = (module: Promise<{ messages: object }>) =>
      new Localizer('de', {}, { fetch }).load('closing', module);
    await assert.rejects(load(Promise.reject(new TypeError('Failed to fetch'))), TypeError);
    assert.deepEqual(used, []);
    await load(Promise.resolve({ messages: {} }));
    assert.deepEqual(used, ['closing']);
  });
});
