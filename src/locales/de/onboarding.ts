import type { Translation } from '../catalogue.ts';
import type { onboarding as english } from '../en/onboarding.ts';

export const onboarding = {
  'step.onboarding': 'Ihre Angaben',
  'onboarding.title': 'Ihre Angaben',
  'onboarding.lead': 'Damit {app} unter Ihrem Namen an Sie auszahlen kann.',
  'onboarding.lead.some': 'Es fehlt nur noch wenig, damit {app} an Sie auszahlen kann.',
  'onboarding.first_name.label': 'Vorname',
  'onboarding.last_name.label': 'Nachname',
  'onboarding.email.label': 'E-Mail-Adresse',
  'onboarding.email.hint': 'Für Belege und Nachrichten zu Ihrem Geld. Keine Werbung.',
  'onboarding.country.label': 'Land, in dem Sie wohnen',
  'onboarding.country.hint': 'Danach richtet sich, wie wir auszahlen können und welches Steuerformular gilt.',
  'onboarding.continue': 'Speichern und weiter',
  'onboarding.why': 'Wer bekommt diese Angaben?',
  'onboarding.why.text':
    '{app}, die Banken und Zahlungsdienste, die Ihre Auszahlungen ausführen, und Steuerbehörden, wenn das Gesetz es verlangt. Sonst niemand, und nie für Werbung.',
  'field.first_name.required': 'Geben Sie Ihren Vornamen ein, wie er in Ihrem Ausweis steht.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein, wie er in Ihrem Ausweis steht.',
  'field.invalid-name': 'Nur Buchstaben: keine Ziffern und keine Zeichen, die in Namen nicht vorkommen.',
  'field.first_name.too-long': 'Höchstens 50 Buchstaben. Sie können den Namen kürzen.',
  'field.last_name.too-long': 'Höchstens 50 Buchstaben. Sie können den Namen kürzen.',
  'field.email.required': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'field.invalid-email': 'Diese E-Mail-Adresse ist nicht vollständig. So sieht eine aus: name@example.com.',
  'field.email.too-long': 'Das ist zu lang für eine E-Mail-Adresse. Vielleicht wurde sie zweimal eingefügt.',
  'field.country.required': 'Wählen Sie das Land, in dem Sie wohnen.',
  'field.invalid-country': 'Wählen Sie ein Land aus der Liste.',
} satisfies Translation<typeof english>;
