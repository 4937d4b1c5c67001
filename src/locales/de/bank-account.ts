import type { Translation } from '../catalogue.ts';
import type { bankAccount as english } from '../en/bank-account.ts';

export const bankAccount = {
  'bank.routing_number.label': 'Routing Number',
  'bank.routing_number.hint': 'Die Bankleitzahl Ihrer US-Bank: neun Ziffern.',
  'bank.account_number.label': 'Kontonummer',
  'bank.account_number.required': 'Geben Sie die Kontonummer ein. Sie hat 4 bis 17 Ziffern.',
  'bank.account_type.label': 'Art des Kontos',
  'bank.account_type.checking': 'Girokonto (Checking)',
  'bank.account_type.savings': 'Sparkonto (Savings)',
  'bank.where': 'Wo Sie diese Nummern finden',
  'bank.where.ach':
    'Unten auf einem Scheck, von links: erst die Routing Number, dann die Kontonummer. In der App Ihrer Bank stehen beide bei den Kontodaten.',
  'bank.where.cash_app':
    'Öffnen Sie in Cash App den Bereich „Money“ und tippen Sie auf „Routing & account number“. Dort lassen sich beide Nummern kopieren.',
  'bank.said.found': 'Bank gefunden: {bank}.',

  'methods.default': 'Standard',
  'methods.menu': 'Optionen für {method}',
  'methods.make-default': 'Als Standard festlegen',
  'methods.make-default.of': 'Als Standard festlegen: {method}',
  'methods.remove': 'Entfernen',
  'methods.remove.of': 'Entfernen: {method}',
  'methods.remove.title': '{method} entfernen?',
  'methods.remove.keep': 'Behalten',
  'methods.said.added': '{method} ist gespeichert.',
  'methods.said.removed': '{method} ist entfernt.',
  'methods.said.default': '{method} ist jetzt Ihr Standard.',

  'field.routing_number.required':
    'Geben Sie die Routing Number ein: die neun Ziffern unten links auf einem Scheck.',
  'field.invalid-routing-number':
    'Keine Bank hat diese Routing Number. Es sind die neun Ziffern unten links auf einem Scheck.',
  'field.account_number.required': 'Geben Sie die Kontonummer ein.',
  'field.invalid-account-number':
    'Eine Kontonummer hat in den USA 4 bis 17 Ziffern. Auf einem Scheck steht sie rechts neben der Routing Number.',
  'field.account-closed':
    'Die Bank meldet, dass dieses Konto geschlossen ist. Geben Sie ein bestehendes ein.',
  'field.account-unverifiable':
    'Die Bank konnte dieses Konto nicht bestätigen. Vergleichen Sie beide Nummern mit der App Ihrer Bank oder nehmen Sie ein anderes Konto.',
  'field.account_type.required':
    'Wählen Sie Girokonto oder Sparkonto. Das Konto für den Alltag ist meist ein Girokonto.',
} satisfies Translation<typeof english>;
