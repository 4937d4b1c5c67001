import type { Translation } from '../catalogue.ts';
import type { complianceW8 as english } from '../en/compliance-w8.ts';

export const complianceW8 = {
  'compliance.address.title.foreign': 'Wo Sie wohnen',
  'compliance.address.hint.foreign':
    'Ihr ständiger Wohnsitz, an dem Sie Steuern zahlen. Ein Postfach lässt das Formular nicht zu.',
  'compliance.state.label.foreign': 'Bundesland oder Provinz',
  'compliance.postcode.label.foreign': 'Postleitzahl',
  'compliance.country.label': 'Land',
  'compliance.country.us': 'Wenn Sie in den USA leben, ist vermutlich das Formular W-9 das richtige für Sie.',
  'compliance.citizenship_country.label': 'Staatsangehörigkeit',
  'compliance.citizenship_country.us':
    'Mit US-Staatsangehörigkeit gilt das Formular W-9, wo immer Sie leben.',
  'compliance.use-w9': 'Zum Formular W-9 wechseln und Eingaben behalten',
  'compliance.name.label': 'Voller Name',
  'compliance.name.hint': 'Wie im Reisepass oder Personalausweis.',
  'compliance.foreign_tax_id.label': 'Steuer-Identifikationsnummer Ihres Landes',
  'compliance.foreign_tax_id.hint.none': 'Mit der Staatsangehörigkeit dieses Landes nicht nötig.',
  'compliance.treaty.title': 'Doppelbesteuerungsabkommen',
  'compliance.claims_treaty.label': 'Ich beanspruche einen niedrigeren Satz nach einem Abkommen',
  'compliance.claims_treaty.hint':
    'Nur, wenn Sie wissen, dass Ihr Land mit den USA ein solches Abkommen hat. Lassen Sie das Häkchen weg, wenn Sie nicht sicher sind.',
  'compliance.tax_treaty_country.label': 'Land des Abkommens',
  'compliance.tax_treaty_country.hint': 'Wo Sie steuerlich ansässig sind.',
  'compliance.tax_treaty_income_type.label': 'Art der Einkünfte',
  'compliance.tax_treaty_rate.label': 'Beanspruchter Satz',
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
  'compliance.sign.title': 'Formular unterschreiben',
  'compliance.sign.declare':
    'Unter Strafandrohung bei falschen Angaben erkläre ich, dass ich dieses Formular durchgesehen habe und dass es nach meinem Wissen und meiner Überzeugung wahr, richtig und vollständig ist. Ebenso versichere ich (es gilt der englische Wortlaut des Formulars):',
  'compliance.sign.owner':
    'diese Einkünfte gehören mir als wirtschaftlich berechtigter Person, oder ich darf für diese Person unterschreiben;',
  'compliance.sign.foreign': 'diese Person ist keine US-Person;',
  'compliance.sign.treaty':
    'diese Person ist in dem oben genannten Land im Sinne seines Abkommens mit den USA ansässig;',
  'compliance.sign.share':
    'wer diese Einkünfte zahlt oder davon Steuer einbehält, darf dieses Formular sehen, und ich sende innerhalb von 30 Tagen ein neues, wenn etwas darin nicht mehr stimmt.',
  'compliance.signature.label': 'Unterschrift',
  'compliance.signature.hint': 'Tippen Sie Ihren vollen Namen ein wie oben: {name}',
  'compliance.signature.hint.empty': 'Tippen Sie Ihren vollen Namen ein wie oben.',
  'compliance.consent.label':
    'Ich unterschreibe dieses Formular elektronisch und darf es für die darin genannte Person unterschreiben.',
  'field.name.required': 'Geben Sie Ihren vollen Namen ein.',
  'field.foreign_tax_id.required':
    'Geben Sie die Steuer-Identifikationsnummer Ihres Landes ein. Sie steht auf Schreiben Ihres Finanzamts.',
  'field.country.required': 'Wählen Sie das Land, in dem Sie leben.',
  'field.citizenship_country.required': 'Wählen Sie Ihre Staatsangehörigkeit.',
  'field.invalid-country': 'Wählen Sie ein Land aus der Liste.',
  'field.citizenship_country.invalid-country':
    'Mit US-Staatsangehörigkeit gilt das Formular W-9, wo immer Sie leben. Wechseln Sie dorthin oder wählen Sie ein anderes Land.',
  'field.country.invalid-country':
    'Dieses Formular ist für Menschen, die außerhalb der USA leben. Wählen Sie ein anderes Land oder wechseln Sie zum Formular W-9.',
  'field.tax_treaty_income_type.required': 'Wählen Sie die Art der Einkünfte.',
  'field.tax_treaty_citation.required': 'Geben Sie den Artikel ein oder nehmen Sie das Häkchen weg.',
  'field.tax_treaty_rate.required': 'Geben Sie den Satz ein oder nehmen Sie das Häkchen weg.',
  'field.invalid-treaty-rate': 'Geben Sie einen Prozentsatz von 0 bis 30 ein, etwa 15.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren vollen Namen eintippen.',
  'field.signature-mismatch': 'Die Unterschrift muss Buchstabe für Buchstabe der Name oben sein.',
  'compliance.tax-id.title': 'Steuernummer in Ihrem Land',
  'compliance.foreign_tax_id.hint':
    'Die Nummer, unter der Sie dort Steuern zahlen, wo Sie wohnen. Sie steht auf Schreiben Ihres Finanzamts.',
  'compliance.foreign_tax_id.hint.called': '{country}: {number}',
  'compliance.foreign_tax_id.wrong':
    'So sieht eine Nummer dieser Art ({number}, {country}) nicht aus. Vergleichen Sie sie mit einem Schreiben des Finanzamts.',
  'compliance.foreign_tax_id.wrong.any':
    'So sieht eine Steuernummer dieses Landes nicht aus. Vergleichen Sie sie mit einem Schreiben des Finanzamts.',
  'compliance.no_foreign_tax_id.label': 'Ich habe keine Steuernummer und brauche an meinem Wohnort keine',
  'compliance.tax_id_country.label': 'Land, das die Nummer vergeben hat',
  'compliance.tax_id_country.hint': 'Das Land, in dem Sie leben, wenn Sie kein anderes wählen.',
  'compliance.place_of_birth.label': 'Geburtsort',
  'compliance.place_of_birth.hint': 'Ort und Land. Wird anstelle einer Steuernummer gebraucht.',
  'compliance.vat_id.label': 'USt-IdNr.',
  'compliance.vat_id.hint':
    'Mit den Buchstaben davor, zum Beispiel DE oder AT. Lassen Sie das Feld leer, wenn Sie keine haben.',
  'compliance.abn.label': 'ABN',
  'compliance.abn.hint': 'Elf Ziffern. Nicht Ihre Tax File Number.',
  'compliance.business_registration_number.label': 'Handelsregisternummer',
  'compliance.business_registration_number.hint': 'Wie im Handels- oder Unternehmensregister.',
  'compliance.incorporation_country.label': 'Gründungsland',
  'compliance.incorporation_country.us': 'Für ein Unternehmen nach US-Recht gilt das Formular W-9.',
  'compliance.business_name.hint.abroad': 'Wie im Handelsregister.',
  'compliance.address.title.seat': 'Wo das Unternehmen steuerlich ansässig ist',
  'compliance.address.hint.seat': 'Sein ständiger Sitz. Ein Postfach lässt das Formular nicht zu.',
  'compliance.chapter3_status.label': 'Art des Unternehmens',
  'compliance.chapter3_status.corporation': 'Kapitalgesellschaft (GmbH, AG, Ltd, …)',
  'compliance.chapter3_status.complex_trust': 'Trust („complex trust“)',
  'compliance.chapter3_status.estate': 'Nachlass',
  'compliance.chapter4_status.label': 'FATCA-Status',
  'compliance.chapter4_status.hint': 'Auf die meisten, die Arbeit oder Waren verkaufen, trifft der erste zu.',
  'compliance.chapter4_status.active_nffe': 'Aktive NFFE: Einkünfte meist aus Handel oder Dienstleistungen',
  'compliance.chapter4_status.passive_nffe': 'Passive NFFE ohne wesentliche US-Eigentümer',
  'compliance.chapter4_status.publicly_traded_nffe': 'Börsennotierte NFFE',
  'compliance.chapter4_status.direct_reporting_nffe': 'Direkt meldende NFFE',
  'compliance.chapter4_status.participating_ffi': 'Teilnehmendes Finanzinstitut (Participating FFI)',
  'compliance.chapter4_status.reporting_model_1_ffi':
    'Meldendes Finanzinstitut nach Modell 1 (Reporting Model 1 FFI)',
  'compliance.chapter4_status.reporting_model_2_ffi':
    'Meldendes Finanzinstitut nach Modell 2 (Reporting Model 2 FFI)',
  'compliance.chapter4_status.registered_deemed_compliant_ffi':
    'Registriertes FATCA-konformes Finanzinstitut (Registered Deemed-Compliant FFI)',
  'compliance.status.none': 'Nichts davon trifft zu',
  'compliance.status.none.entity':
    'Eine Personengesellschaft, ein „simple trust“ oder „grantor trust“ und wer Geld für andere empfängt, braucht das Formular W-8IMY; ein Staat, eine internationale oder eine steuerbefreite Organisation das Formular W-8EXP. Beides lässt sich hier nicht ausfüllen: Bitte schreiben Sie {app}.',
  'compliance.status.none.fatca':
    'Eine passive NFFE mit wesentlichen US-Eigentümern muss diese auflisten, und andere Finanzinstitute und befreite Eigentümer versichern mehr, als auf einen Bildschirm passt. Sie reichen das Formular W-8BEN-E auf Papier ein: Bitte schreiben Sie {app}.',
  'compliance.securities_market.label': 'Börse',
  'compliance.securities_market.hint': 'Eine, an der die Aktien regelmäßig gehandelt werden.',
  'compliance.giin.label': 'GIIN',
  'compliance.giin.hint': 'Von der IRS vergeben: XXXXXX.XXXXX.XX.XXX',
  'compliance.status_certified.label.active_nffe':
    'Ich versichere: Das Unternehmen ist ein ausländischer Rechtsträger und kein Finanzinstitut; im letzten Kalenderjahr waren weniger als 50 % seiner Bruttoeinkünfte passiv, und weniger als 50 % seiner Vermögenswerte (gewichteter Durchschnitt, vierteljährlich gemessen) bringen passive Einkünfte oder werden dafür gehalten.',
  'compliance.status_certified.label.passive_nffe':
    'Ich versichere: Das Unternehmen ist ein ausländischer Rechtsträger und kein Finanzinstitut (außer als Investmentgesellschaft aus einem US-Außengebiet), es bescheinigt keinen anderen NFFE-Status, und es hat keine wesentlichen US-Eigentümer oder, soweit es darauf ankommt, keine beherrschenden US-Personen.',
  'compliance.status_certified.label.publicly_traded_nffe':
    'Ich versichere: Das Unternehmen ist eine ausländische Kapitalgesellschaft und kein Finanzinstitut, und seine Aktien werden an der hier genannten Börse regelmäßig gehandelt.',
  'compliance.status_certified.label.giin':
    'Ich versichere, dass das Unternehmen diesen Status hat und unter dieser GIIN bei der IRS registriert ist.',
  'compliance.lob_category.label': 'Schranke für Abkommensvorteile („Limitation on Benefits“)',
  'compliance.lob_category.hint':
    'Der Test des Abkommens, den das Unternehmen erfüllt. Damit versichern Sie, dass es diese Einkünfte bezieht und erfüllt, was das Abkommen verlangt.',
  'compliance.lob_category.government': 'Staat',
  'compliance.lob_category.pension': 'Steuerbefreiter Pensionstrust oder Pensionsfonds',
  'compliance.lob_category.exempt_organization': 'Andere steuerbefreite Organisation',
  'compliance.lob_category.public_company': 'Börsennotierte Kapitalgesellschaft',
  'compliance.lob_category.public_subsidiary': 'Tochter einer börsennotierten Kapitalgesellschaft',
  'compliance.lob_category.ownership_base_erosion': 'Test auf Eigentum und Gewinnverlagerung',
  'compliance.lob_category.derivative_benefits': 'Test auf abgeleitete Vorteile',
  'compliance.lob_category.active_trade': 'Test auf aktive Geschäftstätigkeit',
  'compliance.lob_category.discretionary': 'Günstige Einzelentscheidung der Behörde',
  'compliance.lob_category.no_lob_article': 'Das Abkommen hat keinen solchen Artikel',
  'compliance.lob_category.other': 'Etwas anderes',
  'compliance.lob_article.label': 'Artikel und Absatz',
  'compliance.tax_treaty_citation.hint.suggested':
    'Aus der Abkommenstabelle der IRS. Prüfen Sie, ob es passt.',
  'compliance.sign.income':
    'dieses Formular betrifft Einkünfte, die nicht aus einer Geschäftstätigkeit in den USA stammen oder dort nach einem Abkommen nicht besteuert werden, oder den Anteil an solchen Einkünften einer Personengesellschaft oder den Erlös aus dem Verkauf eines Anteils an ihr;',
  'compliance.sign.broker':
    'bei Wertpapier- und Tauschgeschäften über Vermittler ist die wirtschaftlich berechtigte Person eine befreite ausländische Person im Sinne der Anleitung zum Formular;',
  'compliance.sign.entity.owner':
    'das Unternehmen ist an den Einkünften wirtschaftlich berechtigt oder gibt dieses Formular ab, um seinen FATCA-Status zu bescheinigen oder für Section 6050W oder 6050Y;',
  'compliance.sign.entity.foreign': 'das Unternehmen ist keine US-Person;',
  'compliance.sign.entity.treaty':
    'das Unternehmen ist in dem oben genannten Land im Sinne seines Abkommens mit den USA ansässig;',
  'compliance.signer_name.label': 'Wer unterschreibt',
  'compliance.capacity.label': 'Ich bin berechtigt, für dieses Unternehmen zu unterschreiben.',
  'compliance.consent.label.business':
    'Ich unterschreibe dieses Formular elektronisch für das darin genannte Unternehmen.',
  'field.incorporation_country.required': 'Wählen Sie das Land, in dem das Unternehmen gegründet ist.',
  'field.incorporation_country.invalid-country':
    'Für ein Unternehmen nach US-Recht gilt das Formular W-9. Wählen Sie ein anderes Land oder wechseln Sie.',
  'field.chapter3_status.required': 'Wählen Sie die Art des Unternehmens.',
  'field.chapter4_status.required': 'Wählen Sie den FATCA-Status.',
  'field.securities_market.required': 'Nennen Sie die Börse.',
  'field.giin.required': 'Geben Sie die GIIN ein. Jedes Unternehmen mit diesem Status hat eine.',
  'field.invalid-giin':
    'Eine GIIN sieht aus wie 98Q96B.00000.LE.250: Buchstaben und Ziffern in vier Gruppen mit Punkten.',
  'field.status_certified.consent-required': 'Setzen Sie das Häkchen, um den Status zu versichern.',
  'field.capacity.consent-required':
    'Setzen Sie das Häkchen, wenn Sie für das Unternehmen unterschreiben dürfen.',
  'field.signer_name.required': 'Geben Sie den Namen der Person ein, die unterschreibt.',
  'field.lob_category.required': 'Wählen Sie den Test, den das Unternehmen erfüllt.',
  'field.lob_article.required': 'Geben Sie Artikel und Absatz des Abkommens ein.',
  'field.foreign_tax_id.invalid-foreign-tax-id':
    'So sieht eine Steuernummer dieses Landes nicht aus. Vergleichen Sie sie mit einem Schreiben des Finanzamts.',
  'field.place_of_birth.required': 'Geben Sie ein, wo Sie geboren sind.',
  'field.business_registration_number.required':
    'Geben Sie die Nummer des Unternehmens im Handelsregister ein.',
  'field.invalid-vat-id':
    'Das ist keine USt-IdNr. dieses Landes. Prüfen Sie sie mit den Buchstaben davor oder lassen Sie das Feld leer.',
  'field.invalid-abn': 'Eine ABN hat elf Ziffern. Prüfen Sie sie oder lassen Sie das Feld leer.',
  'field.tax_treaty_country.required': 'Wählen Sie das Land des Abkommens.',
  'field.no-tax-treaty':
    'Die USA haben mit diesem Land kein Doppelbesteuerungsabkommen. Wählen Sie ein anderes oder nehmen Sie das Häkchen weg.',
} satisfies Translation<typeof english>;
