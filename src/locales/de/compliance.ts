import type { Translation } from '../catalogue.ts';
import type { compliance as english } from '../en/compliance.ts';

export const compliance = {
  'step.compliance': 'Steuerangaben',
  'compliance.title': 'Steuerangaben',
  'compliance.lead': 'Damit meldet {app} Ihre Einnahmen unter Ihrem Namen.',
  'compliance.law.us-reporting':
    'Das US-Steuerrecht verlangt diese Angaben, sobald Sie in einem Jahr {amount} oder mehr erhalten.',
  'compliance.law.us-withholding':
    'Das US-Steuerrecht verlangt diese Angaben, bevor wir Sie bezahlen dürfen.',
  'compliance.why': 'Warum wir fragen',
  'compliance.why.w9':
    'Ab einer Jahresgrenze muss Ihre Einnahmen der US-Steuerbehörde IRS melden, wer Sie bezahlt (Formular 1099). Das Formular W‑9 nennt dafür Namen und Nummer. Ohne es ginge von jeder Zahlung ein Teil an die IRS.',
  'compliance.why.w8ben':
    'Ohne ein Formular W‑8 muss, wer aus den USA zahlt, bis zu 30 % Quellensteuer einbehalten. Das Formular sagt, wer Sie sind und wo Sie leben. Sie werden dadurch in den USA nicht steuerpflichtig. Eine Steuererklärung brauchen Sie dort deshalb nicht.',
  'compliance.why.who':
    'Steuernummern werden verschlüsselt gespeichert. {app} muss das fertige Formular aufbewahren. Nur Finanzbehörden bekommen es.',
  'compliance.form.label': 'Sind Sie steuerlich eine US-Person?',
  'compliance.form.w9': 'Ja',
  'compliance.form.w9.hint':
    'US-Staatsangehörige, in den USA steuerlich Ansässige (etwa mit Greencard) und US-Unternehmen. Formular W‑9',
  'compliance.form.w8ben': 'Nein, ich selbst werde bezahlt',
  'compliance.form.w8ben.hint':
    'Freiberuflich oder als Einzelunternehmen. Weder US-Staatsangehörigkeit noch steuerlich in den USA ansässig. Formular W‑8BEN',
  'compliance.form.w8bene': 'Nein, ein Unternehmen wird bezahlt',
  'compliance.form.w8bene.hint': 'Gesellschaft, Trust oder Nachlass außerhalb der USA. Formular W‑8BEN‑E',
  'compliance.other': 'Anderes Formular',
  'compliance.entity_type.label': 'Wer wird bezahlt?',
  'compliance.entity_type.individual': 'Ich selbst',
  'compliance.entity_type.individual.hint':
    'Auch freiberuflich, als Einzelunternehmen oder mit einer LLC, die nur Ihnen gehört',
  'compliance.entity_type.business': 'Ein Unternehmen',
  'compliance.entity_type.business.hint': 'Mit eigener EIN',
  'compliance.first_name.label': 'Vorname',
  'compliance.last_name.label': 'Nachname',
  'compliance.whole_name.label': 'Ihr Name',
  'compliance.one_name.label': 'Ich habe nur einen Namen',
  'compliance.business_name.label': 'Eingetragener Name',
  'compliance.date_of_birth.label': 'Geburtsdatum',
  'compliance.date_of_birth.hint':
    'Steht nicht im Formular. Es unterscheidet Sie von Menschen gleichen Namens.',
  'compliance.date.year': 'Jahr',
  'compliance.date.month': 'Monat',
  'compliance.date.day': 'Tag',
  'compliance.tin.label.individual': 'Social Security Number (SSN)',
  'compliance.tin.label.business': 'Employer Identification Number (EIN)',
  'compliance.tin_type.label': 'Das ist meine EIN',
  'compliance.tin.hint.individual': 'Neun Ziffern. Eine ITIN geht auch.',
  'compliance.tin.hint.business': 'Neun Ziffern, wie im Schreiben CP 575.',
  'compliance.tin.hint.before': 'Die Nummer, die nicht passte: {tin}',
  'compliance.tin.show': 'Nummer anzeigen',
  'compliance.page.number': 'Steuernummer',
  'compliance.page.address': 'Anschrift',
  'compliance.page.check': 'Prüfen und versichern',
  'compliance.abroad': 'Meine Adresse ist außerhalb der USA',
  'compliance.line_1.label': 'Straße und Hausnummer',
  'compliance.line_2.label': 'Wohnung, Adresszusatz',
  'compliance.city.label': 'Ort',
  'compliance.state.label': 'Bundesstaat',
  'compliance.postcode.label': 'ZIP-Code',
  'compliance.doing_business_as.label': 'Geschäftlicher Name',
  'compliance.doing_business_as.unfold': 'Geschäftlicher Name oder LLC',
  'compliance.doing_business_as.hint':
    'Wenn Sie unter einem anderen Namen arbeiten oder eine LLC allein besitzen.',
  'compliance.continue': 'Weiter',
  'compliance.certify': 'Versichern und weiter',
  'field.first_name.required': 'Geben Sie Ihren Vornamen ein.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein.',
  'field.business_name.required': 'Geben Sie den eingetragenen Namen des Unternehmens ein.',
  'field.invalid-name':
    'Schreiben Sie den Namen in Buchstaben wie im Ausweis. Emojis und die Zeichen < und > gehen nicht.',
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
    'Bei der IRS passen diese Nummer und der Name nicht zusammen. Prüfen Sie beides und geben Sie die Nummer neu ein.',
  'field.line_1.required': 'Geben Sie Straße und Hausnummer ein.',
  'field.city.required': 'Geben Sie den Ort ein.',
  'field.state.required': 'Wählen Sie den Bundesstaat.',
  'field.invalid-state': 'Wählen Sie einen US-Bundesstaat oder ein Territorium aus der Liste.',
  'field.postcode.required': 'Geben Sie den ZIP-Code ein.',
  'field.invalid-postcode': 'Der ZIP-Code hat fünf Ziffern, etwa 94107.',
  'field.invalid-type': 'Das ist nicht als Text lesbar. Geben Sie es neu ein.',
  'field.too-long': 'Das ist zu lang. Bitte kürzen Sie es.',
  'field.consent-required': 'Setzen Sie das Häkchen, wenn Sie zustimmen.',
} satisfies Translation<typeof english>;
