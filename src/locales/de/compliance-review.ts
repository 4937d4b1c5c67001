import type { Translation } from '../catalogue.ts';
import type { complianceReview as english } from '../en/compliance-review.ts';

export const complianceReview = {
  'compliance.page.who': 'Wer bezahlt wird',
  'compliance.change': 'Ändern',
  'compliance.read': 'Fertiges Formular zeigen',
  'compliance.read.failed': 'Das Formular ist gerade nicht zu haben. Versuchen Sie es gleich noch einmal.',
  'compliance.review.hint': 'Das wird eingereicht.',
  'compliance.review.download': 'Als PDF herunterladen',
  'compliance.certify.title': 'Was Sie versichern',
  'compliance.certify.issued': 'Der englische Wortlaut, der gilt',
  'compliance.certify.w9':
    'Diese Nummer ist meine. Ich bin eine US-Person. Ich unterliege keinem Sicherheitseinbehalt („backup withholding“). Ist ein Code zur Befreiung angegeben, ist er richtig. Falsche Angaben sind strafbar („penalties of perjury“).',
  'compliance.certify.w9.struck':
    'Diese Nummer ist meine. Ich bin eine US-Person. Ist ein Code zur Befreiung angegeben, ist er richtig. Falsche Angaben sind strafbar („penalties of perjury“).',
  'compliance.certify.w8ben':
    'Ich habe das Formular geprüft. Soweit ich weiß, ist es richtig und vollständig. Falsche Angaben sind strafbar („penalties of perjury“). Das Geld gehört mir, oder ich darf für die Person unterschreiben, der es gehört. Sie ist keine US-Person. Sie ist in dem Land ansässig, dessen Abkommen sie nutzt. Die Einkünfte kommen nicht aus einem Geschäftsbetrieb in den USA, oder sie sind dort nach einem Abkommen steuerfrei. Oder es geht um einen Anteil an einer Personengesellschaft. Bei Geschäften über Broker oder Tauschbörsen ist die Person befreit. Wer zahlt oder Steuer einbehält, darf das Formular sehen. Stimmt etwas nicht mehr, sende ich binnen 30 Tagen ein neues.',
  'compliance.certify.w8bene':
    'Ich habe das Formular geprüft. Soweit ich weiß, ist es richtig und vollständig. Falsche Angaben sind strafbar („penalties of perjury“). Das Geld gehört dem Unternehmen. Oder es bescheinigt damit seinen FATCA-Status oder nutzt das Formular für Section 6050W oder 6050Y. Es ist keine US-Person. Die Einkünfte kommen nicht aus einem Geschäftsbetrieb in den USA, oder sie sind dort nach einem Abkommen steuerfrei. Oder es geht um einen Anteil an einer Personengesellschaft. Bei Geschäften über Broker oder Tauschbörsen ist das Unternehmen befreit. Wer zahlt oder Steuer einbehält, darf das Formular sehen. Stimmt etwas nicht mehr, sendet das Unternehmen binnen 30 Tagen ein neues. Ich darf für das Unternehmen unterschreiben.',
  'compliance.struck': 'Gestrichen:',
  'compliance.backup': 'Brief zum Sicherheitseinbehalt?',
  'compliance.backup.label':
    'Laut der IRS unterliege ich dem Sicherheitseinbehalt („backup withholding“). Punkt 2 wird gestrichen.',
  'compliance.backup.hint':
    'In so einem Brief steht, dass ein Teil jeder Zahlung an die IRS geht. Die meisten erhalten nie einen. Hat ein späterer Brief das beendet, lassen Sie das Feld leer.',
  'compliance.signature.label': 'Unterschrift',
  'compliance.signature.hint': 'Tippen Sie Ihren vollen Namen ein: {name}',
  'compliance.signature.hint.empty': 'Tippen Sie Ihren vollen Namen ein.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren eigenen vollen Namen eintippen.',
  'field.signature-mismatch':
    'Unterschreiben Sie mit Ihrem eigenen vollen Namen. Großschreibung und Akzente sind egal.',
  'compliance.mismatch.title': 'Die IRS kennt diese Nummer unter einem anderen Namen',
  'compliance.mismatch.name.individual':
    'Steht „{name}“ genau so auf Ihrer Social-Security-Karte? Dann geben Sie die Nummer noch einmal ein.',
  'compliance.mismatch.name.business':
    'Steht „{name}“ genau so im Schreiben CP 575, mit „LLC“ oder „Inc.“? Dann geben Sie die Nummer noch einmal ein.',
  'compliance.mismatch.change': 'Namen ändern',
  'compliance.pending.title': 'Die IRS prüft Ihre Nummer',
  'compliance.pending.continue': 'Während der Prüfung weiter',
  'compliance.pending.text': 'Wir haben Ihren Namen und Ihre Nummer an die IRS gesendet.',
  'compliance.pending.number': 'Wir haben Ihren Namen und die Nummer {tin} an die IRS gesendet.',
  'compliance.pending.time': 'Die Antwort dauert meist Sekunden, manchmal einen Tag.',
  'compliance.pending.no-message':
    'Wir senden keine Nachricht: Öffnen Sie diese Seite wieder, um die Antwort zu sehen.',
  'compliance.pending.next': 'So geht es weiter',
  'compliance.pending.match':
    'Passen sie zusammen, geht diese Seite von selbst weiter. Sie müssen nichts tun.',
  'compliance.pending.mismatch': 'Wenn nicht, sagen wir Ihnen, was zu prüfen ist.',
  'compliance.pending.notification': 'Dauert es länger als zehn Minuten, erhalten Sie eine SMS an {phone}.',
  'compliance.pending.meanwhile':
    'Sie müssen nicht warten: Machen Sie jetzt weiter. Nur Auszahlungen warten auf die Antwort.',
} satisfies Translation<typeof english>;
