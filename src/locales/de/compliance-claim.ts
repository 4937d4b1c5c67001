import type { Translation } from '../catalogue.ts';
import type { complianceClaim as english } from '../en/compliance-claim.ts';

export const complianceClaim = {
  'compliance.claim.us-address': 'Eine Adresse von Ihnen ist in den USA.',
  'compliance.claim.us-phone': 'Ihre Telefonnummer ist aus den USA.',
  'compliance.claim.us-account': 'Ihr Geld geht auf ein Konto in den USA.',
  'compliance.claim.us-birthplace': 'Sie sind in den USA geboren.',
  'compliance.claim.why':
    'Daher fragen wir nach dem Gesetz, warum dieses Formular Ihres ist. Wer US-Bürger ist oder dort wohnt, nimmt W‑9.',
  'compliance.claim.country':
    'Bisher haben Sie als Wohnsitz angegeben: {country}. Was stimmt? Bestätigen Sie das neue Land oder wählen Sie das andere.',
  'compliance.us_indicia_reason.label': 'Warum Sie in den USA nicht ansässig sind',
  'compliance.us_indicia_reason.contact-only': 'Nur mein Telefon oder Konto ist in den USA',
  'compliance.us_indicia_reason.moved-away': 'Ich wohne nicht mehr in den USA',
  'compliance.us_indicia_reason.visiting': 'Ich war weniger als ein halbes Jahr in den USA',
  'compliance.us_indicia_reason.student': 'Ich bin mit einem Visum F, J, M oder Q in den USA',
  'compliance.us_indicia_reason.no-citizenship': 'Ich bin dort geboren, aber nicht US-Bürger',
  'compliance.us_indicia_reason.other': 'Ein anderer Grund',
  'compliance.us_indicia_explanation.label': 'Der Grund in Ihren Worten',
  'compliance.us_indicia_explanation.hint': 'Am besten auf Englisch. Bis zu 200 Zeichen.',
  'compliance.country_confirmed.label': 'Ich wohne jetzt im oben gewählten Land',
  'field.us_indicia_reason.required': 'Wählen Sie den Grund oder wechseln Sie zum Formular W‑9.',
  'field.us_indicia_reason.invalid-choice':
    'Sagen Sie, warum Sie nicht US-Bürger sind, oder wechseln Sie zum Formular W‑9.',
  'field.us_indicia_explanation.required': 'Sagen Sie es in wenigen Worten.',
  'field.country_confirmed.consent-required': 'Bestätigen Sie das oder wählen Sie oben das andere Land.',
} satisfies Translation<typeof english>;
