import type { Translation } from '../catalogue.ts';
import type { managePayments as english } from '../en/manage-payments.ts';

export const managePayments = {
  'step.manage-payments': 'Bankkonto für Zahlungen',
  'manage-payments.title': 'Konten, von denen {app} abbuchen darf',
  'manage-payments.lead':
    '{app} bucht von Ihrem Standardkonto ab, und nur, was Sie {app} schulden oder zu zahlen vereinbart haben.',
  'manage-payments.lead.unconfirmed': 'Bevor Sie ein Konto bestätigt haben, wird nichts abgebucht.',
  'manage-payments.lead.no-default':
    'Noch ist keines davon Ihr Standard. Wählen Sie das Konto, von dem abgebucht werden soll.',
  'manage-payments.first.title': 'Vom Bankkonto an {app} zahlen',
  'manage-payments.first.lead':
    'Verbinden Sie ein Konto bei einer US-Bank. {app} darf dann abbuchen, was Sie {app} schulden oder zu zahlen vereinbart haben, und sonst nichts.',
  'manage-payments.another.title': 'Weiteres Konto verbinden',
  'manage-payments.account': 'Bankkonto',
  'manage-payments.methods': 'Ihre Bankkonten',
  'manage-payments.add': 'Weiteres Konto verbinden',
  'manage-payments.continue': 'Weiter',
  'manage-payments.later': 'Später erledigen',
  'manage-payments.saved-as-you-go':
    'Jede Änderung wird sofort gespeichert. Sie können diese Seite jederzeit schließen.',

  'manage-payments.source.link': 'Bei Ihrer Bank anmelden',
  'manage-payments.source.link.hint': 'Sofort bereit',
  'manage-payments.source.manual': 'Kontodaten eingeben',
  'manage-payments.source.manual.hint':
    'Bestätigung durch zwei kleine Gutschriften, in 1–2\u00a0Bankarbeitstagen',

  'manage-payments.abroad.title': 'Dafür ist ein US-Bankkonto nötig',
  'manage-payments.abroad.lead':
    '{app} kann nur von Konten bei Banken in den USA abbuchen. Da Sie woanders wohnen, haben Sie vermutlich keines; Sie können ohne Konto fortfahren.',
  'manage-payments.abroad.next':
    'Wenn Sie {app} etwas schulden, erfahren Sie dort, wie Sie auf andere Weise zahlen können.',
  'manage-payments.abroad.continue': 'Weiter ohne Konto',
  'manage-payments.abroad.have': 'Ich habe ein Konto bei einer US-Bank',

  'manage-payments.search.title': 'Bank suchen',
  'manage-payments.search.lead': 'Sie melden sich auf der Seite Ihrer Bank an. Ihr Passwort sehen wir nicht.',
  'manage-payments.search.simulated':
    'Diese Banken sind erfunden, die Anmeldung ist simuliert. Keine Bank wird angefragt.',
  'manage-payments.institution.label': 'Name Ihrer Bank',
  'manage-payments.search.results': 'Banken',
  'manage-payments.search.asking': 'Banken werden gesucht …',
  'manage-payments.search.none':
    'Unter diesem Namen ist keine Anmeldung möglich. Prüfen Sie die Schreibweise oder geben Sie Ihre Kontodaten ein.',
  'manage-payments.search.failed':
    'Die Liste der Banken ist gerade nicht erreichbar. Geben Sie Ihre Kontodaten ein oder versuchen Sie es später erneut.',
  'manage-payments.search.said': 'Gefundene Banken: {count}.',
  'manage-payments.use-manual': 'Kontodaten selbst eingeben',
  'manage-payments.use-link': 'Lieber bei Ihrer Bank anmelden',

  'manage-payments.manual.title': 'Ihr Bankkonto',
  'manage-payments.manual.lead':
    'Um zu prüfen, ob das Konto Ihnen gehört, senden wir zwei kleine Gutschriften von je unter 1\u00a0$. Nennen Sie uns danach hier die Beträge. Die Nummern werden verschlüsselt gespeichert.',
  'manage-payments.manual.submit': 'Zustimmen und verbinden',

  'manage-payments.mandate.title': 'Einzugsermächtigung',
  'manage-payments.mandate.explained':
    'Es gilt der englische Text. Er bedeutet: Ab Ihrer Zustimmung darf von diesem Konto elektronisch (ACH) abgebucht werden, einmal oder wiederholt, und zur Korrektur gutgeschrieben werden. Abgebucht wird nur, was Sie schulden oder zu zahlen vereinbart haben. Betrag und Datum erfahren Sie vorher; ändert sich der Betrag einer regelmäßigen Zahlung, mindestens 10\u00a0Tage vorher. Die Ermächtigung gilt, bis Sie sie widerrufen: Entfernen Sie dazu das Konto hier oder schreiben Sie dem Unternehmen, das abbucht, mindestens drei Bankarbeitstage vor einer Abbuchung. Bis dahin kann auch Ihre Bank eine Abbuchung stoppen. Das Konto wird bei einer Bank in den USA geführt und gehört Ihnen, oder Sie sind dafür zeichnungsberechtigt.',
  'manage-payments.consent.label': 'Ich habe den Text gelesen und erteile die Einzugsermächtigung.',
  'manage-payments.mandate.show': 'Einzugsermächtigung',
  'manage-payments.mandate.of': 'Ihre Einzugsermächtigung',
  'manage-payments.mandate.accepted': 'Sie haben sie am {date} für {method} erteilt.',
  'manage-payments.mandate.back': 'Zurück',

  'manage-payments.status.pending': 'Gutschriften folgen',
  'manage-payments.status.sent': 'Zu bestätigen',
  'manage-payments.status.failed': 'Nicht verbunden',
  'manage-payments.deposits.sending': 'Zwei kleine Gutschriften von je unter 1\u00a0$ werden gesendet.',
  'manage-payments.deposits.by': 'Zwei kleine Gutschriften von je unter 1\u00a0$ gehen bis {date} ein.',
  'manage-payments.deposits.there':
    'Zwei kleine Gutschriften von je unter 1\u00a0$ müssten inzwischen auf dem Konto sein.',
  'manage-payments.deposits.confirm': 'Gutschriften bestätigen',
  'manage-payments.deposits.confirm.of': 'Gutschriften bestätigen: {method}',
  'manage-payments.failure.wrong-deposit-amounts':
    'Die Beträge waren dreimal falsch. Verbinden Sie das Konto erneut, um neue Gutschriften zu erhalten.',
  'manage-payments.failure.account-closed':
    'Die Gutschriften kamen zurück: Laut Bank ist dieses Konto geschlossen. Verbinden Sie ein anderes.',
  'manage-payments.failure.account-unverifiable':
    'Die Gutschriften kamen zurück: Die Bank hat dieses Konto nicht gefunden. Prüfen Sie die Nummern und verbinden Sie es erneut.',

  'manage-payments.confirm.title': 'Welche Beträge sind eingegangen?',
  'manage-payments.confirm.lead':
    'Suchen Sie bei {method} zwei Gutschriften von {app} von je unter 1\u00a0$. Die Reihenfolge spielt keine Rolle.',
  'manage-payments.amount_1.label': 'Ein Betrag',
  'manage-payments.amount_2.label': 'Der andere Betrag',
  'manage-payments.amounts.hint': 'Für 12\u00a0Cent geben Sie 0,12 oder 12 ein.',
  'manage-payments.confirm.submit': 'Bestätigen',
  'manage-payments.confirm.not-there': 'Noch nicht eingegangen',
  'manage-payments.tries': {
    one: 'Noch ein Versuch. Danach muss das Konto erneut verbunden werden.',
    other: 'Noch {count} Versuche.',
  },

  'manage-payments.remove.unconfirmed':
    'Ihre Einzugsermächtigung endet, von diesem Konto wird nichts abgebucht.',
  'manage-payments.remove.last':
    'Ihre Einzugsermächtigung endet. {app} kann dann von keinem Ihrer Konten mehr abbuchen.',
  'manage-payments.remove.other': 'Ihre Einzugsermächtigung endet. Künftig bucht {app} von {method} ab.',
  'manage-payments.remove.default':
    'Ihre Einzugsermächtigung endet. Bis Sie einen neuen Standard wählen, wird nichts abgebucht.',

  'manage-payments.said.connected': '{method} ist verbunden.',
  'manage-payments.said.sent':
    '{method} ist gespeichert. Verbunden ist es, sobald Sie zwei kleine Gutschriften bestätigen.',
  'manage-payments.said.failed': '{method} ist nicht verbunden.',

  'field.institution.required': 'Wählen Sie Ihre Bank aus der Liste.',
  'field.institution_id.invalid-choice':
    'Bei dieser Bank ist die Anmeldung nicht mehr möglich. Wählen Sie eine andere.',
  'field.consent-required':
    'Kreuzen Sie das Kästchen an, um die Einzugsermächtigung zu erteilen. Ohne sie kann das Konto nicht verbunden werden.',
  'field.amount_1.required': 'Geben Sie einen der beiden Beträge ein.',
  'field.amount_2.required': 'Geben Sie den anderen Betrag ein.',
  'field.invalid-deposit-amount':
    'Geben Sie Cent ein, zum Beispiel 12 oder 0,12. Jede Gutschrift liegt unter einem Dollar.',
  'field.wrong-deposit-amounts':
    'Das sind nicht die beiden Beträge, die wir gesendet haben. Vergleichen Sie sie noch einmal mit Ihrem Konto.',
  'field.payment-method-exists':
    'Dieses Konto steht schon auf Ihrer Liste. Geben Sie ein anderes ein oder gehen Sie zurück zur Liste.',
  'error.payment-method-unverified':
    'Bestätigen Sie dieses Konto zuerst. Danach können Sie es als Standard festlegen.',
  'error.no-deposits':
    'Für dieses Konto stehen keine Gutschriften mehr aus. Laden Sie die Seite neu, um den Stand zu sehen.',
  'error.no-bank-link': 'Die Anmeldung bei Ihrer Bank ist beendet. Wählen Sie Ihre Bank noch einmal.',
  'error.mandate-changed':
    'Der Text der Einzugsermächtigung hat sich inzwischen geändert. Laden Sie die Seite neu und lesen Sie ihn noch einmal.',
} satisfies Translation<typeof english>;
