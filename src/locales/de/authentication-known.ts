import type { Translation } from '../catalogue.ts';
import type { authenticationKnown as english } from '../en/authentication-known.ts';

export const authenticationKnown = {
  'authentication.asked.title': 'Noch eine Frage',
  'authentication.asked.lead':
    'Sie waren länger nicht hier oder nutzen einen neuen Browser. Darum fragen wir etwas, das nur Sie wissen.',
  'authentication.asked.help': 'Sie können nicht antworten? {app} hilft Ihnen weiter.',
  'authentication.date_of_birth.label': 'Ihr Geburtsdatum',
  'authentication.date.year': 'Jahr',
  'authentication.date.month': 'Monat',
  'authentication.date.day': 'Tag',
  'authentication.account_last4.label': 'Die letzten vier Zeichen Ihres Bankkontos',
  'authentication.account_last4.hint': 'Die Nummer oder IBAN des Kontos, auf das wir Ihnen zahlen.',
  'field.date_of_birth.required': 'Geben Sie Ihr Geburtsdatum ein.',
  'field.invalid-date': 'Diesen Tag gibt es nicht. Prüfen Sie Tag, Monat und Jahr.',
  'field.incomplete-date': 'Geben Sie Tag, Monat und Jahr ein.',
  'field.invalid-month': 'Der Monat geht von 1 bis 12.',
  'field.short-year': 'Das Jahr hat vier Ziffern.',
  'field.account_last4.required': 'Geben Sie die letzten vier Buchstaben oder Ziffern der Nummer ein.',
  'field.date_of_birth.wrong-answer':
    'Das stimmt nicht. Prüfen Sie Ihre Angabe und versuchen Sie es noch einmal.',
  'field.account_last4.wrong-answer':
    'Das stimmt nicht. Prüfen Sie Ihre Angabe und versuchen Sie es noch einmal.',
  'field.too-many-requests': 'Das waren drei Versuche. In 24 Stunden können Sie es wieder versuchen.',
} satisfies Translation<typeof english>;
