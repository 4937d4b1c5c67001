import type { Translation } from '../catalogue.ts';
import type { authenticationCode as english } from '../en/authentication-code.ts';

export const authenticationCode = {
  'authentication.code.title': 'Code eingeben',
  'authentication.code.lead.sms': 'Wir haben eine SMS mit sechs Ziffern an {phone} gesendet.',
  'authentication.code.lead.voice': 'Wir rufen {phone} an und nennen Ihnen sechs Ziffern.',
  'authentication.code.label': 'Sechsstelliger Code',
  'authentication.check': 'Bestätigen',
  'authentication.resend': 'Neuen Code senden',
  'authentication.resend.in': 'Neuer Code in {seconds} s',
  'authentication.resent': 'Ein neuer Code ist unterwegs.',
  'authentication.change': 'Nummer ändern',
  'authentication.again.title': 'Neuen Code anfordern',
  'authentication.again.lead': 'Er geht an {phone}.',
  'authentication.code.works': { one: 'Er gilt noch eine Minute.', other: 'Er gilt {count} Minuten.' },
  'authentication.code.itself': 'Nach der sechsten Ziffer prüfen wir ihn.',
  'authentication.attempts': {
    one: 'Noch ein Versuch übrig.',
    other: 'Noch {count} Versuche übrig.',
  },
  'field.code.required': 'Geben Sie die sechs Ziffern aus der Nachricht ein.',
  'field.invalid-code': 'Der Code hat sechs Ziffern.',
} satisfies Translation<typeof english>;
