import type { Translation } from '../catalogue.ts';
import type { pdfFormFill as english } from '../en/pdf-form-fill.ts';

export const pdfFormFill = {
  'step.pdf-form-fill': 'Formular',
  'pdf-form-fill.lead':
    '{app} benötigt dieses Formular von Ihnen. Ihre Eingaben werden in das PDF übernommen; Sie lesen es, bevor es übergeben wird.',
  'pdf-form-fill.page': 'Seite {page} von {pages}',
  'pdf-form-fill.date.year': 'JJJJ',
  'pdf-form-fill.date.month': 'MM',
  'pdf-form-fill.date.day': 'TT',
  'pdf-form-fill.choose': 'Auswählen',
  'pdf-form-fill.show': 'Eingabe in „{label}“ anzeigen',
  'pdf-form-fill.secret.before':
    'Zuvor haben Sie {value} eingegeben. Um das beizubehalten, geben Sie es erneut ein.',
  'pdf-form-fill.summary': {
    one: 'Ein Feld ist noch zu prüfen',
    other: '{count} Felder sind noch zu prüfen',
  },
  'pdf-form-fill.error': '{label}: {text}',
  'pdf-form-fill.continue': 'Formular prüfen',
  'pdf-form-fill.confirm.title': 'Formular lesen',
  'pdf-form-fill.confirm.lead': 'Das steht jetzt in „{title}“. Noch wurde nichts übergeben.',
  'pdf-form-fill.answers': 'Ihre Angaben',
  'pdf-form-fill.yes': 'Ja',
  'pdf-form-fill.no': 'Nein',
  'pdf-form-fill.empty': 'Keine Angabe',
  'pdf-form-fill.download': 'Ausgefülltes Formular herunterladen (PDF)',
  'pdf-form-fill.downloading': 'PDF wird erstellt',
  'pdf-form-fill.downloaded': 'Das PDF wurde heruntergeladen.',
  'pdf-form-fill.download.failed':
    'Das PDF konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'pdf-form-fill.edit': 'Angaben ändern',
  'pdf-form-fill.sign.title': 'Formular unterschreiben',
  'pdf-form-fill.signature.label': 'Unterschrift',
  'pdf-form-fill.signature.hint': 'Geben Sie Ihren vollständigen Namen ein: {name}',
  'pdf-form-fill.signature.hint.empty': 'Geben Sie Ihren vollständigen Namen ein.',
  'pdf-form-fill.consent.sign':
    'Ich habe das ausgefüllte Formular gelesen und bin einverstanden, es elektronisch zu unterschreiben: Mein eingegebener Name gilt als meine Unterschrift.',
  'pdf-form-fill.consent.confirm':
    'Ich habe das ausgefüllte Formular gelesen, und die Angaben darin sind richtig.',
  'pdf-form-fill.next': '{app} erhält das fertige PDF. Danach lässt es sich nicht mehr ändern.',
  'pdf-form-fill.sign': 'Unterschreiben und übergeben',
  'pdf-form-fill.confirm': 'Formular übergeben',
  'field.invalid-choice': 'Wählen Sie eine der Möglichkeiten aus.',
  'field.invalid-date': 'Dieses Datum gibt es nicht. Prüfen Sie es und die Reihenfolge der Angaben.',
  'field.invalid-characters':
    'Die Eingabe enthält Zeichen, die sich nicht schreiben lassen. Geben Sie sie erneut ein.',
  'field.unprintable-characters':
    'Das PDF kann nur lateinische Buchstaben Westeuropas darstellen. Verwenden Sie nur diese.',
  'field.too-long': 'Das ist länger, als das Formular Platz bietet. Kürzen Sie die Eingabe.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren vollständigen Namen eingeben.',
  'field.signature-mismatch':
    'Die Unterschrift muss Buchstabe für Buchstabe Ihrem vollständigen Namen entsprechen.',
  'field.consent-required': 'Setzen Sie das Häkchen, um fortzufahren.',
} satisfies Translation<typeof english>;
