import type { Translation } from '../catalogue.ts';
import type { complianceW8bene as english } from '../en/compliance-w8bene.ts';

export const complianceW8bene = {
  'compliance.business_registration_number.label': 'Handelsregisternummer',
  'compliance.business_registration_number.hint': 'Wie im Handels- oder Unternehmensregister.',
  'compliance.incorporation_country.label': 'Gründungsland',
  'compliance.incorporation_country.us': 'Für ein Unternehmen nach US-Recht gilt das Formular W‑9.',
  'compliance.business_name.hint.abroad': 'Wie im Handelsregister.',
  'compliance.address.hint.seat': 'Wo das Unternehmen steuerlich ansässig ist. Kein Postfach.',
  'compliance.chapter3_status.label': 'Art des Unternehmens',
  'compliance.chapter3_status.corporation': 'Kapitalgesellschaft (GmbH, AG, Ltd, …)',
  'compliance.chapter3_status.complex_trust': 'Trust („complex trust“)',
  'compliance.chapter3_status.estate': 'Nachlass',
  'compliance.page.status': 'FATCA-Status',
  'compliance.page.status.lead':
    'FATCA ist ein US-Gesetz gegen verdeckte Konten. Es fragt nach der Art des Unternehmens. Die meisten verkaufen Arbeit oder Waren: die erste Wahl.',
  'compliance.chapter4_status.label': 'Woher kommt das meiste Einkommen?',
  'compliance.chapter4_status.active_nffe': 'Arbeit, Dienste oder Waren (active NFFE)',
  'compliance.chapter4_status.passive_nffe':
    'Zinsen, Miete, Lizenzen, … ohne große US-Eigentümer (passive NFFE)',
  'compliance.chapter4_status.publicly_traded_nffe': 'Es ist börsennotiert (publicly traded NFFE)',
  'compliance.chapter4_status.nonprofit': 'Gemeinnützige Arbeit (nonprofit organization)',
  'compliance.chapter4_status.excepted_startup':
    'Noch keines: vor weniger als zwei Jahren gegründet (start-up)',
  'compliance.chapter4_status.excepted_territory_nffe':
    'Aus einem US-Außengebiet, wie alle Eigentümer (excepted territory NFFE)',
  'compliance.chapter4_status.excepted_group_entity':
    'Holding oder Treasury einer Gruppe ohne Finanzgeschäft (excepted group entity)',
  'compliance.chapter4_status.direct_reporting_nffe': 'Es meldet selbst an die IRS (direct reporting NFFE)',
  'compliance.chapter4_status.participating_ffi': 'Bank, Fonds, Versicherer: participating FFI',
  'compliance.chapter4_status.reporting_model_1_ffi': 'Bank, Fonds, Versicherer: reporting Model 1 FFI',
  'compliance.chapter4_status.reporting_model_2_ffi': 'Bank, Fonds, Versicherer: reporting Model 2 FFI',
  'compliance.chapter4_status.registered_deemed_compliant_ffi':
    'Bank, Fonds, Versicherer: registered deemed-compliant FFI',
  'compliance.status.none': 'Nichts davon trifft zu',
  'compliance.status.none.entity':
    'Das Formular W‑8IMY brauchen Personengesellschaften, „simple trusts“, „grantor trusts“ und wer Geld für andere empfängt. Staaten, internationale und steuerbefreite Organisationen brauchen das Formular W‑8EXP. Beides lässt sich hier nicht ausfüllen. Bitte schreiben Sie {app}.',
  'compliance.status.none.fatca':
    'Eine passive NFFE mit großen US-Eigentümern muss diese auflisten. Andere Finanzinstitute und befreite Eigentümer müssen mehr versichern. Beide reichen das Formular W‑8BEN‑E auf Papier ein. Bitte schreiben Sie {app}.',
  'compliance.securities_market.label': 'Börse',
  'compliance.securities_market.hint': 'Eine, an der die Aktien regelmäßig gehandelt werden.',
  'compliance.formed_on.label': 'Gegründet am, oder neues Geschäft beschlossen am',
  'compliance.formed_on.hint': 'Jahr, Monat und Tag, wie 2026-01-31.',
  'compliance.giin.label': 'GIIN',
  'compliance.giin.hint': 'Eine GIIN ist eine Nummer von der IRS: XXXXXX.XXXXX.XX.XXX',
  'compliance.status_certified.label.active_nffe':
    'Ich versichere: Das Unternehmen ist ein ausländischer Rechtsträger und kein Finanzinstitut. Im letzten Kalenderjahr waren weniger als 50 % seiner Bruttoeinkünfte passiv. Weniger als 50 % seiner Vermögenswerte bringen passive Einkünfte oder sollen sie bringen (gewichteter Durchschnitt, vierteljährlich gemessen).',
  'compliance.status_certified.label.passive_nffe':
    'Ich versichere: Das Unternehmen ist ein ausländischer Rechtsträger und kein Finanzinstitut. (Eine Investmentgesellschaft aus einem US-Außengebiet darf es sein.) Es bescheinigt keinen anderen NFFE-Status. Es hat keine wesentlichen US-Eigentümer oder, soweit es darauf ankommt, keine beherrschenden US-Personen.',
  'compliance.status_certified.label.publicly_traded_nffe':
    'Ich versichere: Das Unternehmen ist eine ausländische Kapitalgesellschaft und kein Finanzinstitut. Seine Aktien werden an der hier genannten Börse regelmäßig gehandelt.',
  'compliance.status_certified.label.nonprofit':
    'Ich versichere: Das Unternehmen ist gemeinnützig und zu Hause von der Einkommensteuer befreit. Es dient nur religiösen, wohltätigen, wissenschaftlichen, künstlerischen, kulturellen oder bildenden Zwecken. Niemand hat Anteil an Einkommen oder Vermögen. Recht und Satzung geben nichts davon in private Hände, außer für die gute Sache, angemessenen Lohn und faire Preise. Endet es, geht das Vermögen an einen Staat oder an ein gleiches Unternehmen.',
  'compliance.status_certified.label.excepted_startup':
    'Ich versichere: Das Unternehmen wurde an diesem Tag gegründet, oder sein neues Geschäft wurde da beschlossen. Es war noch nie tätig oder investiert in ein neues Geschäft. Es will kein Finanzinstitut betreiben, und das neue Geschäft ist keine passive NFFE. Es ist kein Investmentfonds und tritt nicht so auf.',
  'compliance.status_certified.label.excepted_territory_nffe':
    'Ich versichere: Das Unternehmen ist aus einem US-Außengebiet. Es nimmt keine Einlagen an wie eine Bank, verwahrt nicht als großen Teil des Geschäfts Finanzwerte für andere oder ist kein Versicherer, der auf Finanzkonten zahlen muss. Alle Eigentümer wohnen tatsächlich in diesem Gebiet.',
  'compliance.status_certified.label.excepted_group_entity':
    'Ich versichere: Das Unternehmen ist Holding, Treasury oder Finanzierer seiner Gruppe und tut kaum etwas anderes. Die Gruppe ist kein Finanzkonzern. Es nimmt nur von der Gruppe Einlagen an und verwahrt nur für sie. Es ist kein Investmentfonds und tritt nicht so auf.',
  'compliance.status_certified.label.giin':
    'Ich versichere: Das Unternehmen hat diesen Status und ist unter dieser GIIN bei der IRS registriert.',
  'compliance.lob_category.label': 'Schranken für die Abkommensvergünstigungen („limitation on benefits“)',
  'compliance.lob_category.hint':
    'Was das Abkommen verlangt und das Unternehmen erfüllt. Sie versichern damit auch, dass es diese Einkünfte bezieht.',
  'compliance.lob_category.government': 'Staat',
  'compliance.lob_category.pension': 'Steuerbefreiter Pensionstrust oder Pensionsfonds',
  'compliance.lob_category.exempt_organization': 'Andere steuerbefreite Organisation',
  'compliance.lob_category.public_company': 'Börsennotierte Kapitalgesellschaft',
  'compliance.lob_category.public_subsidiary': 'Tochter einer börsennotierten Kapitalgesellschaft',
  'compliance.lob_category.ownership_base_erosion':
    'Eigentümer und Gewinnabfluss („ownership and base erosion“)',
  'compliance.lob_category.derivative_benefits': 'Abgeleitete Vergünstigungen („derivative benefits“)',
  'compliance.lob_category.active_trade': 'Aktive gewerbliche Tätigkeit („active trade or business“)',
  'compliance.lob_category.discretionary':
    'Ermessensentscheidung der Behörde („discretionary determination“)',
  'compliance.lob_category.no_lob_article': 'Das Abkommen hat keinen solchen Artikel',
  'compliance.lob_category.other': 'Etwas anderes',
  'compliance.lob_article.label': 'Artikel und Absatz',
  'compliance.signer_name.label': 'Wer unterschreibt',
  'compliance.capacity.label': 'Ich darf für dieses Unternehmen unterschreiben.',
  'field.incorporation_country.required': 'Wählen Sie das Land, in dem das Unternehmen gegründet ist.',
  'field.incorporation_country.invalid-country':
    'Für ein Unternehmen nach US-Recht gilt das Formular W‑9. Wählen Sie ein anderes Land oder wechseln Sie.',
  'field.chapter3_status.required': 'Wählen Sie die Art des Unternehmens.',
  'field.chapter4_status.required': 'Wählen Sie, woher das meiste Einkommen kommt.',
  'field.securities_market.required': 'Nennen Sie die Börse.',
  'field.formed_on.required': 'Geben Sie den Tag ein.',
  'field.formed_on.invalid-date': 'Geben Sie einen Tag der letzten 24 Monate ein, wie 2026-01-31.',
  'field.giin.required': 'Geben Sie die GIIN ein. Jedes Unternehmen mit diesem Status hat eine.',
  'field.invalid-giin':
    'Eine GIIN sieht aus wie 98Q96B.00000.LE.250: Buchstaben und Ziffern in vier Gruppen mit Punkten.',
  'field.status_certified.consent-required': 'Setzen Sie das Häkchen, um den Status zu versichern.',
  'field.capacity.consent-required':
    'Setzen Sie das Häkchen, wenn Sie für das Unternehmen unterschreiben dürfen.',
  'field.signer_name.required': 'Geben Sie den Namen der Person ein, die unterschreibt.',
  'field.lob_category.required': 'Wählen Sie die Voraussetzung, die das Unternehmen erfüllt.',
  'field.lob_article.required': 'Geben Sie Artikel und Absatz des Abkommens ein.',
  'field.business_registration_number.required':
    'Geben Sie die Nummer des Unternehmens im Handelsregister ein.',
} satisfies Translation<typeof english>;
