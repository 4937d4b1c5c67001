import type { Translation } from '../catalogue.ts';
import type { authentication as english } from '../en/authentication.ts';

export const authentication = {
  'authentication.title': 'Telefonnummer bestätigen',
  'authentication.lead': 'Wir senden Ihnen einen Code, damit nur Sie an Ihr Geld kommen.',
  'authentication.known.title': 'Sind Sie es noch?',
  'authentication.known.lead': 'Wir senden einen Code an {phone}, damit nur Sie an Ihr Geld kommen.',
  'authentication.phone_number.label': 'Telefonnummer',
  'authentication.country.label': 'Ländervorwahl, {country} +{code}',
  'authentication.send': 'Code senden',
  'authentication.consent':
    'Sie erhalten eine SMS mit einem Code. Es gelten die Preise Ihres Mobilfunkanbieters.',
  'field.invalid-phone-number':
    'Diese Nummer ist für dieses Land nicht vollständig. Prüfen Sie die Ziffern oder das Land.',
} satisfies Translation<typeof english>;
