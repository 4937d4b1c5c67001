import type { Translation } from '../catalogue.ts';
import type { complianceW8 as english } from '../en/compliance-w8.ts';

export const complianceW8 = {
  'compliance.reporting.dac7':
    'Nach EU-Recht (DAC7) meldet {app} den Finanzbehörden einmal im Jahr, was Sie erhalten haben.',
  'compliance.reporting.no':
    'Nach norwegischem Recht meldet {app} der Steuerbehörde Skatteetaten einmal im Jahr, was Sie erhalten haben.',
  'compliance.reporting.uk':
    'Nach britischem Recht meldet {app} der Steuerbehörde HMRC einmal im Jahr, was Sie erhalten haben.',
  'compliance.reporting.ca':
    '{app} meldet der Steuerbehörde CRA jährlich, was Sie erhalten haben (Income Tax Act, Part XX).',
  'compliance.reporting.au':
    '{app} meldet der Steuerbehörde ATO zweimal im Jahr, was Sie erhalten haben (Sharing Economy Reporting Regime).',
  'compliance.reporting.nz':
    'Nach neuseeländischem Recht meldet {app} der Steuerbehörde Inland Revenue einmal im Jahr, was Sie erhalten haben.',
  'compliance.address.hint.foreign': 'Wo Sie wohnen und Steuern zahlen.',
  'compliance.state.label.foreign': 'Bundesland oder Provinz',
  'compliance.state.label.province': 'Provinz',
  'compliance.state.label.state': 'Bundesstaat',
  'compliance.state.label.island': 'Insel',
  'compliance.state.label.department': 'Departamento',
  'compliance.state.label.parish': 'Gemeinde (Parish)',
  'compliance.state.label.county': 'County',
  'compliance.state.label.oblast': 'Gebiet (Oblast)',
  'compliance.state.label.emirate': 'Emirat',
  'compliance.state.label.area': 'Gebiet',
  'compliance.state.label.prefecture': 'Präfektur',
  'compliance.state.label.do_si': 'Provinz oder Metropole',
  'compliance.state.label.district': 'Distrikt',
  'compliance.city.label.district': 'Bezirk',
  'compliance.city.label.post_town': 'Ort',
  'compliance.city.label.suburb': 'Vorort oder Ort',
  'compliance.postcode.label.foreign': 'Postleitzahl',
  'compliance.postcode.label.postcode': 'Postleitzahl',
  'compliance.postcode.label.eircode': 'Eircode',
  'compliance.postcode.label.pin': 'PIN-Code',
  'compliance.postcode.wrong': 'Form im gewählten Land: {example}. Prüfen Sie beides.',
  'compliance.address.missing': '{name} fehlt.',
  'compliance.address.missing.example': '{name} fehlt. Beispiel: {example}.',
  'compliance.place_of_work.label': 'Wo Sie arbeiten',
  'compliance.place_of_work.outside': 'Außerhalb der USA',
  'compliance.place_of_work.inside': 'In den USA',
  'compliance.place_of_work.both': 'Teils in den USA',
  'compliance.us_work_percent.label': 'Anteil in den USA',
  'field.place_of_work.required': 'Wählen Sie, wo Sie arbeiten.',
  'field.us_work_percent.required': 'Geben Sie den Anteil ein, etwa 25.',
  'field.invalid-percent': 'Geben Sie eine ganze Zahl von 1 bis 99 ein.',
  'compliance.country.label': 'Land',
  'compliance.country.us': 'Wenn Sie in den USA leben, ist vermutlich das Formular W‑9 das richtige für Sie.',
  'compliance.citizenship_country.label': 'Staatsangehörigkeit',
  'compliance.citizenship_country.us':
    'Mit US-Staatsangehörigkeit gilt das Formular W‑9, wo immer Sie leben.',
  'compliance.use-w9': 'Zum Formular W‑9 wechseln und Eingaben behalten',
  'compliance.name.label': 'Voller Name',
  'compliance.name.hint': 'Wie im Reisepass oder Personalausweis.',
  'compliance.foreign_tax_id.label': 'Steuer-ID oder Steuernummer',
  'compliance.foreign_tax_id.hint.none': 'Mit der Staatsangehörigkeit dieses Landes nicht nötig.',
  'compliance.page.treaty': 'Steuerabkommen',
  'compliance.treaty.claim': 'Niedrigeren Satz nach einem Steuerabkommen nutzen',
  'compliance.claims_treaty.label': 'Ich beanspruche nach einem Abkommen einen niedrigeren Steuersatz',
  'compliance.claims_treaty.hint':
    'Ihr Land hat ein Abkommen mit den USA. Lassen Sie das Häkchen weg, wenn Sie nicht sicher sind, dass es passt.',
  'compliance.us_tax_id.label': 'US-Steuernummer',
  'compliance.us_tax_id.hint':
    'Dafür braucht es eine Steuernummer. Sie haben keine aus Ihrem Land angegeben, also geben Sie eine der USA ein.',
  'compliance.tax_treaty_country.label': 'Land des Abkommens',
  'compliance.tax_treaty_country.hint': 'Wo Sie steuerlich ansässig sind.',
  'compliance.tax_treaty_income_type.label': 'Art der Einkünfte',
  'compliance.tax_treaty_rate.label': 'Beanspruchter Steuersatz',
  'compliance.tax_treaty_rate.hint': 'Von 0 bis 30',
  'compliance.tax_treaty_citation.label': 'Artikel des Abkommens',
  'compliance.tax_treaty_citation.hint': 'Auf Englisch, zum Beispiel „Article 12(1)“',
  'compliance.tax_treaty_explanation.label': 'Warum der Artikel für Sie gilt',
  'compliance.tax_treaty_explanation.hint':
    'Auf Englisch, und nur nötig, wo der Artikel eigene Bedingungen hat.',
  'compliance.tax_treaty_income_type.interest1': 'Zinsen',
  'compliance.tax_treaty_income_type.dividend6': 'Dividenden',
  'compliance.tax_treaty_income_type.dividend7': 'Dividenden zum Satz für Direktbeteiligungen',
  'compliance.tax_treaty_income_type.pension15': 'Pensionen und Renten',
  'compliance.tax_treaty_income_type.socialSecurity': 'Leistungen der Sozialversicherung',
  'compliance.tax_treaty_income_type.equipment10': 'Lizenzgebühren: Nutzung von Ausrüstung',
  'compliance.tax_treaty_income_type.knowhow10': 'Lizenzgebühren: Know-how',
  'compliance.tax_treaty_income_type.patent10': 'Lizenzgebühren: Patente',
  'compliance.tax_treaty_income_type.film11': 'Lizenzgebühren: Film und Fernsehen',
  'compliance.tax_treaty_income_type.copyright12': 'Lizenzgebühren: Urheberrechte',
  'compliance.consent.label': 'Das ist meine elektronische Unterschrift.',
  'field.name.required': 'Geben Sie Ihren vollen Namen ein.',
  'field.foreign_tax_id.required':
    'Geben Sie Ihre Steuer-ID oder Steuernummer ein. Sie steht auf Schreiben Ihres Finanzamts.',
  'field.city.address-incomplete': 'Geben Sie den Ort ein.',
  'field.state.address-incomplete': 'Geben Sie Bundesland oder Provinz ein.',
  'field.postcode.address-incomplete': 'Geben Sie die Postleitzahl ein.',
  'field.postcode.invalid-postcode': 'Das ist keine Postleitzahl des gewählten Landes.',
  'field.country.required': 'Wählen Sie das Land.',
  'field.citizenship_country.required': 'Wählen Sie Ihre Staatsangehörigkeit.',
  'field.invalid-country': 'Wählen Sie ein Land aus der Liste.',
  'field.citizenship_country.invalid-country':
    'Mit US-Staatsangehörigkeit gilt das Formular W‑9, wo immer Sie leben. Wechseln Sie dorthin oder wählen Sie ein anderes Land.',
  'field.country.invalid-country':
    'Dieses Formular ist für Menschen, die außerhalb der USA leben. Wählen Sie ein anderes Land oder wechseln Sie zum Formular W‑9.',
  'field.tax_treaty_income_type.required': 'Wählen Sie die Art der Einkünfte.',
  'field.tax_treaty_citation.required': 'Geben Sie den Artikel ein oder nehmen Sie das Häkchen weg.',
  'field.tax_treaty_rate.required': 'Geben Sie den Steuersatz ein oder nehmen Sie das Häkchen weg.',
  'field.invalid-treaty-rate': 'Geben Sie einen Prozentsatz von 0 bis 30 ein, etwa 15.',
  'compliance.foreign_tax_id.hint':
    'Die Nummer, unter der Sie Steuern zahlen. Sie steht auf Schreiben Ihres Finanzamts.',
  'compliance.foreign_tax_id.hint.called': '{country}: {number}',
  'compliance.foreign_tax_id.odd':
    'Das letzte Zeichen passt nicht zu den anderen. Vergleichen Sie die Nummer mit einem Schreiben des Finanzamts. Steht sie dort so, machen Sie einfach weiter.',
  'compliance.foreign_tax_id.wrong':
    'Diese Nummer stimmt nicht. So sieht sie aus: {looks} ({number}, {country}).',
  'compliance.foreign_tax_id.wrong.any':
    'So sieht eine Steuernummer dieses Landes nicht aus. Vergleichen Sie sie mit einem Schreiben des Finanzamts.',
  'compliance.no_foreign_tax_id.label': 'Nach dem Gesetz brauche ich keine solche Nummer',
  'compliance.tax_id_country.other': 'Die Nummer ist aus einem anderen Land',
  'compliance.tax_id_country.none': 'Keine Nummer, oder eine aus einem anderen Land',
  'compliance.tax_id_country.label': 'Land, das die Nummer vergeben hat',
  'compliance.place_of_birth.label': 'Geburtsort',
  'compliance.place_of_birth.hint': 'Ort und Land. Wird anstelle einer Steuernummer gebraucht.',
  'compliance.vat_id.label': 'USt-IdNr.',
  'compliance.vat_id.hint': 'Mit den Buchstaben davor, zum Beispiel DE oder AT.',
  'compliance.vat_id.wrong':
    'Diese USt-IdNr. stimmt nicht. So sieht sie aus: {looks}. Prüfen Sie sie oder lassen Sie das Feld leer.',
  'compliance.abn.label': 'ABN',
  'compliance.abn.hint': 'Elf Ziffern. Nicht Ihre Tax File Number.',
  'compliance.tax_treaty_citation.hint.suggested':
    'Aus der Abkommenstabelle der IRS. Prüfen Sie, ob es passt.',
  'field.foreign_tax_id.invalid-foreign-tax-id':
    'So sieht eine Steuernummer dieses Landes nicht aus. Vergleichen Sie sie mit einem Schreiben des Finanzamts.',
  'field.tax_id_country.required': 'Wählen Sie das Land, das die Nummer vergeben hat.',
  'field.place_of_birth.required': 'Geben Sie ein, wo Sie geboren sind.',
  'field.invalid-vat-id':
    'Das ist keine USt-IdNr. dieses Landes. Prüfen Sie sie mit den Buchstaben davor oder lassen Sie das Feld leer.',
  'field.invalid-abn': 'Eine ABN hat elf Ziffern. Prüfen Sie sie oder lassen Sie das Feld leer.',
  'field.us_tax_id.required': 'Geben Sie Ihre US-Steuernummer ein oder nehmen Sie das Häkchen weg.',
  'field.us_tax_id.invalid-ssn': 'Das ist keine SSN oder ITIN. Sie haben neun Ziffern.',
  'field.us_tax_id.invalid-ein': 'Das ist keine EIN. Sie hat neun Ziffern.',
  'field.not-a-residence':
    'Geben Sie an, wo Sie wohnen. Ein Postfach oder eine fremde Adresse gilt nicht. Hat Ihre Straße keinen Namen, beschreiben Sie den Ort.',
  'field.tax_treaty_country.required': 'Wählen Sie das Land des Abkommens.',
  'field.no-tax-treaty':
    'Die USA haben mit diesem Land kein Doppelbesteuerungsabkommen. Wählen Sie ein anderes oder nehmen Sie das Häkchen weg.',
} satisfies Translation<typeof english>;
