import type { Translation } from '../catalogue.ts';
import type { managePayments as english } from '../en/manage-payments.ts';

export const managePayments = {
  'step.manage-payments': 'Bezahlen',
  'manage-payments.title': 'Konten, von denen {app} abbuchen darf',
  'manage-payments.lead':
    '{app} bucht von Ihrem Standardkonto ab, und nur, was Sie schulden oder zu zahlen zugesagt haben.',
  'manage-payments.lead.unconfirmed': 'Bevor Sie ein Konto bestätigt haben, wird nichts abgebucht.',
  'manage-payments.lead.no-default':
    'Noch ist keines davon Ihr Standard. Legen Sie fest, von welchem abgebucht wird.',
  'manage-payments.first.title': '{app} vom Bankkonto bezahlen',
  'manage-payments.first.lead':
    'Verbinden Sie ein Konto bei einer US-Bank. {app} darf nur abbuchen, was Sie schulden oder zu zahlen zugesagt haben.',
  'manage-payments.another.title': 'Weiteres Konto verbinden',
  'manage-payments.account': 'Bankkonto',
  'manage-payments.methods': 'Ihre Bankkonten',
  'manage-payments.add': 'Weiteres Konto verbinden',
  'manage-payments.continue': 'Weiter',
  'manage-payments.later': 'Das mache ich später',
  'manage-payments.saved-as-you-go':
    'Jede Änderung wird sofort gespeichert. Sie können diese Seite jederzeit schließen.',

  'manage-payments.source.link': 'Bei Ihrer Bank anmelden',
  'manage-payments.source.link.hint': 'Dauert eine Minute, das Konto ist gleich nutzbar',
  'manage-payments.source.manual': 'Kontodaten eingeben',
  'manage-payments.source.manual.hint': 'Mit zwei Testüberweisungen bestätigt, in 1–2 Bankarbeitstagen',

  'manage-payments.abroad.title': 'Dafür ist ein US-Bankkonto nötig',
  'manage-payments.abroad.lead':
    '{app} kann nur von Konten bei US-Banken abbuchen. Haben Sie keines? Dann geht es ohne weiter.',
  'manage-payments.abroad.next':
    'Wenn Sie {app} etwas schulden, erfahren Sie dort, wie Sie sonst bezahlen können.',
  'manage-payments.abroad.continue': 'Ohne Konto weiter',
  'manage-payments.abroad.have': 'Ich habe ein Konto bei einer US-Bank',

  'manage-payments.search.title': 'Ihre Bank suchen',
  'manage-payments.search.lead': 'Sie melden sich auf der Seite Ihrer Bank an. Ihr Passwort sehen wir nie.',
  'manage-payments.search.simulated':
    'Diese Banken sind erfunden, und die Anmeldung ist nur nachgestellt. Keine Bank wird gefragt.',
  'manage-payments.institution.label': 'Name Ihrer Bank',
  'manage-payments.search.results': 'Banken',
  'manage-payments.search.asking': 'Banken werden gesucht …',
  'manage-payments.search.none':
    'Wir finden keine Bank dieses Namens zum Anmelden. Prüfen Sie die Schreibweise oder geben Sie Ihre Kontodaten selbst ein.',
  'manage-payments.search.failed':
    'Die Liste der Banken ist gerade nicht erreichbar. Geben Sie Ihre Kontodaten selbst ein oder versuchen Sie es gleich noch einmal.',
  'manage-payments.search.said': 'Gefundene Banken: {count}.',
  'manage-payments.use-manual': 'Stattdessen Kontodaten eingeben',
  'manage-payments.use-link': 'Stattdessen bei der Bank anmelden',

  'manage-payments.manual.title': 'Ihr Bankkonto',
  'manage-payments.manual.lead':
    'Wir überweisen zweimal weniger als 1 $ auf das Konto. Nennen Sie uns danach die Beträge.',
  'manage-payments.manual.submit': 'Zustimmen und verbinden',

  'manage-payments.mandate.title': 'Einzugsermächtigung',
  'manage-payments.mandate.explained':
    'Die Ermächtigung gilt in diesem englischen Wortlaut. Sie erlauben damit {app} und dem beauftragten Zahlungsdienst, elektronisch (ACH) von diesem Konto abzubuchen. Abgebucht wird, was Sie schulden oder zu zahlen zugesagt haben. Zur Berichtigung darf auch gutgeschrieben werden. Betrag und Tag erfahren Sie vorher. Ändert sich der Betrag regelmäßiger Zahlungen, erfahren Sie es mindestens 10 Tage vorher. Sie widerrufen, indem Sie das Konto hier entfernen oder {app} schreiben. Das geht bis drei Bankarbeitstage vor einer Abbuchung. Bis dahin kann auch Ihre Bank sie stoppen. Das Konto liegt bei einer US-Bank. Es gehört Ihnen, oder Sie dürfen dafür zeichnen.',
  'manage-payments.consent.label': 'Ich habe das gelesen und stimme zu.',
  'manage-payments.mandate.show': 'Einzugsermächtigung',
  'manage-payments.mandate.of': 'Ihre Einzugsermächtigung',
  'manage-payments.mandate.accepted': 'Sie haben am {date} für {method} zugestimmt.',

  'manage-payments.status.pending': 'Überweisung läuft',
  'manage-payments.status.sent': 'Zu bestätigen',
  'manage-payments.status.failed': 'Nicht verbunden',
  'manage-payments.deposits.sending': 'Zwei Testüberweisungen von weniger als 1 $ werden gesendet.',
  'manage-payments.deposits.by': 'Zwei Testüberweisungen von weniger als 1 $ kommen bis {date} an.',
  'manage-payments.deposits.notification': 'Dann erhalten Sie eine SMS an {phone}.',
  'manage-payments.deposits.there':
    'Zwei Testüberweisungen von weniger als 1 $ müssten inzwischen auf dem Konto sein.',
  'manage-payments.deposits.confirm': 'Beträge bestätigen',
  'manage-payments.deposits.confirm.of': 'Beträge bestätigen: {method}',
  'manage-payments.failure.wrong-deposit-amounts':
    'Die Beträge waren dreimal falsch. Verbinden Sie das Konto erneut, um neue Testüberweisungen zu erhalten.',
  'manage-payments.failure.account-closed':
    'Die Testüberweisungen kamen zurück: Laut Bank ist dieses Konto geschlossen. Verbinden Sie ein anderes.',
  'manage-payments.failure.account-unverifiable':
    'Die Testüberweisungen kamen zurück: Die Bank findet dieses Konto nicht. Prüfen Sie die Nummern und verbinden Sie es erneut.',

  'manage-payments.confirm.title': 'Welche Beträge sind angekommen?',
  'manage-payments.confirm.lead':
    'Suchen Sie in {method} zwei Gutschriften von {app} über weniger als 1 $. Die Reihenfolge ist egal.',
  'manage-payments.amount_1.label': 'Der eine Betrag',
  'manage-payments.amount_2.label': 'Der andere Betrag',
  'manage-payments.amounts.hint': 'Für 12 Cent geben Sie 0,12 oder 12 ein.',
  'manage-payments.confirm.submit': 'Bestätigen',
  'manage-payments.confirm.not-there': 'Sie sind noch nicht da',
  'manage-payments.tries': {
    one: 'Noch ein Versuch übrig. Danach muss das Konto erneut verbunden werden.',
    other: 'Noch {count} Versuche übrig.',
  },

  'manage-payments.remove.unconfirmed': 'Ihre Ermächtigung endet, und von diesem Konto wird nicht abgebucht.',
  'manage-payments.remove.last':
    'Ihre Ermächtigung endet. {app} kann dann von keinem Ihrer Konten mehr abbuchen.',
  'manage-payments.remove.other': 'Ihre Ermächtigung endet. {app} bucht künftig von {method} ab.',
  'manage-payments.remove.default':
    'Ihre Ermächtigung endet. Bis Sie einen anderen Standard festlegen, wird von keinem Konto abgebucht.',

  'manage-payments.said.connected': '{method} ist verbunden.',
  'manage-payments.said.sent':
    '{method} ist gespeichert. Es ist verbunden, sobald Sie zwei Testüberweisungen bestätigen.',
  'manage-payments.said.failed': '{method} ist nicht verbunden.',

  'field.institution.required': 'Wählen Sie Ihre Bank aus der Liste.',
  'field.institution_id.invalid-choice':
    'Bei dieser Bank kann man sich nicht mehr anmelden. Wählen Sie eine andere.',
  'field.consent-required': 'Setzen Sie das Häkchen, wenn Sie zustimmen.',
  'field.amount_1.required': 'Geben Sie einen der beiden Beträge ein.',
  'field.amount_2.required': 'Geben Sie den anderen Betrag ein.',
  'field.invalid-deposit-amount':
    'Geben Sie Cent ein, etwa 12 oder 0,12. Jede Überweisung ist kleiner als ein Dollar.',
  'field.wrong-deposit-amounts':
    'Das sind nicht die Beträge, die wir überwiesen haben. Vergleichen Sie noch einmal mit Ihrem Konto.',
  'field.payment-method-exists':
    'Dieses Konto steht schon auf Ihrer Liste. Geben Sie ein anderes ein oder gehen Sie zurück zur Liste.',
  'error.payment-method-unverified':
    'Bestätigen Sie dieses Konto zuerst, dann können Sie es als Standard festlegen.',
  'error.no-deposits':
    'Dieses Konto wartet auf keine Testüberweisungen mehr. Laden Sie die Seite neu, um den Stand zu sehen.',
  'error.no-bank-link': 'Die Anmeldung bei Ihrer Bank ist beendet. Wählen Sie Ihre Bank noch einmal.',
  'error.mandate-changed':
    'Der Wortlaut der Ermächtigung hat sich inzwischen geändert. Laden Sie die Seite neu und lesen Sie ihn noch einmal.',
} satisfies Translation<typeof english>;
