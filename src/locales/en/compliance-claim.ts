/** Words of what a payee is asked whose tax form does not fit what they said before; loaded when it is. */
export const complianceClaim = {
  'compliance.claim.us-address': 'An address that you gave is in the US.',
  'compliance.claim.us-phone': 'Your phone number is from the US.',
  'compliance.claim.us-account': 'You are paid to a bank account in the US.',
  'compliance.claim.us-birthplace': 'You were born in the US.',
  'compliance.claim.why': 'So by law we ask why this form is yours. US citizens and residents use Form W‑9.',
  'compliance.claim.country':
    'You said before that you live here: {country}. Which one is right? Confirm the new one, or choose the other above.',
  'compliance.us_indicia_reason.label': 'Why you are not taxed like a US resident',
  'compliance.us_indicia_reason.contact-only': 'Only my phone or account is in the US',
  'compliance.us_indicia_reason.moved-away': 'I no longer live in the US',
  'compliance.us_indicia_reason.visiting': 'I was in the US for less than half a year',
  'compliance.us_indicia_reason.student': 'I am in the US on a visa F, J, M or Q',
  'compliance.us_indicia_reason.no-citizenship': 'I was born there, but am not a US citizen',
  'compliance.us_indicia_reason.other': 'Another reason',
  'compliance.us_indicia_explanation.label': 'The reason in your words',
  'compliance.us_indicia_explanation.hint':
    'For example: I was born while my parents worked at an embassy. Up to 200 characters.',
  'compliance.country_confirmed.label': 'I live in the country above now',
  'field.us_indicia_reason.required': 'Choose the reason, or switch to Form W‑9.',
  'field.us_indicia_reason.invalid-choice': 'Say why you are not a US citizen, or switch to Form W‑9.',
  'field.us_indicia_explanation.required': 'Say it in a few words, as you would tell the tax office.',
  'field.country_confirmed.consent-required': 'Tick this, or choose the other country above.',
} as const;
