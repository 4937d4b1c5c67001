import type { Translation } from '../catalogue.ts';
import type { bankLink as english } from '../en/bank-link.ts';

export const bankLink = {
  'manage-payments.other-bank': 'Andere Bank wählen',
  'manage-payments.elsewhere.title': 'Weiter bei {bank}',
  'manage-payments.elsewhere.lead':
    'Die Seite Ihrer Bank öffnet sich in einem neuen Fenster. Melden Sie sich dort an und wählen Sie, was Sie freigeben; hier geht es dann von selbst weiter.',
  'manage-payments.elsewhere.open': '{bank} öffnen',
  'manage-payments.elsewhere.done': 'Dort bin ich fertig',
  'manage-payments.bank_code.label': 'Code aus dem anderen Fenster',
  'manage-payments.bank_code.hint': 'Nur nötig, wenn es hier nicht von selbst weitergeht.',
  'field.bank_code.required':
    'Geben Sie die sechs Ziffern ein, die das Fenster nach der Seite Ihrer Bank zeigt.',
  'field.bank_code.invalid-code': 'Der Code hat sechs Ziffern.',
  'field.bank_code.wrong-code': 'Der Code stimmt nicht. Sehen Sie im Fenster nach oder beginnen Sie neu.',
  'manage-payments.question.title': '{bank} hat eine Rückfrage',
  'manage-payments.answer.label': 'Ihre Antwort',
  'manage-payments.question.submit': 'Antworten',
  'manage-payments.accounts.title': 'Welches Konto?',
  'manage-payments.accounts.lead':
    '{bank} nennt uns nur die Nummern des Kontos, das Sie wählen, und sonst nichts.',
  'manage-payments.account_id.label': 'Konto',
  'manage-payments.accounts.submit': 'Konto verbinden',
  'manage-payments.simulated':
    'Das ist nur nachgestellt. {bank} gibt es nicht, und es wird kein echtes Konto verbunden.',
  'manage-payments.failed.title.institution-down': '{bank} ist nicht erreichbar',
  'manage-payments.failed.text.institution-down':
    'Die Störung liegt bei der Bank und ist meist nach einigen Stunden vorbei. Versuchen Sie es erneut oder geben Sie Ihre Kontodaten selbst ein.',
  'manage-payments.failed.title.declined': 'Es wurde nichts verbunden',
  'manage-payments.failed.text.declined':
    'Sie haben bei {bank} nicht zugestimmt, daher haben wir nichts erfahren. Versuchen Sie es erneut oder geben Sie Ihre Kontodaten selbst ein.',
  'manage-payments.failed.title.locked': '{bank} hat Ihren Zugang gesperrt',
  'manage-payments.failed.text.locked':
    'Lassen Sie ihn von Ihrer Bank entsperren oder geben Sie Ihre Kontodaten selbst ein.',
  'manage-payments.failed.title.no-accounts': 'Kein Konto zum Abbuchen',
  'manage-payments.failed.text.no-accounts':
    'Bei {bank} läuft auf Ihren Namen kein Giro- oder Sparkonto. Wählen Sie eine andere Bank oder geben Sie Kontodaten ein.',
  'manage-payments.failed.retry': 'Erneut versuchen',
  'field.account_id.required': 'Wählen Sie das Konto, von dem abgebucht werden soll.',
  'field.account_id.owner-mismatch':
    'Die Bank nennt nicht Sie als Inhaber. Wählen Sie ein Konto auf Ihren Namen, oder geben Sie die Nummern ein.',
  'field.account_id.invalid-choice': 'Dieses Konto bietet die Bank nicht mehr an. Wählen Sie ein anderes.',
  'field.answer.required': 'Geben Sie Ihre Antwort ein.',
  'field.wrong-answer': 'Laut Ihrer Bank ist diese Antwort falsch. Versuchen Sie es erneut.',
} satisfies Translation<typeof english>;
