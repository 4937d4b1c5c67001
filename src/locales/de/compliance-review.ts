import type { Translation } from '../catalogue.ts';
import type { complianceReview as english } from '../en/compliance-review.ts';

export const complianceReview = {
  'compliance.page.who': 'Wer bezahlt wird',
  'compliance.change': 'Ändern',
  'compliance.read': 'Fertiges Formular zeigen',
  'compliance.read.failed':
    'Das fertige Formular ließ sich gerade nicht erstellen. Versuchen Sie es gleich noch einmal.',
  'compliance.review.hint': 'Das wird eingereicht.',
  'compliance.review.download': 'Als PDF herunterladen',
  'compliance.certify.title': 'Was Sie versichern',
  'compliance.certify.issued': 'Der englische Wortlaut, der gilt',
  'compliance.certify.w9':
    'Diese Nummer ist meine. Ich bin eine US-Person. Ich unterliege keinem Sicherheitseinbehalt („backup withholding“). Ein angegebener Befreiungscode ist richtig. Falsche Angaben sind strafbar („penalties of perjury“).',
  'compliance.certify.w8ben':
    'Ich habe das Formular geprüft; nach bestem Wissen ist es richtig und vollständig. Falsche Angaben sind strafbar („penalties of perjury“). Die Einkünfte gehören mir, oder ich darf für die Person unterschreiben, der sie gehören. Diese Person ist keine US-Person und in dem Land ansässig, dessen Abkommen sie beansprucht. Die Einkünfte stammen nicht aus einem Geschäftsbetrieb in den USA oder sind dort nach einem Abkommen steuerfrei, oder es geht um einen Anteil an einer Personengesellschaft. Bei Geschäften über Broker oder Tauschbörsen ist die Person befreit. Wer zahlt oder Steuer einbehält, darf das Formular sehen. Stimmt etwas nicht mehr, sende ich binnen 30 Tagen ein neues.',
  'compliance.certify.w8bene':
    'Ich habe das Formular geprüft; nach bestem Wissen ist es richtig und vollständig. Falsche Angaben sind strafbar („penalties of perjury“). Die Einkünfte gehören dem Unternehmen, oder es bescheinigt damit seinen FATCA-Status oder nutzt das Formular für Section 6050W oder 6050Y. Das Unternehmen ist keine US-Person. Die Einkünfte stammen nicht aus einem Geschäftsbetrieb in den USA oder sind dort nach einem Abkommen steuerfrei, oder es geht um einen Anteil an einer Personengesellschaft. Bei Geschäften über Broker oder Tauschbörsen ist das Unternehmen befreit. Wer zahlt oder Steuer einbehält, darf das Formular sehen. Stimmt etwas nicht mehr, sendet das Unternehmen binnen 30 Tagen ein neues. Ich darf für das Unternehmen unterschreiben.',
} satisfies Translation<typeof english>;
