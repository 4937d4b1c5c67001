/** The papers that are signed stay as issued (see `as-issued.ts`); what they say stands beside them. */
import type { Translation } from '../catalogue.ts';
import type { backgroundCheck as english } from '../en/background-check.ts';

export const backgroundCheck = {
  'step.background-check': 'Überprüfung',
  'background-check.title': 'Hintergrundprüfung',
  'background-check.lead':
    'Bevor Sie anfangen, lässt {app} Strafregister und Register für Sexualstraftäter der USA prüfen.',
  'background-check.why': 'Warum wir danach fragen',
  'background-check.why.text':
    'Einträge findet man über Name, Geburtsdatum und Social Security Number, an den Orten, an denen Sie gelebt haben. Sonst könnte man den Eintrag eines anderen Menschen für Ihren halten.',
  'background-check.why.who':
    'Die Angaben werden verschlüsselt gespeichert und gehen an die Auskunftei, die prüft. {app} sieht, dass Sie sie gemacht haben, nicht die Nummern. Bevor Sie unterschreiben, wird nichts beauftragt.',
  'background-check.person': 'Angaben zur Person',
  'background-check.first_name.label': 'Vorname wie im Ausweis',
  'background-check.last_name.label': 'Nachname wie im Ausweis',
  'background-check.name.label': 'Name wie im Ausweis',
  'background-check.one_name.label': 'Ich habe nur einen Namen',
  'background-check.date_of_birth.label': 'Geburtsdatum',
  'background-check.kept': 'Leer lassen, wenn es bleibt.',
  'background-check.date.year': 'Jahr',
  'background-check.date.month': 'Monat',
  'background-check.date.day': 'Tag',
  'background-check.ssn.label': 'Social Security Number (SSN)',
  'background-check.ssn.hint': 'Neun Ziffern. Eine ITIN reicht dafür nicht.',
  'background-check.ssn.hint.before': 'Die gesendete Nummer: {ssn}',
  'background-check.ssn.show': 'Nummer anzeigen',
  'background-check.address': 'Wo Sie wohnen',
  'background-check.line_1.label': 'Straße und Hausnummer',
  'background-check.line_2.label': 'Wohnung, Adresszusatz',
  'background-check.city.label': 'Ort',
  'background-check.state.label': 'Bundesstaat',
  'background-check.postcode.label': 'ZIP-Code',
  'background-check.continue': 'Weiter',

  'background-check.mismatch.title': 'Diese Angaben gehören nicht zusammen',
  'background-check.mismatch.text':
    'Die Auskunftei fand niemanden mit diesem Namen, Geburtsdatum und dieser Social Security Number. Prüfen Sie alle drei. Wir fragen dann neu an.',
  'background-check.mismatch.send': 'Erneut senden',

  'background-check.disclosure.title': 'Hinweis: Auskunft über Sie',
  'background-check.disclosure.explained':
    'Auf Deutsch: {app} darf bei einer Auskunftei zu Beschäftigungszwecken eine Auskunft über Sie einholen. Das heißt: um zu entscheiden, ob {app} Sie beauftragt, weiter mit Ihnen arbeitet oder Ihnen andere Arbeit gibt. Das gilt auch für selbstständige Arbeit. In der Auskunft können Vorstrafen und Einträge als Sexualstraftäter stehen. Auch frühere Namen und Anschriften können darin stehen, damit klar ist, dass es um Sie geht.',
  'background-check.disclosure.read': 'Ich habe das gelesen',

  'background-check.authorization.title': 'Auskunft erlauben',
  'background-check.authorization.lead': 'Lesen Sie auch diese Seite. Am Ende unterschreiben Sie.',
  'background-check.authorization.explained':
    'Auf Deutsch: Ich habe den Hinweis auf eine Auskunft über mich gelesen. Ich erlaube {app}, diese Auskunft einzuholen. Die Auskunftei darf dafür in öffentlichen Registern nachsehen. Ich unterschreibe elektronisch: Mein eingetippter Name gilt als meine Unterschrift.',
  'background-check.rights': 'Ihre Rechte nach dem Fair Credit Reporting Act (auf Englisch)',
  'background-check.rights.text':
    'Sie haben unter anderem das Recht, die Auskunft zu sehen und falsche Angaben zu beanstanden:',
  'background-check.new-tab': '(öffnet einen neuen Tab)',
  'background-check.notice.CA':
    'In Kalifornien dürfen Sie die Akte einsehen, die die Auskunftei über Sie führt. Das geht persönlich, per Post oder telefonisch, zu Geschäftszeiten und in Begleitung (Civil Code § 1786.22). Eine Kopie der Auskunft ist kostenlos (§ 1786.16).',
  'background-check.notice.MN':
    'In Minnesota dürfen Sie die Auskunftei schriftlich fragen, was die Auskunft umfasst. Die Antwort muss vollständig und genau sein. Eine Kopie ist kostenlos (Minnesota Statutes § 13C.02).',
  'background-check.notice.NY':
    'In New York dürfen Sie {app} fragen, ob eine Auskunft über Sie verlangt wurde und von welcher Auskunftei. Sie erfahren Name und Anschrift. Dort dürfen Sie die Auskunft ansehen und kopieren lassen (General Business Law §§ 380-b, 380-e). Enthält sie eine Verurteilung, muss {app} Ihnen Article 23-A der Correction Law geben. Er sagt, wie Verurteilungen gewichtet werden dürfen (§ 380-g).',
  'background-check.notice.OK': 'In Oklahoma ist eine Kopie der Auskunft kostenlos (Title 24 § 148).',
  'background-check.notice.title': 'An Ihrem Wohnort',
  'background-check.copy.label': 'Senden Sie mir kostenlos eine Kopie der Auskunft',
  'background-check.signature.label': 'Unterschrift',
  'background-check.signature.hint': 'Tippen Sie Ihren vollen Namen ein: {name}',
  'background-check.consent.label': 'Ich erlaube diese Auskunft und unterschreibe elektronisch.',
  'background-check.sign': 'Unterschreiben und erlauben',

  'background-check.review.title': 'Ihre Prüfung läuft',
  'background-check.review.text': 'Die Auskunftei sieht in öffentlichen Registern nach.',
  'background-check.review.time': 'Oft dauert das Minuten, manchmal einige Tage.',
  'background-check.next': 'So geht es weiter',
  'background-check.review.by-itself': 'Wenn die Auskunft da ist, geht diese Seite von selbst weiter.',
  'background-check.review.notification': 'Dann erhalten Sie eine SMS an {phone}.',
  'background-check.review.meanwhile':
    'Sie müssen hier nicht warten: Machen Sie jetzt weiter. {app} erhält die Auskunft, sobald sie da ist.',
  'background-check.review.stay': 'Sie dürfen diese Seite schließen und später wiederkommen.',
  'background-check.review.mismatch':
    'Findet die Auskunftei Sie mit diesen Angaben nicht, können Sie sie berichtigen.',
  'background-check.review.continue': 'Schon weitermachen',

  'background-check.reported.title': 'Ihre Prüfung ist abgeschlossen',
  'background-check.reported.text': '{app} hat die Auskunft erhalten. Wir sehen und bewerten sie nicht.',
  'background-check.reported.next': 'Für Sie ist hier nichts zu tun. Hat {app} Fragen, werden Sie gefragt.',
  'background-check.reported.before':
    'Bevor {app} wegen der Auskunft gegen Sie entscheidet, müssen Sie eine Kopie erhalten. Dazu gehört eine Übersicht über Ihre Rechte.',
  'background-check.reported.dispute':
    'Ist darin etwas falsch, können Sie es von der Auskunftei kostenlos berichtigen lassen.',

  'background-check.stopped.title': 'Die Prüfung wurde nicht abgeschlossen',
  'background-check.stopped.canceled':
    'Die Auskunftei hat sie ohne Ergebnis beendet. Das sagt nichts über Sie.',
  'background-check.stopped.expired':
    'Es hat zu lange gedauert und endete ohne Ergebnis. Das sagt nichts über Sie.',
  'background-check.stopped.next':
    'Sie können sie neu beauftragen. Vorher sehen Sie beide Dokumente noch einmal.',
  'background-check.stopped.again': 'Neu beginnen',

  'background-check.unavailable.title': 'Für Sie gibt es keine Hintergrundprüfung',
  'background-check.unavailable.country':
    '{app} bittet um eine Hintergrundprüfung. Die Auskunftei kennt nur Register der USA, und Sie leben woanders.',
  'background-check.unavailable.age':
    '{app} bittet um eine Hintergrundprüfung. Sie ist nur ab 18 Jahren möglich, und nach Ihrem Geburtsdatum sind Sie jünger.',
  'background-check.unavailable.tries':
    'Die Auskunftei fand Sie mit Ihren Angaben nicht. Öfter lässt sie sich nicht fragen. {app} sagt Ihnen, was sonst geht.',
  'background-check.unavailable.next':
    'Machen Sie ohne sie weiter. {app} erfährt, dass es nicht an Ihnen liegt.',
  'background-check.unavailable.correct': 'Geburtsdatum berichtigen',
  'background-check.unavailable.continue': 'Ohne Prüfung weiter',

  'field.first_name.required': 'Geben Sie Ihren Vornamen ein.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein.',
  'field.invalid-name':
    'Schreiben Sie den Namen in Buchstaben wie im Ausweis. Emojis und die Zeichen < und > gehen nicht.',
  'field.date_of_birth.required': 'Geben Sie Ihr Geburtsdatum ein.',
  'field.invalid-date': 'Diesen Tag gibt es nicht. Prüfen Sie Tag, Monat und Jahr.',
  'field.incomplete-date': 'Geben Sie Tag, Monat und Jahr ein.',
  'field.invalid-month': 'Der Monat geht von 1 bis 12.',
  'field.short-year': 'Das Jahr hat vier Ziffern.',
  'field.date-in-future': 'Das liegt in der Zukunft. Prüfen Sie das Jahr.',
  'field.too-old': 'Das ist mehr als 120 Jahre her. Prüfen Sie das Jahr.',
  'field.ssn.required': 'Geben Sie die neun Ziffern Ihrer Social Security Number ein.',
  'field.ssn.invalid-ssn':
    'Diese Social Security Number hat niemand: Prüfen Sie die neun Ziffern auf Ihrer Karte. Sie beginnen nie mit 000, 666 oder 9.',
  'field.line_1.required': 'Geben Sie Straße und Hausnummer ein.',
  'field.city.required': 'Geben Sie den Ort ein.',
  'field.state.required': 'Wählen Sie den Bundesstaat.',
  'field.invalid-state': 'Wählen Sie einen US-Bundesstaat oder ein Territorium aus der Liste.',
  'field.postcode.required': 'Geben Sie den ZIP-Code ein.',
  'field.invalid-postcode': 'Der ZIP-Code hat fünf Ziffern, etwa 94107.',
  'field.too-long': 'Das ist zu lang. Bitte kürzen Sie es.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren eigenen vollen Namen eintippen.',
  'field.signature-mismatch':
    'Unterschreiben Sie mit Ihrem eigenen vollen Namen. Großschreibung und Akzente sind egal.',
  'field.consent-required': 'Setzen Sie das Häkchen, wenn Sie zustimmen.',
  'field.disclosure_version.outdated-text':
    'Der Text hat sich inzwischen geändert. Laden Sie die Seite neu, um den neuen zu lesen.',
} satisfies Translation<typeof english>;
