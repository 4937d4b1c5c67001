import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakable, contradictions, differences, mentionsIn, unused } from '../../tools/words.ts';

const english = {
  payout: { 'payout.confirm': 'Withdraw {amount}', 'payout.title': 'Withdraw your money' },
  closing: { 'summary.title': { one: 'One thing', other: '{count} things' } },
};
const german = {
  payout: { 'payout.confirm': '{amount} auszahlen', 'payout.title': 'Geld auszahlen' },
  closing: { 'summary.title': { one: 'Eine Angabe', other: '{count} Angaben' } },
};
const polish = {
  one: '{count} rzecz',
  few: '{count} rzeczy',
  many: '{count} rzeczy',
  other: '{count} rzeczy',
};

test('nothing is said of words that are right', () => {
  assert.deepEqual(differences('de', english, german), []);
  assert.deepEqual(differences('pl', english, { ...german, closing: { 'summary.title': polish } }), []);
  assert.deepEqual(differences('ja', english, { ...german, closing: { 'summary.title': '{count}件' } }), []);
});

test('a word that is missing, and one that English does not have', () => {
  const payout = { 'payout.title': 'Geld auszahlen', 'payout.titel': 'Geld auszahlen' };
  assert.deepEqual(differences('de', english, { ...german, payout }), [
    'unknown: payout.titel (payout)',
    'missing: payout.confirm (payout)',
  ]);
  assert.deepEqual(differences('de', english, { payout: german.payout }), [
    'missing: summary.title (closing)',
  ]);
});

test('placeholders that differ', () => {
  const payout = { 'payout.confirm': '{betrag} auszahlen', 'payout.title': 'Geld von {app} auszahlen' };
  assert.deepEqual(differences('de', english, { ...german, payout }), [
    'takes no {betrag}: payout.confirm',
    'lacks {amount}: payout.confirm',
  ]);
});

test('plural forms that a language lacks, or does not have', () => {
  const closing = (entry: string | { one?: string; few?: string; other: string }) => ({
    ...german,
    closing: { 'summary.title': entry },
  });
  assert.deepEqual(differences('pl', english, closing({ one: 'jedna', other: '{count}' })), [
    'lacks a form for many: summary.title',
    'lacks a form for few: summary.title',
  ]);
  assert.deepEqual(differences('de', english, closing({ one: 'eine', few: 'wenige', other: '{count}' })), [
    'de has no form few: summary.title',
  ]);
  assert.deepEqual(differences('de', english, closing('{count} Angaben')), [
    'needs forms for other, one: summary.title',
  ]);
  assert.deepEqual(
    differences('de', english, {
      ...german,
      payout: { ...german.payout, 'payout.title': { one: 'Geld', other: 'Gelder' } },
    }),
    ['has forms that nothing chooses: payout.title'],
  );
});

test('what was issued in English stays English', () => {
  const paper = 'background-check.disclosure.report';
  assert.deepEqual(differences('de', { a: { [paper]: 'Text of the law' } }, { a: {} }), []);
  assert.deepEqual(
    differences('de', { a: { [paper]: 'Text of the law' } }, { a: { [paper]: 'Gesetzestext' } }),
    [`issued in English: ${paper}`],
  );
});

test('one term with two texts', () => {
  const words = {
    'step.payout': 'Auszahlen',
    'summary.title': { one: 'Eine Angabe', other: '{count} Angaben' },
  };
  assert.deepEqual(contradictions([words, { ...words }]), []);
  assert.deepEqual(contradictions([words, { 'step.payout': 'Auszahlung' }, { 'step.payout': 'Auszahlen' }]), [
    '2 different texts: step.payout',
  ]);
  assert.deepEqual(contradictions([words, { 'summary.title': { one: 'Eine', other: '{count} Angaben' } }]), [
    '2 different texts: summary.title',
  ]);
});

test('terms that nothing asks for', () => {
  const mentions = mentionsIn([
    "t('payout.title'); t(`payout.status.${status}.title`); localizer.first([`field.${field}.${code}`]);",
    "type Status = 'failed'; const names = { phone_number: 1 }; t(`lead${'.short'}`)",
  ]);
  const asked = [
    'payout.title',
    'payout.status.failed.title',
    'lead',
    'lead.short',
    'field.required',
    'field.phone_number.required',
    'error.session-expired',
  ];
  assert.deepEqual(unused(asked, mentions), []);
  const dead = [
    'payout.lead',
    'payout.status.lost.title',
    'field.no-such-code',
    'field.no_such_field.required',
    'error.no-such-problem',
  ];
  assert.deepEqual(unused(dead, mentions), dead);
});

test('names of tax forms that a line may break', () => {
  const words = {
    'a.form': 'Form W-9',
    'a.hint': { one: 'a W‑8BEN', other: 'Forms W-8BEN' },
    'a.fine': 'W‑8BEN‑E',
  };
  assert.deepEqual(breakable([words]), [
    'breaks at the hyphen (use U+2011): a.form',
    'breaks at the hyphen (use U+2011): a.hint',
  ]);
});
