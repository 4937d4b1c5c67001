import type { Translation } from '../catalogue.ts';
import type { bankAccount as english } from '../en/bank-account.ts';

export const bankAccount = {
  'bank.routing_number.label': 'US-Bankleitzahl (Routing Number)',
  'bank.routing_number.hint': 'Neun Ziffern, die Ihre Bank bezeichnen.',
  'bank.account_number.label': 'Kontonummer',
  'bank.account_number.show': 'Kontonummer anzeigen',
  'bank.account_type.label': 'Kontoart',
  'bank.account_type.checking': 'Girokonto',
  'bank.account_type.savings': 'Sparkonto',
  'bank.where': 'Wo Sie diese Nummern finden',
  'bank.where.ach':
    'Unten auf einem Papierscheck, von links: US-Bankleitzahl (Routing Number), dann Kontonummer. In der App Ihrer Bank stehen beide bei den Kontodetails.',
  'bank.where.cash_app':
    'Öffnen Sie in Cash App den Bereich „Money“ und tippen Sie auf „Routing & account number“. Dort lassen sich beide kopieren.',
  'bank.said.found': 'Bank gefunden: {bank}.',

  'methods.default': 'Standard',
  'methods.menu': 'Optionen für {method}',
  'methods.make-default': 'Als Standard festlegen',
  'methods.make-default.of': 'Als Standard festlegen: {method}',
  'methods.remove': 'Entfernen',
  'methods.remove.title': '{method} entfernen?',
  'methods.remove.keep': 'Behalten',
  'methods.said.added': '{method} ist gespeichert.',
  'methods.said.removed': '{method} ist entfernt.',
  'methods.said.default': '{method} ist jetzt Ihr Standard.',

  'field.routing_number.required':
    'Geben Sie die US-Bankleitzahl ein: die neun Ziffern unten links auf einem Scheck.',
  'field.invalid-routing-number':
    'Diese US-Bankleitzahl gehört zu keiner Bank. Es sind die neun Ziffern unten links auf einem Scheck.',
  'field.account_number.required': 'Geben Sie die Kontonummer ein.',
  'field.invalid-account-number':
    'Eine Kontonummer hat 4 bis 17 Ziffern. Auf einem Scheck steht sie rechts von der US-Bankleitzahl.',
  'field.account-closed': 'Laut Bank ist dieses Konto geschlossen. Geben Sie ein anderes an.',
  'field.account-unverifiable':
    'Die Bank konnte dieses Konto nicht bestätigen. Vergleichen Sie beide Nummern mit der App Ihrer Bank oder geben Sie ein anderes Konto an.',
  'field.account_type.required':
    'Wählen Sie Girokonto („checking“) oder Sparkonto („savings“). Das Konto für den Alltag ist meist ein Girokonto.',
} satisfies Translation<typeof english>;
