import type { Translation } from '../catalogue.ts';
import type { closing as english } from '../en/closing.ts';

export const closing = {
  'step.id-verification': 'Ihr Ausweis',
  'step.background-check': 'Hintergrundprüfung',
  'step.manage-payments': 'Zahlungen',
  'step.payout': 'Auszahlung',
  'step.pdf-form-fill': 'Formular',
  'action.working': 'Wird bearbeitet',
  'label.optional': 'optional',
  'action.exit': 'Schließen',
  'action.hosted': 'Vollständige Seite öffnen',
  'action.cancel': 'Abbrechen',
  'action.back': 'Zurück',
  'summary.title': { one: 'Bitte prüfen Sie eine Angabe', other: 'Bitte prüfen Sie {count} Angaben' },
  'completed.text': 'Alles ist gespeichert und {app} ist informiert. Hier gibt es nichts weiter zu tun.',
  'redirecting.title': 'Sie werden zurückgeleitet',
  'redirecting.text': 'Einen Moment.',
  'redirecting.link': 'Jetzt fortfahren',
  'expired.title': 'Dieser Link ist abgelaufen',
  'expired.text':
    'Er gilt zu Ihrer Sicherheit nur kurze Zeit. Lassen Sie sich einen neuen senden; Ihre gespeicherten Angaben bleiben erhalten.',
  'canceled.title': 'Dieser Link wurde zurückgezogen',
  'canceled.text': 'Lassen Sie sich einen neuen senden. Ihre gespeicherten Angaben bleiben erhalten.',
  'unsupported.title': 'Ein Schritt wartet auf einer anderen Seite',
  'unsupported.text':
    'Diese Seite ist etwas älter als der nötige Schritt. Erledigen Sie ihn auf der vollständigen Seite; danach geht es hier von selbst weiter.',
  'error.timeout':
    'Der Server hat zu lange nicht geantwortet. Versuchen Sie es erneut; nichts wird doppelt ausgeführt.',
  'error.invalid-answer':
    'Diese Seite versteht die Antwort des Servers nicht. Versuchen Sie es erneut oder laden Sie die Seite neu.',
  'error.resource-busy': 'Ihre letzte Anfrage wird noch bearbeitet. Versuchen Sie es gleich noch einmal.',
  'error.too-many-requests': 'Das waren zu viele Anfragen. Bitte versuchen Sie es in {minutes} erneut.',
  'error.step-not-current':
    'Dieser Schritt ist schon weiter, vielleicht in einem anderen Fenster. Versuchen Sie es erneut, um den Stand zu sehen.',
  'error.session-expired':
    'Sie waren länger nicht aktiv; zur Sicherheit wurde die Sitzung beendet. Versuchen Sie es erneut, um fortzufahren.',
  'error.no-such-resource':
    'Diesen Link gibt es nicht. Prüfen Sie, ob er vollständig ist, oder lassen Sie sich einen neuen senden.',
  'error.handoff-expired':
    'Dieser Link ist abgelaufen oder wurde in einem anderen Browser geöffnet. Erstellen Sie am ersten Bildschirm einen neuen.',
  'error.origin-not-allowed':
    'Diese Website darf dieses Formular nicht anzeigen. Der Betreiber muss sie zuerst freigeben.',
  'error.unknown-client-id': 'Diese Website ist nicht richtig eingerichtet: Die Client-ID ist nicht bekannt.',
  'error.user-id-not-allowed':
    'Diese Website ist nicht richtig eingerichtet: Ein ohne Server gestartetes Formular kann keine Nutzer-ID nennen.',
  'error.invalid-config':
    'Diese Website ist nicht richtig eingerichtet, darum ist die Anzeige nicht möglich. Das muss der Betreiber beheben.',
  'error.create-flow-failed':
    'Diese Website konnte das Formular nicht starten. Versuchen Sie es gleich noch einmal.',
  'error.invalid-input': 'Eine Angabe stimmt noch nicht. Sehen Sie unten nach.',
  'field.other': 'Diese Angabe stimmt noch nicht.',
  'field.too-long': 'Diese Angabe ist zu lang.',
  'field.invalid-characters': 'Ein Zeichen darin lässt sich nicht speichern. Geben Sie es neu ein.',
  'duration.seconds': { one: 'einer Sekunde', other: '{count} Sekunden' },
  'duration.minutes': { one: 'einer Minute', other: '{count} Minuten' },
  'offline.title': 'Sie sind offline.',
  'offline.text': 'Ihre Eingaben bleiben hier. Sobald Sie wieder verbunden sind, geht es weiter.',
  'error.internal-error':
    'Der Server konnte das nicht speichern. Versuchen Sie es erneut; nichts wird doppelt ausgeführt.',
  'error.service-unavailable':
    'Der Dienst ist gerade ausgelastet. Versuchen Sie es in einer Minute erneut; nichts geht verloren.',
  'sandbox.note': 'Codes, Banken und der Abgleich mit Steuerbehörden sind hier simuliert.',
  'completed.title': 'Alles erledigt',
  'field.phone_number.required': 'Geben Sie Ihre Telefonnummer ein.',
  'field.phone_number.too-many-requests':
    'An diese Nummer gingen zu viele Codes. Versuchen Sie es in einer Stunde erneut oder nehmen Sie eine andere.',
  'field.phone-undeliverable':
    'Der Anbieter hat an diese Nummer nicht zugestellt. Prüfen Sie sie oder nehmen Sie eine andere.',
  'field.invalid-phone-number-landline':
    'An diese Festnetznummer kann keine SMS gehen. Nehmen Sie eine Mobilnummer oder lassen Sie sich anrufen.',
  'field.invalid-phone-number-voip':
    'Nummern von Internet-Telefondiensten nehmen wir nicht an. Nehmen Sie die Nummer eines Mobilfunk- oder Festnetzvertrags.',
  'authentication.country.search': 'Land suchen',
  'authentication.country.none': 'Kein Land mit diesem Namen oder dieser Vorwahl',
  'authentication.attempts': { one: 'Noch ein Versuch.', other: 'Noch {count} Versuche.' },
  'field.wrong-code':
    'Das ist nicht der Code, den wir gesendet haben. Sehen Sie in der neuesten Nachricht nach.',
  'error.too-many-attempts': 'Das war der fünfte falsche Code. Lassen Sie sich einen neuen senden.',
  'error.code-expired': 'Dieser Code ist nach zehn Minuten abgelaufen. Lassen Sie sich einen neuen senden.',
  'error.no-code-sent': 'Es gibt keinen gültigen Code mehr. Lassen Sie sich einen neuen senden.',
  'field.code.required': 'Geben Sie die sechs Ziffern aus der Nachricht ein.',
  'field.invalid-code': 'Der Code hat sechs Ziffern.',
} satisfies Translation<typeof english>;
