import type { Translation } from '../catalogue.ts';
import type { closing as english } from '../en/closing.ts';

export const closing = {
  'step.id-verification': 'Ihr Ausweis',
  'step.background-check': 'Überprüfung',
  'step.manage-payments': 'Bezahlen',
  'step.payout': 'Auszahlen',
  'step.pdf-form-fill': 'Formular',
  'action.working': 'Einen Moment',
  'label.optional': 'freiwillig',
  'label.choose': 'Bitte wählen',
  'action.exit': 'Schließen',
  'action.hosted': 'Vollständige Seite öffnen',
  'action.back': 'Zurück',
  'summary.title': {
    one: 'Eine Angabe braucht Ihre Aufmerksamkeit',
    other: '{count} Angaben brauchen Ihre Aufmerksamkeit',
  },
  'completed.text': 'Alles ist gespeichert. {app} ist informiert; Sie müssen hier nichts mehr tun.',
  'help.who': '{app} bittet Sie um diese Angaben.',
  'help.support': 'Hilfe',
  'help.privacy': 'Datenschutz',
  'help.terms': 'Bedingungen',
  'help.sign-out': 'Abmelden',
  'help.signed-out': 'Sie sind abgemeldet.',
  'help.language.failed': 'Diese Sprache lässt sich nicht laden.',
  'help.sign-out.failed':
    'Sie sind noch angemeldet. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  'later.title': 'Später weitermachen',
  'later.text':
    'Was Sie gesendet haben, bleibt erhalten. Öffnen Sie diesen Link, um weiterzumachen. Vielleicht brauchen Sie einen Code von Ihrem Telefon.',
  'later.done.title': 'Wieder ansehen',
  'later.done.text':
    'Öffnen Sie diesen Link, um den Stand zu sehen. Vielleicht brauchen Sie einen Code von Ihrem Telefon.',
  'later.until': 'Er gilt bis {date}.',
  'later.copy': 'Link kopieren',
  'later.copied': 'Kopiert',
  'confirmed.compliance': 'Ihr Steuerformular ist bestätigt und gespeichert.',
  'confirmed.pdf-form-fill': 'Ihr Formular ist ausgefüllt und gesendet.',
  'confirmed.elsewhere':
    'Dieser Schritt ist schon weiter, vielleicht in einem anderen Fenster. Was Sie eben gesendet haben, ist nicht gespeichert.',
  'confirmed.id-verification': 'Ihr Ausweis ist bestätigt.',
  'payout.failure.account-closed': '{method} ist aufgelöst.',
  'payout.failure.account-not-found': 'Zu diesen Angaben gibt es kein Konto.',
  'payout.failure.account-invalid': 'Eine Nummer dieses Kontos ist falsch.',
  'payout.failure.name-mismatch': 'Das Konto lautet auf einen anderen Namen.',
  'payout.failure.not-claimed': 'Bei {method} hat niemand das Geld angenommen.',
  'payout.failure.account-blocked': '{method} ist gesperrt. Den Grund kennt Ihre Bank.',
  'payout.failure.account-type-refused': '{method} nimmt solche Zahlungen nicht an.',
  'payout.failure.account-limit': '{method} hat die Höchstgrenze erreicht.',
  'payout.failure.currency-refused': '{method} nimmt diese Währung nicht an.',
  'payout.failure.refused-by-receiver': '{method} hat das Geld zurückgesendet.',
  'payout.failure.amount-refused': '{method} nimmt diesen Betrag nicht an.',
  'payout.failure.rail-unavailable': 'Der Zahlungsdienst ist gerade gestört.',
  'payout.failure.under-review': 'Diese Zahlung muss erst geprüft werden.',
  'payout.failure.not-permitted': 'Diese Zahlung ist nicht erlaubt.',
  'payout.failure.unknown': '{method} hat die Zahlung nicht angenommen.',
  'redirecting.title': 'Wir bringen Sie zurück',
  'redirecting.text': 'Einen Moment bitte.',
  'redirecting.link': 'Jetzt weiter',
  'expired.title': 'Dieser Link ist abgelaufen',
  'expired.text':
    'Zu Ihrer Sicherheit gilt er nur für begrenzte Zeit. Was Sie gespeichert haben, bleibt erhalten.',
  'canceled.title': 'Dieser Link wurde zurückgezogen',
  'canceled.text': 'Er lässt sich nicht mehr benutzen.',
  'ended.ask': 'Bitten Sie {app} um einen neuen Link.',
  'ended.ask.sender': 'Bitten Sie das Unternehmen, das Ihnen den Link gesendet hat, um einen neuen.',
  'unsupported.title': 'Ein Schritt wartet auf einer anderen Seite',
  'unsupported.text':
    'Diese Seite kann den nächsten Schritt nicht zeigen. Öffnen Sie dafür die vollständige Seite. Hier geht es danach von selbst weiter.',
  'outdated.title': 'Diese Seite wurde aktualisiert',
  'action.reload': 'Seite neu laden',
  'error.offline': 'Sie sind offline. Sobald Sie wieder verbunden sind, geht es von selbst weiter.',
  'error.not-sent':
    'Sie sind wieder verbunden. Weil Sie seitdem etwas geändert haben, wurde noch nichts gesendet. Senden Sie es jetzt ab.',
  'error.page-outdated':
    'Ein Teil dieser Seite fehlt, vermutlich weil die Seite aktualisiert wurde. Laden Sie sie neu. Was Sie gesendet haben, ist gespeichert. Was Sie nicht gesendet haben, müssen Sie vielleicht neu eingeben.',
  'error.unexpected-error':
    'Ein Fehler in dieser Seite hat den Vorgang hier angehalten. Was Sie gesendet haben, ist gespeichert. Versuchen Sie es erneut oder öffnen Sie die vollständige Seite.',
  'error.timeout':
    'Der Server hat zu lange nicht geantwortet. Versuchen Sie es erneut; nichts geschieht doppelt.',
  'error.invalid-answer':
    'Diese Seite versteht die Antwort des Servers nicht. Versuchen Sie es erneut oder laden Sie die Seite neu.',
  'error.resource-busy': 'Ihre letzte Anfrage ist noch in Arbeit. Versuchen Sie es gleich noch einmal.',
  'error.too-many-requests': 'Zu viele Versuche. Warten Sie {minutes}.',
  'error.step-not-current':
    'Dieser Schritt ist schon weiter, vielleicht in einem anderen Fenster. Versuchen Sie es erneut, um den Stand zu sehen.',
  'error.session-expired':
    'Sie waren eine Weile nicht da, deshalb haben wir die Sitzung beendet. Versuchen Sie es erneut, um weiterzumachen.',
  'error.user-disabled':
    'Sie können diese Seite zurzeit nicht nutzen. Bitten Sie das Unternehmen, das Ihnen den Link gesendet hat, um Hilfe.',
  'error.no-such-resource':
    'Diesen Link gibt es nicht. Prüfen Sie, ob er vollständig kopiert wurde, oder bitten Sie um einen neuen.',
  'error.handoff-expired':
    'Dieser Link ist abgelaufen oder wurde in einem anderen Browser geöffnet. Erstellen Sie einen neuen an dem Gerät, an dem Sie begonnen haben.',
  'error.origin-not-allowed':
    'Diese Website darf dieses Formular noch nicht anzeigen. Der Betreiber muss sie erst freischalten.',
  'error.unknown-client-id':
    'Diese Website ist nicht richtig eingerichtet: Ihre Client-ID ist falsch. Der Betreiber muss es sich ansehen.',
  'error.user-id-not-allowed':
    'Diese Website ist nicht richtig eingerichtet. Der Betreiber muss es sich ansehen.',
  'error.invalid-config': 'Diese Website ist nicht richtig eingerichtet. Der Betreiber muss es sich ansehen.',
  'error.create-flow-failed':
    'Diese Website konnte das Formular nicht starten. Versuchen Sie es gleich noch einmal.',
  'error.other': 'Das hat nicht geklappt ({code}). Bitte versuchen Sie es erneut.',
  'error.invalid-input': 'Etwas stimmt noch nicht. Bitte sehen Sie unten nach.',
  'field.other': 'Das stimmt so noch nicht.',
  'field.too-long': 'Das ist zu lang. Bitte kürzen Sie es.',
  'field.invalid-characters': 'Ein Zeichen darin können wir nicht speichern. Geben Sie es neu ein.',
  'duration.seconds': { one: 'eine Sekunde', other: '{count} Sekunden' },
  'duration.minutes': { one: 'eine Minute', other: '{count} Minuten' },
  'session.over':
    'Sie waren eine Weile nicht da, deshalb haben wir Sie zu Ihrer Sicherheit abgemeldet. Ihre Eingaben sind noch hier.',
  'session.again': 'Zu Ihrer Sicherheit fragen wir nach einem Code.',
  'session.ending': 'Zu Ihrer Sicherheit fragen wir in weniger als {minutes} nach einem neuen Code.',
  'session.extend': 'Ich brauche mehr Zeit',
  'offline.title': 'Sie sind offline.',
  'offline.text': 'Ihre Eingaben bleiben hier. Sobald Sie wieder verbunden sind, geht es weiter.',
  'error.internal-error':
    'Der Server konnte das nicht speichern. Versuchen Sie es erneut; nichts geschieht doppelt.',
  'error.service-unavailable':
    'Der Dienst ist gerade ausgelastet. Versuchen Sie es in einer Minute erneut; es geht nichts verloren.',
  'sandbox.note': 'Codes, Banken und der Abgleich mit der IRS sind hier nur nachgestellt.',
  'completed.title': 'Alles erledigt',
  'completed.open.title': 'Das war es für jetzt',
  'completed.open.text': 'Alles ist gespeichert, und {app} ist informiert.',
  'action.add.payout-method': 'Auszahlungsweg hinzufügen',
  'action.add.deposits': 'Beträge eingeben',
  'action.add.payout': 'Jetzt auszahlen',
  'completed.unseen.title': 'Hier ist alles abgeschlossen',
  'completed.unseen.text': 'Um den Stand zu sehen, brauchen Sie einen Code von Ihrem Telefon.',
  'completed.unseen.ask': 'Bei Fragen wenden Sie sich an {app}.',
  'action.see': 'Stand ansehen',
  'field.phone_number.required': 'Geben Sie Ihre Telefonnummer ein.',
  'field.phone_number.too-many-requests':
    'An diese Nummer gingen zu viele Codes. Versuchen Sie es in einer Stunde erneut oder nehmen Sie eine andere.',
  'field.phone-undeliverable':
    'Ihr Anbieter stellt an diese Nummer nicht zu. Prüfen Sie die Nummer oder nehmen Sie ein anderes Telefon.',
  'field.invalid-phone-number-landline':
    'Das ist ein Festnetzanschluss, der keine SMS empfängt. Nehmen Sie eine Mobilnummer oder lassen Sie sich anrufen.',
  'field.invalid-phone-number-voip':
    'Nummern der Internettelefonie sind nicht möglich. Nehmen Sie eine Mobil- oder Festnetznummer.',
  'field.phone-country-not-offered':
    'An Nummern dieses Landes senden wir keine Codes. Nehmen Sie eine Nummer aus einem anderen Land.',
  'authentication.call': 'Lieber anrufen lassen',
  'authentication.country.title': 'Land Ihrer Nummer',
  'authentication.country.search': 'Land suchen',
  'authentication.country.list': 'Länder und ihre Vorwahlen',
  'authentication.country.found': { one: 'Ein Land', other: '{count} Länder' },
  'authentication.country.none': 'Kein Land mit diesem Namen oder dieser Vorwahl',
  'field.wrong-code':
    'Das ist nicht der Code, den wir gesendet haben. Sehen Sie in der neuesten Nachricht nach.',
  'error.too-many-attempts':
    'Das war der fünfte falsche Code. Lassen Sie sich einen neuen senden und versuchen Sie es erneut.',
  'error.code-expired': 'Dieser Code ist nach zehn Minuten abgelaufen. Lassen Sie sich einen neuen senden.',
  'error.no-code-sent': 'Es gibt keinen Code mehr zu prüfen. Lassen Sie sich einen neuen senden.',
} satisfies Translation<typeof english>;
