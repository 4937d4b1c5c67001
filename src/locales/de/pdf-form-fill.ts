import type { Translation } from '../catalogue.ts';
import type { pdfFormFill as english } from '../en/pdf-form-fill.ts';

export const pdfFormFill = {
  'step.pdf-form-fill': 'Formular',
  'pdf-form-fill.lead':
    '{app} braucht dieses Formular von Ihnen. Ihre Angaben werden in das PDF geschrieben. Sie lesen es, bevor es gesendet wird.',
  'pdf-form-fill.page': 'Seite {page} von {pages}',
  'pdf-form-fill.date.year': 'JJJJ',
  'pdf-form-fill.date.month': 'MM',
  'pdf-form-fill.date.day': 'TT',
  'pdf-form-fill.show': 'Eingabe in „{label}“ anzeigen',
  'pdf-form-fill.secret.before':
    'Sie hatten {value} eingegeben. Um es zu behalten, geben Sie es noch einmal ein.',
  'pdf-form-fill.summary': {
    one: 'Ein Feld braucht Ihre Aufmerksamkeit',
    other: '{count} Felder brauchen Ihre Aufmerksamkeit',
  },
  'pdf-form-fill.error': '{label}: {text}',
  'pdf-form-fill.continue': 'Formular prüfen',
  'pdf-form-fill.confirm.title': 'Formular lesen',
  'pdf-form-fill.confirm.lead': 'Das steht jetzt in „{title}“. Noch ist nichts gesendet.',
  'pdf-form-fill.answers': 'Ihre Angaben',
  'pdf-form-fill.yes': 'Ja',
  'pdf-form-fill.no': 'Nein',
  'pdf-form-fill.empty': 'Leer gelassen',
  'pdf-form-fill.download': 'Ausgefülltes Formular herunterladen (PDF)',
  'pdf-form-fill.downloading': 'PDF wird erstellt',
  'pdf-form-fill.downloaded': 'Das PDF wurde heruntergeladen.',
  'pdf-form-fill.download.failed':
    'Das PDF ließ sich nicht laden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'pdf-form-fill.edit': 'Angaben ändern',
  'pdf-form-fill.sign.title': 'Formular unterschreiben',
  'pdf-form-fill.signature.label': 'Unterschrift',
  'pdf-form-fill.signature.hint':
    'Tippen Sie Ihren eigenen vollen Namen ein, auch für ein Unternehmen: {name}',
  'pdf-form-fill.signature.hint.empty':
    'Tippen Sie Ihren eigenen vollen Namen ein, auch für ein Unternehmen.',
  'pdf-form-fill.consent.sign':
    'Ich habe das fertige Formular gelesen und unterschreibe es hier. Mein eingetippter Name gilt als meine elektronische Unterschrift.',
  'pdf-form-fill.consent.confirm':
    'Ich habe das ausgefüllte Formular gelesen, und was darin steht, ist richtig.',
  'pdf-form-fill.next': '{app} erhält das fertige PDF. Danach lässt es sich nicht mehr ändern.',
  'pdf-form-fill.sign': 'Unterschreiben und senden',
  'pdf-form-fill.confirm': 'Formular senden',
  'pdf-form-fill.required': 'Füllen Sie „{label}“ aus.',
  'pdf-form-fill.required.date': 'Füllen Sie „{label}“ als {order} aus.',
  'pdf-form-fill.required.choice': 'Wählen Sie eines: „{label}“.',
  'pdf-form-fill.required.box': 'Setzen Sie das Häkchen bei „{label}“.',
  'field.invalid-choice': 'Wählen Sie eine der Möglichkeiten.',
  'field.invalid-date': 'Diesen Tag gibt es nicht. Prüfen Sie Tag, Monat und Jahr.',
  'field.invalid-characters': 'Ein Zeichen darin können wir nicht speichern. Geben Sie es neu ein.',
  'pdf-form-fill.latin.label': '{label}, in lateinischen Buchstaben',
  'pdf-form-fill.latin.hint':
    'Das PDF kann {letters} nicht zeigen. Schreiben Sie es so, wie es in Ihren Papieren steht. Ihre eigene Schreibweise bleibt beim Formular.',
  'pdf-form-fill.latin.answer': '{value} (im PDF: {latin})',
  'field.unprintable-characters':
    'Ein Zeichen darin kann das PDF nicht zeigen. Lassen Sie es weg oder schreiben Sie es anders.',
  'field.too-long-for-field': 'Das passt nicht in den Platz im PDF. Bitte kürzen Sie es.',
  'field.signature_latin.required':
    'Schreiben Sie Ihren Namen auch in lateinischen Buchstaben. So steht er im PDF.',
  'field.too-long': 'Das ist zu lang. Bitte kürzen Sie es.',
  'field.invalid-name':
    'Schreiben Sie den Namen in Buchstaben wie im Ausweis. Emojis und die Zeichen < und > gehen nicht.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren eigenen vollen Namen eintippen.',
  'field.signature-mismatch':
    'Unterschreiben Sie mit Ihrem eigenen vollen Namen. Großschreibung und Akzente sind egal.',
  'field.consent-required': 'Setzen Sie das Häkchen, wenn Sie zustimmen.',
} satisfies Translation<typeof english>;
