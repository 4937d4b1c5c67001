import type { Translation } from '../catalogue.ts';
import type { onboarding as english } from '../en/onboarding.ts';

export const onboarding = {
  'step.onboarding': 'Zur Person',
  'onboarding.title': 'Angaben zur Person',
  'onboarding.lead': '{app} braucht das, um Sie unter Ihrem Namen zu bezahlen.',
  'onboarding.lead.some': 'Fast fertig: {app} braucht nur noch wenige Angaben, um Sie zu bezahlen.',
  'onboarding.first_name.label': 'Vorname',
  'onboarding.last_name.label': 'Nachname',
  'onboarding.name.label': 'Ihr Name',
  'onboarding.one_name.label': 'Ich habe nur einen Namen',
  'onboarding.email.label': 'E‑Mail-Adresse',
  'onboarding.email.hint': 'Für Belege und Nachrichten zu Ihrem Geld. Keine Werbung.',
  'onboarding.country.label': 'Land, in dem Sie leben',
  'onboarding.country.hint': 'Davon hängt ab, wie wir Sie bezahlen können und welches Steuerformular gilt.',
  'onboarding.continue': 'Speichern und weiter',
  'onboarding.why': 'Wer bekommt das zu sehen?',
  'onboarding.why.text':
    '{app}, die Banken und Zahlungsdienste, die Ihre Auszahlungen ausführen, und Finanzbehörden, wo das Gesetz es verlangt. Sonst niemand, und nie zur Werbung.',
  'field.first_name.required': 'Geben Sie Ihren Vornamen ein.',
  'field.last_name.required': 'Geben Sie Ihren Nachnamen ein.',
  'field.invalid-name':
    'Schreiben Sie den Namen in Buchstaben wie im Ausweis. Emojis und die Zeichen < und > gehen nicht.',
  'field.first_name.too-long': 'Höchstens 50 Buchstaben. Sie dürfen den Namen kürzen.',
  'field.last_name.too-long': 'Höchstens 50 Buchstaben. Sie dürfen den Namen kürzen.',
  'field.email.required': 'Geben Sie Ihre E‑Mail-Adresse ein.',
  'field.invalid-email': 'Diese E‑Mail-Adresse stimmt nicht. Sie sieht aus wie name@example.com.',
  'field.email.too-long': 'So lang ist keine E‑Mail-Adresse. Vielleicht wurde Text doppelt eingefügt.',
  'field.country.required': 'Wählen Sie das Land.',
  'field.sanctioned-place': 'Dorthin dürfen wir wegen US-Sanktionen nichts zahlen.',
  'field.invalid-country': 'Wählen Sie ein Land aus der Liste.',
} satisfies Translation<typeof english>;
