import type { Translation } from '../catalogue.ts';
import type { complianceBusiness as english } from '../en/compliance-business.ts';

export const complianceBusiness = {
  'compliance.business_name.hint': 'Wie im IRS-Schreiben zur EIN (CP 575).',
  'compliance.doing_business_as.label.business': 'Anderer geschäftlicher Name',
  'compliance.tax_classification.label': 'Wie wird das Unternehmen besteuert?',
  'compliance.tax_classification.hint': 'Zeile 3a des Formulars W‑9.',
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
  'compliance.exemptions.hint': 'Zeile 4 des Formulars. Die meisten Unternehmen haben keine.',
  'compliance.exempt_payee_code.label': 'Code für befreite Empfänger',
  'compliance.fatca_exemption_code.label': 'FATCA-Code',
  'field.tax_classification.required': 'Wählen Sie, wie das Unternehmen besteuert wird.',
  'field.other_classification.required': 'Schreiben Sie, was für ein Rechtsträger es ist.',
  'field.exempt_payee_code.invalid-choice':
    'Ein Code ist eine Zahl von 1 bis 13. Eine S Corporation hat keinen.',
  'field.fatca_exemption_code.invalid-choice': 'Ein Code ist ein Buchstabe von A bis M.',
} satisfies Translation<typeof english>;
