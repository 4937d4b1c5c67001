export const authentication = {
  'authentication.title': 'Confirm your phone',
  'authentication.lead': 'We send a code to your phone, so that only you can get to your money.',
  'authentication.known.title': 'Is it still you?',
  'authentication.known.lead': 'We send a code to {phone}, so that only you can get to your money.',
  'authentication.phone_number.label': 'Phone number',
  'authentication.country.label': 'Country calling code, {country} +{code}',
  'authentication.send': 'Send code',
  'authentication.consent': 'You get one text with a code. Your carrier’s rates may apply.',
  'field.invalid-phone-number': 'This number is not complete. Check the digits, or the country.',
} as const;
