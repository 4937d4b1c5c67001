import type { Translation } from '../catalogue.ts';
import type { compliance as english } from '../en/compliance.ts';

export const compliance = {
  'step.compliance': 'Steuerangaben',
  'compliance.title': 'Steuerangaben',
  'compliance.lead': '{app} benötigt diese Angaben, damit Ihre Einnahmen unter Ihrem Namen gemeldet werden.',
  'compliance.law.us-reporting':
    'Das US-Steuerrecht verlangt diese Angaben, sobald Sie in einem Jahr {amount} oder mehr erhalten. Das verlangt das Gesetz, nicht {app}.',
  'compliance.law.us-withholding':
    'Das US-Steuerrecht verlangt diese Angaben, bevor wir Ihnen etwas auszahlen dürfen. Das verlangt das Gesetz, nicht {app}.',
  'compliance.reporting.dac7':
    'Nach EU-Recht (DAC7) melden Plattformen wie {app} den Steuerbehörden einmal im Jahr, was Sie erhalten haben. Dazu gehört auch, welches Land Ihre Steuernummer vergeben hat, und Ihre Umsatzsteuer-ID, falls Sie eine haben.',
  'compliance.reporting.uk':
    'Nach britischem Recht melden Plattformen wie {app} der Steuerbehörde HMRC einmal im Jahr, was Sie erhalten haben. Dazu gehört auch, welches Land Ihre Steuernummer vergeben hat.',
  'compliance.reporting.ca':
    'Nach kanadischem Recht (Income Tax Act, Part XX) melden Plattformen wie {app} der Steuerbehörde CRA einmal im Jahr, was Sie erhalten haben. Dazu gehört auch, welches Land Ihre Steuernummer vergeben hat.',
  'compliance.reporting.au':
    'Nach australischem Recht (Sharing Economy Reporting Regime) melden Plattformen wie {app} der Steuerbehörde ATO zweimal im Jahr, was Sie erhalten haben. Dazu gehört auch Ihre ABN, falls Sie eine haben.',
  'compliance.reporting.nz':
    'Nach neuseeländischem Recht melden Plattformen wie {app} der Steuerbehörde Inland Revenue einmal im Jahr, was Sie erhalten haben. Dazu gehört auch, welches Land Ihre Steuernummer vergeben hat.',
  'compliance.why': 'Warum wir danach fragen',
  'compliance.why.w9':
    'Übersteigen Ihre Einnahmen eine jährliche Grenze, muss der Zahler sie der US-Steuerbehörde IRS melden (Form 1099). Form W‑9 nennt ihm dafür Ihren Namen und Ihre Nummer. Ohne das Formular müsste er von jeder Zahlung einen Teil für die IRS einbehalten.',
  'compliance.why.w8ben':
    'US-Zahler müssen von US-Einkünften, die an Personen und Unternehmen im Ausland gehen, bis zu 30\u00a0% Quellensteuer (US) einbehalten, wenn kein Form W‑8 ausweist, wer sie erhält und wo der Empfänger ansässig ist. Das Formular macht Sie in den USA nicht steuerpflichtig, und Sie müssen seinetwegen dort keine Steuererklärung abgeben.',
  'compliance.why.who':
    'Steuernummern werden verschlüsselt gespeichert. {app} bewahrt das fertige Formular auf, weil das Gesetz das vom Zahler verlangt; weitergegeben wird es nur an Steuerbehörden.',
  'compliance.form.label': 'Sind Sie steuerlich eine US-Person?',
  'compliance.form.w9': 'Ja',
  'compliance.form.w9.hint':
    'Ich habe die US-Staatsangehörigkeit oder bin in den USA steuerlich ansässig, zum Beispiel mit Green Card, oder es geht um ein US-Unternehmen. (Form W‑9)',
  'compliance.form.w8ben': 'Nein, das Geld erhalte ich persönlich',
  'compliance.form.w8ben.hint':
    'Ich habe weder die US-Staatsangehörigkeit noch bin ich in den USA steuerlich ansässig. (Form W‑8BEN)',
  'compliance.form.w8bene': 'Nein, das Geld erhält ein Unternehmen',
  'compliance.form.w8bene.hint':
    'Eine Gesellschaft, ein Trust oder ein Nachlass außerhalb der USA. (Form W‑8BEN‑E)',
  'compliance.entity_type.label': 'Wer erhält das Geld?',
  'compliance.entity_type.individual': 'Privatperson',
  'compliance.entity_type.individual.hint': 'Sie selbst, auch mit Einzelunternehmen oder eigener LLC',
  'compliance.entity_type.business': 'Unternehmen',
  'compliance.entity_type.business.hint': 'Mit eigener EIN',
  'compliance.identity.individual': 'Angaben zu Ihnen',
  'compliance.identity.business': 'Angaben zum Unternehmen',
  'compliance.first_name.label': 'Vorname',
  'compliance.last_name.label': 'Nachname',
  'compliance.business_name.label': 'Offizieller Name des Unternehmens',
  'compliance.business_name.hint':
    'Wie in dem Schreiben, mit dem die IRS Ihnen die EIN zugeteilt hat (CP 575).',
  'compliance.date_of_birth.label': 'Geburtsdatum',
  'compliance.date.year': 'JJJJ',
  'compliance.date.month': 'MM',
  'compliance.date.day': 'TT',
  'compliance.tin.label.individual': 'Social Security Number (SSN)',
  'compliance.tin.label.business': 'Employer Identification Number (EIN)',
  'compliance.tin.hint.individual':
    'Neun Ziffern. Wenn Sie stattdessen eine ITIN haben, geben Sie diese ein.',
  'compliance.tin.hint.business': 'Neun Ziffern, wie im Schreiben CP 575.',
  'compliance.tin.hint.before': 'Die Nummer, die nicht gepasst hat: {tin}',
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
  'compliance.tax_classification.hint': 'Die Einstufung nach US-Bundesrecht, Zeile 3a von Form W‑9.',
  'compliance.tax_classification.c_corporation': 'C corporation (Kapitalgesellschaft)',
  'compliance.tax_classification.s_corporation': 'S corporation',
  'compliance.tax_classification.partnership': 'Partnership (Personengesellschaft)',
  'compliance.tax_classification.trust_estate': 'Trust oder Nachlass (estate)',
  'compliance.tax_classification.llc_c': 'LLC, besteuert als C corporation',
  'compliance.tax_classification.llc_s': 'LLC, besteuert als S corporation',
  'compliance.tax_classification.llc_p': 'LLC, besteuert als partnership',
  'compliance.tax_classification.other': 'Andere',
  'compliance.other_classification.label': 'Um welche Form handelt es sich?',
  'compliance.exemptions': 'Befreiungscodes',
  'compliance.exemptions.hint':
    'Zeile 4 des Formulars. Die meisten Unternehmen haben keinen und lassen das Feld leer.',
  'compliance.exempt_payee_code.label': 'Exempt payee code',
  'compliance.fatca_exemption_code.label': 'FATCA-Code',
  'compliance.read.title': 'Vor dem Fortfahren lesen',
  'compliance.read.hint':
    'Das fertige Formular, Zeile für Zeile und als PDF für Ihre Unterlagen. Noch wird nichts eingereicht.',
  'compliance.read': 'Fertiges Formular anzeigen',
  'compliance.read.failed':
    'Das fertige Formular konnte gerade nicht erstellt werden. Versuchen Sie es gleich noch einmal.',
  'compliance.w9.confirm':
    'Mit dem Speichern versichern Sie – falsche Angaben sind strafbar (penalties of perjury) –, dass dies Ihre Nummer ist, dass Sie eine US-Person sind, dass Sie keinem Sicherheitseinbehalt („backup withholding“, einem Steuerabzug von jeder Zahlung) unterliegen und dass ein hier eingegebener Befreiungscode zutrifft.',
  'compliance.continue': 'Speichern und weiter',
  'compliance.continue.sign': 'Unterschreiben und weiter',
  'compliance.mismatch.title': 'Name und Nummer passen nicht zusammen',
  'compliance.mismatch.text':
    'Wir haben bei der US-Steuerbehörde IRS nachgefragt: Dort gehören Name und Nummer nicht zusammen. Bitte prüfen Sie beides:',
  'compliance.mismatch.name.individual':
    'Steht der Name genau so auf Ihrer Social-Security-Karte? Nach einer Namensänderung zählt die Karte, nicht der Ausweis.',
  'compliance.mismatch.name.business':
    'Steht der Name genau so im Schreiben CP 575, gegebenenfalls mit „LLC“ oder „Inc.“?',
  'compliance.mismatch.number': 'Stimmen alle neun Ziffern? Geben Sie sie noch einmal ein.',
  'compliance.pending.title': 'Die IRS prüft Ihre Nummer',
  'compliance.pending.text': 'Wir haben Ihren Namen und Ihre Nummer an die US-Steuerbehörde IRS gesendet.',
  'compliance.pending.number':
    'Wir haben Ihren Namen und die Nummer {tin} an die US-Steuerbehörde IRS gesendet.',
  'compliance.pending.time': 'Die Antwort kommt meist in Sekunden, manchmal erst nach einem Tag.',
  'compliance.pending.next': 'Wie es weitergeht',
  'compliance.pending.match': 'Passt beides zusammen, geht es hier von selbst weiter. Sie müssen nichts tun.',
  'compliance.pending.mismatch': 'Andernfalls sagen wir Ihnen, was Sie prüfen sollten.',
  'compliance.pending.meanwhile':
    'Sie müssen hier nicht warten: Fahren Sie fort. Nur Auszahlungen warten auf die Antwort.',
  'compliance.pending.continue': 'Während der Prüfung fortfahren',
  'field.first_name.required': 'Geben Sie Ihren Vornamen ein.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein.',
  'field.business_name.required': 'Geben Sie den offiziellen Namen des Unternehmens ein.',
  'field.invalid-name': 'Nur Buchstaben: keine Ziffern und keine Zeichen, die in Namen nicht vorkommen.',
  'field.invalid-choice': 'Wählen Sie eine der Möglichkeiten aus.',
  'field.entity_type.required': 'Wählen Sie aus, wer das Geld erhält.',
  'field.date_of_birth.required': 'Geben Sie Ihr Geburtsdatum ein.',
  'field.invalid-date': 'Dieses Datum gibt es nicht. Prüfen Sie es und die Reihenfolge der Angaben.',
  'field.date-in-future': 'Dieser Tag liegt in der Zukunft. Prüfen Sie das Jahr.',
  'field.too-young':
    'Um hier Geld zu erhalten, müssen Sie mindestens 13 Jahre alt sein. Prüfen Sie das Jahr.',
  'field.too-old': 'Das liegt mehr als 120 Jahre zurück. Prüfen Sie das Jahr.',
  'field.tin.required': 'Geben Sie die neun Ziffern der Nummer ein.',
  'field.invalid-ssn':
    'Diese Social Security Number gibt es nicht: Prüfen Sie die neun Ziffern auf Ihrer Karte. Sie beginnen nie mit 000 oder 666.',
  'field.invalid-ein':
    'Eine solche EIN vergibt die IRS nicht: Prüfen Sie die neun Ziffern im Schreiben CP 575.',
  'field.tin-mismatch':
    'Diese Nummer und der Name oben gehören bei der IRS nicht zusammen. Prüfen Sie beides und geben Sie die Nummer erneut ein.',
  'field.line_1.required': 'Geben Sie Straße und Hausnummer ein.',
  'field.city.required': 'Geben Sie den Ort ein.',
  'field.state.required': 'Wählen Sie den Bundesstaat aus.',
  'field.invalid-state': 'Wählen Sie einen Bundesstaat oder ein Gebiet der USA aus der Liste.',
  'field.postcode.required': 'Geben Sie den ZIP-Code ein.',
  'field.invalid-postcode': 'Ein ZIP-Code hat fünf Ziffern, zum Beispiel 94107.',
  'field.invalid-type': 'Diese Eingabe lässt sich nicht als Text lesen. Geben Sie sie erneut ein.',
  'field.too-long': 'Das ist länger, als das Formular zulässt. Kürzen Sie die Eingabe.',
  'field.tax_classification.required': 'Wählen Sie aus, wie das Unternehmen besteuert wird.',
  'field.other_classification.required': 'Geben Sie an, um welche Form es sich handelt.',
  'field.exempt_payee_code.invalid-choice':
    'Ein Code ist eine Zahl von 1 bis 13. Für eine S corporation gibt es keinen.',
  'field.fatca_exemption_code.invalid-choice': 'Ein Code ist ein Buchstabe von A bis M.',
  'field.consent-required': 'Setzen Sie das Häkchen, um zu unterschreiben.',
} satisfies Translation<typeof english>;
