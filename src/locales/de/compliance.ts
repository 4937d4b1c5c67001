import type { Translation } from '../catalogue.ts';
import type { compliance as english } from '../en/compliance.ts';

export const compliance = {
  'step.compliance': 'Steuerangaben',
  'compliance.title': 'Steuerangaben',
  'compliance.lead': '{app} fragt danach, damit Ihre Einnahmen unter Ihrem Namen gemeldet werden.',
  'compliance.law.us-reporting':
    'Nicht {app} verlangt diese Angaben, sondern das US-Steuerrecht, sobald Sie in einem Jahr {amount} oder mehr erhalten.',
  'compliance.law.us-withholding':
    'Nicht {app} verlangt diese Angaben, sondern das US-Steuerrecht. Erst danach dürfen wir Sie bezahlen.',
  'compliance.why': 'Warum wir fragen',
  'compliance.why.w9':
    'Wer Sie bezahlt, muss der US-Steuerbehörde IRS Ihre Einnahmen melden, sobald sie eine Jahresgrenze überschreiten (Formular 1099). Das Formular W‑9 nennt dafür Namen und Nummer. Ohne es müsste von jeder Zahlung ein Teil für die IRS einbehalten werden.',
  'compliance.why.w8ben':
    'Wer aus den USA zahlt, muss von US-Einkünften, die ins Ausland gehen, bis zu 30 % Quellensteuer einbehalten, wenn kein Formular W‑8 sagt, wer Sie sind und wo Sie leben. Sie werden dadurch in den USA nicht steuerpflichtig und müssen deshalb dort keine Steuererklärung abgeben.',
  'compliance.why.who':
    'Steuernummern werden verschlüsselt gespeichert. {app} bewahrt das fertige Formular auf, weil das Gesetz es verlangt, und gibt es nur an Finanzbehörden weiter.',
  'compliance.form.label': 'Sind Sie steuerlich eine US-Person?',
  'compliance.form.w9': 'Ja',
  'compliance.form.w9.hint':
    'Ich habe die US-Staatsangehörigkeit oder bin in den USA steuerlich ansässig, zum Beispiel mit Greencard, oder es geht um ein US-Unternehmen. (Formular W‑9)',
  'compliance.form.w8ben': 'Nein, ich werde als Privatperson bezahlt',
  'compliance.form.w8ben.hint':
    'Ich habe keine US-Staatsangehörigkeit und bin in den USA nicht steuerlich ansässig. (Formular W‑8BEN)',
  'compliance.form.w8bene': 'Nein, ein Unternehmen wird bezahlt',
  'compliance.form.w8bene.hint':
    'Eine Gesellschaft, ein Trust oder ein Nachlass außerhalb der USA. (Formular W‑8BEN‑E)',
  'compliance.entity_type.label': 'Wer wird bezahlt?',
  'compliance.entity_type.individual': 'Eine Privatperson',
  'compliance.entity_type.individual.hint': 'Sie selbst, auch mit Einzelunternehmen oder eigener LLC',
  'compliance.entity_type.business': 'Ein Unternehmen',
  'compliance.entity_type.business.hint': 'Mit eigener EIN',
  'compliance.identity.individual': 'Angaben zur Person',
  'compliance.identity.business': 'Angaben zum Unternehmen',
  'compliance.first_name.label': 'Vorname',
  'compliance.last_name.label': 'Nachname',
  'compliance.whole_name.label': 'Ihr Name',
  'compliance.one_name.label': 'Ich habe nur einen Namen',
  'compliance.business_name.label': 'Eingetragener Name',
  'compliance.business_name.hint': 'Wie im Schreiben, mit dem die IRS die EIN vergeben hat (CP 575).',
  'compliance.date_of_birth.label': 'Geburtsdatum',
  'compliance.date.year': 'Jahr',
  'compliance.date.month': 'Monat',
  'compliance.date.day': 'Tag',
  'compliance.tin.label.individual': 'Social Security Number (SSN)',
  'compliance.tin.label.business': 'Employer Identification Number (EIN)',
  'compliance.tin.hint.individual':
    'Neun Ziffern. Wenn Sie stattdessen eine ITIN haben, geben Sie diese ein.',
  'compliance.tin.hint.business': 'Neun Ziffern, wie im Schreiben CP 575.',
  'compliance.tin.hint.before': 'Die Nummer, die nicht passte: {tin}',
  'compliance.tin.show': 'Nummer anzeigen',
  'compliance.address.title.us': 'Anschrift',
  'compliance.line_1.label': 'Straße und Hausnummer',
  'compliance.line_2.label': 'Wohnung, Adresszusatz',
  'compliance.city.label': 'Ort',
  'compliance.state.label': 'Bundesstaat',
  'compliance.postcode.label': 'ZIP-Code',
  'compliance.doing_business_as.label': 'Geschäftsbezeichnung',
  'compliance.doing_business_as.hint': 'Auch der Name einer LLC, die Ihnen allein gehört.',
  'compliance.tax_classification.label': 'Wie wird das Unternehmen besteuert?',
  'compliance.tax_classification.hint': 'Die Einstufung durch den Bund, Zeile 3a des Formulars W‑9.',
  'compliance.tax_classification.c_corporation': 'C Corporation (Kapitalgesellschaft)',
  'compliance.tax_classification.s_corporation': 'S Corporation',
  'compliance.tax_classification.partnership': 'Partnership (Personengesellschaft)',
  'compliance.tax_classification.trust_estate': 'Trust oder Nachlass',
  'compliance.tax_classification.llc_c': 'LLC, besteuert wie eine C Corporation',
  'compliance.tax_classification.llc_s': 'LLC, besteuert wie eine S Corporation',
  'compliance.tax_classification.llc_p': 'LLC, besteuert wie eine Partnership',
  'compliance.tax_classification.other': 'Etwas anderes',
  'compliance.other_classification.label': 'Was ist es?',
  'compliance.exemptions': 'Befreiungscodes',
  'compliance.exemptions.hint':
    'Zeile 4 des Formulars. Die meisten Unternehmen haben keine und lassen das leer.',
  'compliance.exempt_payee_code.label': 'Code für befreite Empfänger',
  'compliance.fatca_exemption_code.label': 'FATCA-Code',
  'compliance.read.title': 'Erst lesen, dann weiter',
  'compliance.read.hint':
    'Das fertige Formular, Zeile für Zeile und als PDF zum Aufbewahren. Noch ist nichts eingereicht.',
  'compliance.read': 'Fertiges Formular zeigen',
  'compliance.read.failed':
    'Das fertige Formular ließ sich gerade nicht erstellen. Versuchen Sie es gleich noch einmal.',
  'compliance.w9.confirm':
    'Mit dem Speichern versichern Sie, dass diese Nummer Ihre ist, dass Sie eine US-Person sind, dass Sie keinem Sicherheitseinbehalt („backup withholding“) unterliegen und dass ein hier angegebener Befreiungscode richtig ist. Falsche Angaben sind strafbar („penalties of perjury“). Es gilt der englische Wortlaut des Formulars.',
  'compliance.continue': 'Speichern und weiter',
  'compliance.continue.sign': 'Unterschreiben und weiter',
  'compliance.mismatch.title': 'Name und Nummer passen nicht zusammen',
  'compliance.mismatch.text':
    'Wir haben die IRS gefragt: Dort gehören Name und Nummer nicht zusammen. Bitte prüfen Sie beides:',
  'compliance.mismatch.name.individual':
    'Steht der Name genau so auf Ihrer Social-Security-Karte? Nach einer Namensänderung zählt die Karte, nicht Ihr Ausweis.',
  'compliance.mismatch.name.business':
    'Steht der Name genau so im Schreiben CP 575, mit „LLC“ oder „Inc.“, wenn es dort steht?',
  'compliance.mismatch.number': 'Stimmen alle neun Ziffern? Geben Sie sie noch einmal ein.',
  'compliance.pending.title': 'Die IRS prüft Ihre Nummer',
  'compliance.pending.text': 'Wir haben Ihren Namen und Ihre Nummer an die IRS gesendet.',
  'compliance.pending.number': 'Wir haben Ihren Namen und die Nummer {tin} an die IRS gesendet.',
  'compliance.pending.time': 'Die Antwort dauert meist Sekunden, manchmal bis zu einem Tag.',
  'compliance.pending.next': 'So geht es weiter',
  'compliance.pending.match':
    'Passen sie zusammen, geht diese Seite von selbst weiter. Sie müssen nichts tun.',
  'compliance.pending.mismatch': 'Wenn nicht, sagen wir Ihnen, was zu prüfen ist.',
  'compliance.pending.meanwhile':
    'Sie müssen hier nicht warten: Machen Sie jetzt weiter, nur Auszahlungen warten auf die Antwort.',
  'compliance.pending.continue': 'Während der Prüfung weiter',
  'field.first_name.required': 'Geben Sie Ihren Vornamen ein.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein.',
  'field.business_name.required': 'Geben Sie den eingetragenen Namen des Unternehmens ein.',
  'field.invalid-name': 'Ein Name braucht einen Buchstaben und hat weder Emojis noch die Zeichen < und >.',
  'field.invalid-choice': 'Wählen Sie eine der Möglichkeiten.',
  'field.entity_type.required': 'Wählen Sie, wer bezahlt wird.',
  'field.date_of_birth.required': 'Geben Sie Ihr Geburtsdatum ein.',
  'field.invalid-date': 'Diesen Tag gibt es nicht. Prüfen Sie Tag, Monat und Jahr.',
  'field.incomplete-date': 'Geben Sie Tag, Monat und Jahr ein.',
  'field.invalid-month': 'Der Monat geht von 1 bis 12.',
  'field.short-year': 'Das Jahr hat vier Ziffern.',
  'field.date-in-future': 'Das liegt in der Zukunft. Prüfen Sie das Jahr.',
  'field.too-young':
    'Um hier bezahlt zu werden, müssen Sie mindestens 13 Jahre alt sein. Prüfen Sie das Jahr.',
  'field.too-old': 'Das ist mehr als 120 Jahre her. Prüfen Sie das Jahr.',
  'field.tin.required': 'Geben Sie die neun Ziffern der Nummer ein.',
  'field.invalid-ssn':
    'Diese Social Security Number hat niemand: Prüfen Sie die neun Ziffern auf Ihrer Karte. Sie beginnen nie mit 000 oder 666.',
  'field.invalid-ein':
    'Eine solche EIN vergibt die IRS nicht: Prüfen Sie die neun Ziffern im Schreiben CP 575.',
  'field.tin-mismatch':
    'Bei der IRS passen diese Nummer und der Name oben nicht zusammen. Prüfen Sie beides und geben Sie die Nummer neu ein.',
  'field.line_1.required': 'Geben Sie Straße und Hausnummer ein.',
  'field.city.required': 'Geben Sie den Ort ein.',
  'field.state.required': 'Wählen Sie den Bundesstaat.',
  'field.invalid-state': 'Wählen Sie einen US-Bundesstaat oder ein Territorium aus der Liste.',
  'field.postcode.required': 'Geben Sie den ZIP-Code ein.',
  'field.invalid-postcode': 'Der ZIP-Code hat fünf Ziffern, etwa 94107.',
  'field.invalid-type': 'Das ist nicht als Text lesbar. Geben Sie es neu ein.',
  'field.too-long': 'Das ist zu lang. Bitte kürzen Sie es.',
  'field.tax_classification.required': 'Wählen Sie, wie das Unternehmen besteuert wird.',
  'field.other_classification.required': 'Schreiben Sie, was für ein Rechtsträger es ist.',
  'field.exempt_payee_code.invalid-choice':
    'Ein Code ist eine Zahl von 1 bis 13. Eine S Corporation hat keinen.',
  'field.fatca_exemption_code.invalid-choice': 'Ein Code ist ein Buchstabe von A bis M.',
  'field.consent-required': 'Setzen Sie das Häkchen, wenn Sie zustimmen.',
} satisfies Translation<typeof english>;
