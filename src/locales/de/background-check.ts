import type { Translation } from '../catalogue.ts';
import type { backgroundCheck as english } from '../en/background-check.ts';

export const backgroundCheck = {
  'step.background-check': 'Hintergrundprüfung',
  'background-check.title': 'Hintergrundprüfung',
  'background-check.lead':
    'Bevor Sie anfangen, lässt {app} Strafregister und Register für Sexualstraftäter prüfen.',
  'background-check.why': 'Warum wir danach fragen',
  'background-check.why.text':
    'Gesucht wird nach Name, Geburtsdatum und Social Security Number an den Orten, an denen Sie gelebt haben. Mit weniger Angaben könnte der Eintrag einer anderen Person Ihnen zugerechnet werden.',
  'background-check.why.who':
    'Die Angaben werden verschlüsselt gespeichert und gehen an die Auskunftei, die die Prüfung vornimmt. {app} sieht, dass Sie sie gemacht haben, aber nicht die Nummern. Vor Ihrer Unterschrift wird nichts in Auftrag gegeben.',
  'background-check.person': 'Angaben zu Ihnen',
  'background-check.first_name.label': 'Vorname laut Ausweis',
  'background-check.last_name.label': 'Nachname laut Ausweis',
  'background-check.date_of_birth.label': 'Geburtsdatum',
  'background-check.date.year': 'JJJJ',
  'background-check.date.month': 'MM',
  'background-check.date.day': 'TT',
  'background-check.ssn.label': 'Social Security Number (SSN)',
  'background-check.ssn.hint': 'Neun Ziffern. Eine ITIN lässt sich hierfür nicht verwenden.',
  'background-check.ssn.hint.before': 'Die zuvor gesendete Nummer: {ssn}',
  'background-check.ssn.show': 'Nummer anzeigen',
  'background-check.address': 'Ihr Wohnort',
  'background-check.line_1.label': 'Straße und Hausnummer',
  'background-check.line_2.label': 'Wohnung, Adresszusatz',
  'background-check.city.label': 'Ort',
  'background-check.state.label': 'Bundesstaat',
  'background-check.postcode.label': 'ZIP-Code',
  'background-check.continue': 'Weiter',

  'background-check.mismatch.title': 'Diese Angaben passen nicht zusammen',
  'background-check.mismatch.text':
    'Die Auskunftei hat keine Person mit diesem Namen, diesem Geburtsdatum und dieser Social Security Number gefunden. Bitte prüfen Sie alle Angaben; nach dem Senden wird sofort neu gesucht.',
  'background-check.mismatch.send': 'Erneut senden',

  'background-check.disclosure.title': 'Mitteilung zur Auskunft',
  'background-check.disclosure.explained':
    '{app} kann zu Beschäftigungszwecken bei einer Auskunftei eine Auskunft (consumer report) über Sie einholen. Das heißt: um zu entscheiden, ob man Sie beauftragt, weiter mit Ihnen zusammenarbeitet oder Ihnen eine andere Tätigkeit gibt, auch bei selbstständiger Tätigkeit. Die Auskunft kann Angaben über Ihre strafrechtliche Vorgeschichte und über Einträge in Registern für Sexualstraftäter enthalten sowie das, was nötig ist, um sie Ihnen zuzuordnen, etwa früher verwendete Namen und Anschriften.',
  'background-check.disclosure.read': 'Ich habe das gelesen',

  'background-check.authorization.title': 'Auskunft erlauben',
  'background-check.authorization.lead': 'Das zweite von zwei Dokumenten: Dieses unterschreiben Sie.',
  'background-check.authorization.explained':
    'Mit Ihrer Unterschrift erklären Sie, dass Sie die Mitteilung zur Auskunft gelesen haben, und erlauben {app}, diese Auskunft über Sie einzuholen, und der Auskunftei, dafür in öffentlichen Registern nachzusehen. Sie sind einverstanden, elektronisch zu unterschreiben: Ein eingegebener Name gilt als Ihre Unterschrift.',
  'background-check.rights': 'Zusammenfassung Ihrer Rechte nach dem Fair Credit Reporting Act (auf Englisch)',
  'background-check.rights.text':
    'Ihre gesetzlichen Rechte, unter anderem zu sehen, was mitgeteilt wird, und Falschem zu widersprechen:',
  'background-check.new-tab': '(öffnet sich in einem neuen Tab)',
  'background-check.notice.CA':
    'In Kalifornien dürfen Sie die Akte, die die Auskunftei über Sie führt, während der Geschäftszeiten einsehen: vor Ort, per Post oder telefonisch, auch mit einer Begleitperson (Civil Code §\u00a01786.22). Eine Kopie der Auskunft erhalten Sie kostenlos (§\u00a01786.16).',
  'background-check.notice.MN':
    'In Minnesota dürfen Sie von der Auskunftei schriftlich eine vollständige und genaue Darstellung dessen verlangen, was die Auskunft umfasst, und kostenlos eine Kopie davon erhalten (Minnesota Statutes §\u00a013C.02).',
  'background-check.notice.NY':
    'In New York dürfen Sie {app} fragen, ob eine Auskunft über Sie angefordert wurde und bei welcher Auskunftei, mit Name und Anschrift; dort können Sie sie einsehen und eine Kopie erhalten (General Business Law §§\u00a0380-b, 380-e). Enthält die Auskunft eine Verurteilung, muss {app} Ihnen Article 23-A des Correction Law aushändigen, der regelt, wie Verurteilungen gewichtet werden dürfen (§\u00a0380-g).',
  'background-check.notice.OK':
    'In Oklahoma erhalten Sie auf Wunsch kostenlos eine Kopie der Auskunft (Title 24 §\u00a0148).',
  'background-check.notice.title': 'An Ihrem Wohnort',
  'background-check.copy.label': 'Senden Sie mir kostenlos eine Kopie der Auskunft',
  'background-check.signature.label': 'Unterschrift',
  'background-check.signature.hint': 'Geben Sie Ihren vollständigen Namen ein: {name}',
  'background-check.consent.label':
    'Ich erlaube diese Auskunft (consumer report) und unterschreibe elektronisch.',
  'background-check.sign': 'Unterschreiben und beauftragen',

  'background-check.review.title': 'Ihre Prüfung läuft',
  'background-check.review.text': 'Die Auskunftei durchsucht öffentliche Register.',
  'background-check.review.time':
    'Oft dauert das Minuten, manchmal einige Tage, wenn ein Gericht gefragt werden muss.',
  'background-check.next': 'Wie es weitergeht',
  'background-check.review.by-itself': 'Sobald die Auskunft da ist, geht es hier von selbst weiter.',
  'background-check.review.meanwhile':
    'Sie müssen hier nicht warten: Fahren Sie fort. {app} erhält die Auskunft, sobald sie da ist.',
  'background-check.review.stay':
    'Sie können diese Seite schließen und später wiederkommen; es geht nichts verloren.',
  'background-check.review.mismatch':
    'Findet die Auskunftei Sie mit diesen Angaben nicht, können Sie sie berichtigen.',
  'background-check.review.continue': 'Inzwischen fortfahren',

  'background-check.reported.title': 'Ihre Prüfung ist abgeschlossen',
  'background-check.reported.text':
    '{app} hat die Auskunft von der Auskunftei erhalten. Wir sehen sie nicht und bewerten sie nicht.',
  'background-check.reported.next': 'Sie müssen hier nichts tun. Bei Fragen wendet sich {app} an Sie.',
  'background-check.reported.before':
    'Erwägt {app}, wegen der Auskunft gegen Sie zu entscheiden, muss {app} Ihnen vorher eine Kopie davon und eine Zusammenfassung Ihrer Rechte senden.',
  'background-check.reported.dispute':
    'Ist darin etwas falsch, können Sie es von der Auskunftei kostenlos berichtigen lassen.',

  'background-check.stopped.title': 'Die Prüfung wurde nicht beendet',
  'background-check.stopped.canceled':
    'Die Auskunftei hat sie ohne Ergebnis abgebrochen. Das sagt nichts über Sie aus.',
  'background-check.stopped.expired':
    'Es hat zu lange gedauert, und die Auskunftei hat sie ohne Ergebnis geschlossen. Das sagt nichts über Sie aus.',
  'background-check.stopped.next':
    'Sie können die Prüfung wiederholen lassen. Vorher zeigen wir Ihnen beide Dokumente noch einmal.',
  'background-check.stopped.again': 'Neu beginnen',

  'background-check.unavailable.title': 'Keine Hintergrundprüfung möglich',
  'background-check.unavailable.country':
    '{app} wünscht eine Hintergrundprüfung. Die Auskunftei hat aber nur Daten aus den USA, und Sie wohnen in einem anderen Land.',
  'background-check.unavailable.age':
    '{app} wünscht eine Hintergrundprüfung. Sie ist erst ab 18 Jahren möglich, und nach dem angegebenen Geburtsdatum sind Sie jünger.',
  'background-check.unavailable.tries':
    'Die Auskunftei hat Sie mit Ihren Angaben nicht gefunden, und die Zahl der Anfragen ist begrenzt. {app} teilt Ihnen mit, was stattdessen möglich ist.',
  'background-check.unavailable.next':
    'Fahren Sie ohne Prüfung fort. {app} erfährt, dass keine stattgefunden hat. Der Grund dafür liegt nicht bei Ihnen.',
  'background-check.unavailable.correct': 'Geburtsdatum berichtigen',
  'background-check.unavailable.continue': 'Ohne Prüfung fortfahren',

  'field.first_name.required': 'Geben Sie Ihren Vornamen ein.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein.',
  'field.invalid-name': 'Nur Buchstaben: keine Ziffern und keine Zeichen, die in Namen nicht vorkommen.',
  'field.date_of_birth.required': 'Geben Sie Ihr Geburtsdatum ein.',
  'field.invalid-date': 'Dieses Datum gibt es nicht. Prüfen Sie es und die Reihenfolge der Angaben.',
  'field.date-in-future': 'Dieser Tag liegt in der Zukunft. Prüfen Sie das Jahr.',
  'field.too-old': 'Das liegt mehr als 120 Jahre zurück. Prüfen Sie das Jahr.',
  'field.ssn.required': 'Geben Sie die neun Ziffern Ihrer Social Security Number ein.',
  'field.ssn.invalid-ssn':
    'Diese Social Security Number gibt es nicht: Prüfen Sie die neun Ziffern auf Ihrer Karte. Sie beginnen nie mit 000, 666 oder 9.',
  'field.line_1.required': 'Geben Sie Straße und Hausnummer ein.',
  'field.city.required': 'Geben Sie den Ort ein.',
  'field.state.required': 'Wählen Sie den Bundesstaat aus.',
  'field.invalid-state': 'Wählen Sie einen Bundesstaat oder ein Gebiet der USA aus der Liste.',
  'field.postcode.required': 'Geben Sie den ZIP-Code ein.',
  'field.invalid-postcode': 'Ein ZIP-Code hat fünf Ziffern, zum Beispiel 94107.',
  'field.too-long': 'Das ist länger, als das Formular zulässt. Kürzen Sie die Eingabe.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren vollständigen Namen eingeben.',
  'field.signature-mismatch':
    'Die Unterschrift muss Buchstabe für Buchstabe Ihrem vollständigen Namen entsprechen.',
  'field.consent-required': 'Setzen Sie das Häkchen, um zu unterschreiben.',
  'field.disclosure_version.outdated-text':
    'Der Text wurde inzwischen geändert. Laden Sie die Seite neu, um den neuen zu lesen.',
} satisfies Translation<typeof english>;
