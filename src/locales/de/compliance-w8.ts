import type { Translation } from '../catalogue.ts';
import type { complianceW8 as english } from '../en/compliance-w8.ts';

export const complianceW8 = {
  'compliance.address.title.foreign': 'Ihr Wohnsitz',
  'compliance.address.hint.foreign':
    'Ihr ständiger Wohnsitz, an dem Sie Steuern zahlen. Ein Postfach ist nicht zulässig.',
  'compliance.state.label.foreign': 'Bundesland oder Provinz',
  'compliance.postcode.label.foreign': 'Postleitzahl',
  'compliance.country.label': 'Land',
  'compliance.country.us':
    'Wenn Sie in den USA leben, ist Form W‑9 höchstwahrscheinlich das richtige Formular für Sie.',
  'compliance.citizenship_country.label': 'Staatsangehörigkeit',
  'compliance.citizenship_country.us':
    'Mit US-Staatsangehörigkeit verwenden Sie Form W‑9, wo immer Sie leben.',
  'compliance.use-w9': 'Zu Form W‑9 wechseln, meine Eingaben behalten',
  'compliance.name.label': 'Vollständiger Name',
  'compliance.name.hint': 'Wie im Reisepass oder Personalausweis.',
  'compliance.foreign_tax_id.label': 'Steuernummer Ihres Landes',
  'compliance.foreign_tax_id.hint.none': 'Für Staatsangehörige dieses Landes nicht nötig.',
  'compliance.treaty.title': 'Abkommen mit den USA',
  'compliance.claims_treaty.label':
    'Ich beanspruche einen niedrigeren Satz nach einem Doppelbesteuerungsabkommen',
  'compliance.claims_treaty.hint':
    'Nur wenn Sie wissen, dass Ihr Land ein solches Abkommen mit den USA hat. Sind Sie nicht sicher, lassen Sie das Feld frei.',
  'compliance.tax_treaty_country.label': 'Land des Abkommens',
  'compliance.tax_treaty_country.hint': 'Wo Sie steuerlich ansässig sind.',
  'compliance.tax_treaty_income_type.label': 'Art der Einkünfte',
  'compliance.tax_treaty_rate.label': 'Beanspruchter Satz',
  'compliance.tax_treaty_rate.hint': 'Von 0 bis 30',
  'compliance.tax_treaty_citation.label': 'Artikel des Abkommens',
  'compliance.tax_treaty_citation.hint': 'Zum Beispiel „Article 12(1)“',
  'compliance.tax_treaty_explanation.label': 'Warum der Artikel für Sie gilt',
  'compliance.tax_treaty_explanation.hint': 'Nur nötig, wenn der Artikel eigene Bedingungen stellt.',
  'compliance.tax_treaty_income_type.interest1': 'Zinsen',
  'compliance.tax_treaty_income_type.dividend6': 'Dividenden',
  'compliance.tax_treaty_income_type.dividend7': 'Dividenden zum Satz für Direktinvestoren',
  'compliance.tax_treaty_income_type.pension15': 'Pensionen und Renten',
  'compliance.tax_treaty_income_type.socialSecurity': 'Leistungen der Sozialversicherung',
  'compliance.tax_treaty_income_type.equipment10': 'Lizenzgebühren: Nutzung von Geräten',
  'compliance.tax_treaty_income_type.knowhow10': 'Lizenzgebühren: Know-how',
  'compliance.tax_treaty_income_type.patent10': 'Lizenzgebühren: Patente',
  'compliance.tax_treaty_income_type.film11': 'Lizenzgebühren: Film und Fernsehen',
  'compliance.tax_treaty_income_type.copyright12': 'Lizenzgebühren: Urheberrechte',
  'compliance.sign.title': 'Formular unterschreiben',
  'compliance.sign.declare':
    'Ich weiß, dass falsche Angaben strafbar sind (penalties of perjury), und erkläre, dass ich dieses Formular geprüft habe und dass es nach meinem besten Wissen und Gewissen wahr, richtig und vollständig ist. Unter derselben Strafandrohung versichere ich außerdem:',
  'compliance.sign.owner':
    'ich bin an diesen Einkünften wirtschaftlich berechtigt („beneficial owner“) oder darf für die berechtigte Person unterschreiben;',
  'compliance.sign.foreign': 'die berechtigte Person ist keine US-Person;',
  'compliance.sign.treaty':
    'die berechtigte Person ist in dem oben genannten Abkommensland ansässig, im Sinne seines Doppelbesteuerungsabkommens mit den USA;',
  'compliance.sign.share':
    'wer diese Einkünfte zahlt oder davon Steuer einbehält, darf dieses Formular sehen, und ich reiche innerhalb von 30 Tagen ein neues ein, wenn etwas darin nicht mehr zutrifft.',
  'compliance.signature.label': 'Unterschrift',
  'compliance.signature.hint': 'Geben Sie Ihren vollständigen Namen ein wie oben: {name}',
  'compliance.signature.hint.empty': 'Geben Sie Ihren vollständigen Namen ein wie oben.',
  'compliance.consent.label':
    'Ich unterschreibe dieses Formular elektronisch und darf für die darin genannte Person unterschreiben.',
  'field.name.required': 'Geben Sie Ihren vollständigen Namen ein.',
  'field.foreign_tax_id.required':
    'Geben Sie die Steuernummer Ihres Landes ein. Sie steht auf Schreiben Ihrer Steuerbehörde.',
  'field.country.required': 'Wählen Sie das Land, in dem Sie wohnen.',
  'field.citizenship_country.required': 'Wählen Sie Ihre Staatsangehörigkeit aus.',
  'field.invalid-country': 'Wählen Sie ein Land aus der Liste.',
  'field.citizenship_country.invalid-country':
    'Mit US-Staatsangehörigkeit verwenden Sie Form W‑9, wo immer Sie leben. Wechseln Sie zu Form W‑9, oder wählen Sie ein anderes Land.',
  'field.country.invalid-country':
    'Dieses Formular ist für Personen, die außerhalb der USA leben. Wählen Sie ein anderes Land, oder wechseln Sie zu Form W‑9.',
  'field.tax_treaty_income_type.required': 'Wählen Sie die Art der Einkünfte aus.',
  'field.tax_treaty_citation.required':
    'Geben Sie den Artikel ein, oder entfernen Sie das Häkchen beim Abkommen.',
  'field.tax_treaty_rate.required': 'Geben Sie den Satz ein, oder entfernen Sie das Häkchen beim Abkommen.',
  'field.invalid-treaty-rate': 'Geben Sie einen Prozentsatz von 0 bis 30 ein, zum Beispiel 15.',
  'field.signature.required': 'Unterschreiben Sie, indem Sie Ihren vollständigen Namen eingeben.',
  'field.signature-mismatch': 'Die Unterschrift muss Buchstabe für Buchstabe dem Namen oben entsprechen.',
  'compliance.tax-id.title': 'Ihre Steuernummer',
  'compliance.foreign_tax_id.hint':
    'Die Nummer, unter der Sie an Ihrem Wohnsitz Steuern zahlen. Sie steht auf Schreiben Ihrer Steuerbehörde.',
  'compliance.foreign_tax_id.hint.called': '{country}: {number}.',
  'compliance.foreign_tax_id.wrong':
    'So wird diese Nummer nicht vergeben ({country}: {number}). Prüfen Sie sie auf einem Schreiben der Steuerbehörde.',
  'compliance.foreign_tax_id.wrong.any':
    'Das sieht nicht nach einer Steuernummer dieses Landes aus. Prüfen Sie sie auf einem Schreiben der Steuerbehörde.',
  'compliance.no_foreign_tax_id.label': 'Ich habe keine Steuernummer und brauche in meinem Land keine',
  'compliance.tax_id_country.label': 'Von welchem Land stammt die Nummer?',
  'compliance.tax_id_country.hint': 'Ohne Auswahl gilt das Land, in dem Sie leben.',
  'compliance.place_of_birth.label': 'Geburtsort',
  'compliance.place_of_birth.hint': 'Ort und Land. Wird anstelle einer Steuernummer benötigt.',
  'compliance.vat_id.label': 'Umsatzsteuer-ID',
  'compliance.vat_id.hint':
    'Mit den Buchstaben am Anfang, zum Beispiel DE oder FR. Wenn Sie keine haben, lassen Sie das Feld leer.',
  'compliance.abn.label': 'ABN',
  'compliance.abn.hint': 'Elf Ziffern. Nicht Ihre Tax File Number.',
  'compliance.business_registration_number.label': 'Registernummer des Unternehmens',
  'compliance.business_registration_number.hint': 'Die Nummer im Handelsregister.',
  'compliance.incorporation_country.label': 'Land der Gründung',
  'compliance.incorporation_country.us':
    'Ein Unternehmen, das nach US-Recht gegründet ist, verwendet Form W‑9.',
  'compliance.business_name.hint.abroad': 'Wie im Handelsregister.',
  'compliance.address.title.seat': 'Steuerlicher Sitz',
  'compliance.address.hint.seat': 'Die ständige Anschrift des Unternehmens. Ein Postfach ist nicht zulässig.',
  'compliance.chapter3_status.label': 'Art des Unternehmens',
  'compliance.chapter3_status.corporation': 'Kapitalgesellschaft (GmbH, Ltd, S.A., …)',
  'compliance.chapter3_status.complex_trust': 'Complex trust',
  'compliance.chapter3_status.estate': 'Nachlass (estate)',
  'compliance.chapter4_status.label': 'Status nach FATCA',
  'compliance.chapter4_status.hint':
    'Für die meisten Unternehmen, die Leistungen oder Waren verkaufen, gilt der erste.',
  'compliance.chapter4_status.active_nffe':
    'Aktive NFFE: Einkünfte überwiegend aus Handel oder Dienstleistungen',
  'compliance.chapter4_status.passive_nffe': 'Passive NFFE ohne wesentliche US-Eigentümer',
  'compliance.chapter4_status.publicly_traded_nffe': 'Börsennotierte NFFE (publicly traded)',
  'compliance.chapter4_status.direct_reporting_nffe': 'Direct reporting NFFE',
  'compliance.chapter4_status.participating_ffi': 'Participating FFI',
  'compliance.chapter4_status.reporting_model_1_ffi': 'Reporting Model 1 FFI',
  'compliance.chapter4_status.reporting_model_2_ffi': 'Reporting Model 2 FFI',
  'compliance.chapter4_status.registered_deemed_compliant_ffi': 'Registered deemed-compliant FFI',
  'compliance.status.none': 'Nichts davon passt',
  'compliance.status.none.entity':
    'Eine Personengesellschaft (partnership), ein simple oder grantor trust und wer Geld für andere entgegennimmt, reicht Form W‑8IMY ein; ein Staat, eine internationale Organisation und eine steuerbefreite Organisation Form W‑8EXP. Beides lässt sich hier nicht ausfüllen: Schreiben Sie an {app}.',
  'compliance.status.none.fatca':
    'Eine passive NFFE mit wesentlichen US-Eigentümern muss diese aufführen, und andere Arten von Finanzinstituten und befreiten Berechtigten müssen mehr versichern, als auf einen Bildschirm passt. Sie reichen Form W‑8BEN‑E auf Papier ein: Schreiben Sie an {app}.',
  'compliance.securities_market.label': 'Börse',
  'compliance.securities_market.hint': 'Eine, an der die Aktien regelmäßig gehandelt werden.',
  'compliance.giin.label': 'GIIN',
  'compliance.giin.hint': 'Von der US-Steuerbehörde IRS vergeben: XXXXXX.XXXXX.XX.XXX',
  'compliance.status_certified.label.active_nffe':
    'Ich versichere, dass das Unternehmen ein ausländischer Rechtsträger und kein Finanzinstitut ist, dass weniger als 50\u00a0% seiner Bruttoeinkünfte des letzten Kalenderjahres passive Einkünfte sind und dass weniger als 50\u00a0% seines Vermögens (gewichteter Durchschnitt, vierteljährlich ermittelt) passive Einkünfte erzielen oder dafür gehalten werden.',
  'compliance.status_certified.label.passive_nffe':
    'Ich versichere, dass das Unternehmen ein ausländischer Rechtsträger und kein Finanzinstitut ist (außer einem Investmentunternehmen, das in einem US-Außengebiet gegründet ist), dass es keinen anderen NFFE-Status versichert und dass es keine wesentlichen US-Eigentümer oder, wo das maßgeblich ist, keine beherrschenden US-Personen hat.',
  'compliance.status_certified.label.publicly_traded_nffe':
    'Ich versichere, dass das Unternehmen eine ausländische Kapitalgesellschaft und kein Finanzinstitut ist und dass seine Aktien regelmäßig an der hier genannten Börse gehandelt werden.',
  'compliance.status_certified.label.giin':
    'Ich versichere, dass das Unternehmen diesen Status hat und bei der IRS unter dieser GIIN registriert ist.',
  'compliance.lob_category.label': 'Schranken für Abkommensvorteile',
  'compliance.lob_category.hint':
    'Die Prüfung des Abkommens („limitation on benefits“), die das Unternehmen erfüllt. Damit versichern Sie, dass das Unternehmen diese Einkünfte erzielt und erfüllt, was das Abkommen verlangt.',
  'compliance.lob_category.government': 'Staat',
  'compliance.lob_category.pension': 'Steuerbefreiter Pensionstrust oder Pensionsfonds',
  'compliance.lob_category.exempt_organization': 'Andere steuerbefreite Organisation',
  'compliance.lob_category.public_company': 'Börsennotierte Kapitalgesellschaft',
  'compliance.lob_category.public_subsidiary': 'Tochter einer börsennotierten Kapitalgesellschaft',
  'compliance.lob_category.ownership_base_erosion': 'Ownership and base erosion test (Eigentümer)',
  'compliance.lob_category.derivative_benefits': 'Derivative benefits test (abgeleitete Vorteile)',
  'compliance.lob_category.active_trade': 'Active trade or business test (aktive Tätigkeit)',
  'compliance.lob_category.discretionary': 'Positive Ermessensentscheidung der US-Behörde',
  'compliance.lob_category.no_lob_article': 'Das Abkommen hat keinen solchen Artikel',
  'compliance.lob_category.other': 'Andere',
  'compliance.lob_article.label': 'Artikel und Absatz',
  'compliance.tax_treaty_citation.hint.suggested':
    'Aus der Abkommenstabelle der IRS. Prüfen Sie, ob es passt.',
  'compliance.sign.income':
    'dieses Formular betrifft Einkünfte, die nicht aus einer Geschäftstätigkeit in den USA stammen oder zwar daraus stammen, dort aber nach einem Doppelbesteuerungsabkommen nicht besteuert werden, oder den Anteil eines Gesellschafters an Einkünften einer Personengesellschaft aus einer solchen Tätigkeit oder den Erlös aus der Veräußerung einer Beteiligung an ihr;',
  'compliance.sign.broker':
    'bei Broker- oder Tauschgeschäften (broker transactions, barter exchanges) ist der wirtschaftlich Berechtigte eine befreite ausländische Person im Sinne der Anleitung zum Formular;',
  'compliance.sign.entity.owner':
    'das Unternehmen ist an diesen Einkünften wirtschaftlich berechtigt („beneficial owner“), oder es weist mit diesem Formular seinen FATCA-Status nach oder reicht es für section 6050W oder 6050Y ein;',
  'compliance.sign.entity.foreign': 'das Unternehmen ist keine US-Person;',
  'compliance.sign.entity.treaty':
    'das Unternehmen ist in dem oben genannten Abkommensland ansässig, im Sinne seines Doppelbesteuerungsabkommens mit den USA;',
  'compliance.signer_name.label': 'Wer unterschreibt',
  'compliance.capacity.label': 'Ich bin berechtigt, für dieses Unternehmen zu unterschreiben.',
  'compliance.consent.label.business':
    'Ich unterschreibe dieses Formular elektronisch für das darin genannte Unternehmen.',
  'field.incorporation_country.required': 'Wählen Sie das Land aus, in dem das Unternehmen gegründet ist.',
  'field.incorporation_country.invalid-country':
    'Ein Unternehmen, das nach US-Recht gegründet ist, verwendet Form W‑9. Wählen Sie ein anderes Land, oder wechseln Sie das Formular.',
  'field.chapter3_status.required': 'Wählen Sie die Art des Unternehmens aus.',
  'field.chapter4_status.required': 'Wählen Sie den Status nach FATCA aus.',
  'field.securities_market.required': 'Nennen Sie die Börse.',
  'field.giin.required': 'Geben Sie die GIIN ein. Jedes Unternehmen mit diesem Status hat eine.',
  'field.invalid-giin':
    'Eine GIIN sieht so aus: 98Q96B.00000.LE.250, also Buchstaben und Ziffern in vier Gruppen mit Punkten.',
  'field.status_certified.consent-required': 'Setzen Sie das Häkchen, um den Status zu versichern.',
  'field.capacity.consent-required':
    'Setzen Sie das Häkchen, wenn Sie für das Unternehmen unterschreiben dürfen.',
  'field.signer_name.required': 'Geben Sie den Namen der Person ein, die unterschreibt.',
  'field.lob_category.required': 'Wählen Sie die Prüfung aus, die das Unternehmen erfüllt.',
  'field.lob_article.required': 'Geben Sie Artikel und Absatz des Abkommens ein.',
  'field.foreign_tax_id.invalid-foreign-tax-id':
    'Das sieht nicht nach einer Steuernummer dieses Landes aus. Prüfen Sie sie auf einem Schreiben der Steuerbehörde.',
  'field.place_of_birth.required': 'Geben Sie Ihren Geburtsort ein.',
  'field.business_registration_number.required':
    'Geben Sie die Nummer des Unternehmens im Handelsregister ein.',
  'field.invalid-vat-id':
    'Das ist keine Umsatzsteuer-ID dieses Landes. Prüfen Sie sie mit den Buchstaben am Anfang, oder lassen Sie das Feld leer.',
  'field.invalid-abn': 'Eine ABN hat elf Ziffern. Prüfen Sie sie, oder lassen Sie das Feld leer.',
  'field.tax_treaty_country.required': 'Wählen Sie das Land des Abkommens aus.',
  'field.no-tax-treaty':
    'Mit diesem Land haben die USA kein Doppelbesteuerungsabkommen. Wählen Sie ein anderes, oder entfernen Sie das Häkchen.',
} satisfies Translation<typeof english>;
