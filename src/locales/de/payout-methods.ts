import type { Translation } from '../catalogue.ts';
import type { payoutMethods as english } from '../en/payout-methods.ts';

/** The time comes in the nominative (`1–3 Tage`), so no preposition stands before it. */
export const payoutMethods = {
  'payout-methods.change-rail': 'Anderen Weg wählen',
  'payout-methods.arrives': '{time}',
  'payout-methods.arrives.within': 'Höchstens {time}',
  'payout-methods.arrives.now': 'Sofort',
  'payout-methods.fee': 'Gebühr {amount}',
  'payout-methods.fee.none': 'Keine Gebühr',
  'rail.ach': 'Bankkonto',
  'rail.paypal': 'PayPal',
  'rail.venmo': 'Venmo',
  'rail.cash_app': 'Cash App',
  'rail.intl_bank': 'Bankkonto',
  'rail.airtm': 'Airtm',
  'rail.payoneer': 'Payoneer',
  'rail.other': 'Auszahlungsweg',
  'payout-methods.ach.title': 'Ihr Bankkonto',
  'payout-methods.ach.lead':
    'Wir verwenden diese Nummern nur, um Ihnen Geld zu senden, und speichern sie verschlüsselt.',
  'payout-methods.ach.add': 'Bankkonto hinzufügen',
  'payout-methods.paypal.title': 'Ihr PayPal-Konto',
  'payout-methods.paypal.lead': 'PayPal findet Sie über Ihre E-Mail-Adresse.',
  'payout-methods.paypal.add': 'PayPal hinzufügen',
  'payout-methods.venmo.title': 'Ihr Venmo-Konto',
  'payout-methods.venmo.lead': 'Venmo findet Sie über Ihren Nutzernamen.',
  'payout-methods.venmo.add': 'Venmo hinzufügen',
  'payout-methods.cash_app.title': 'Ihr Cash-App-Konto',
  'payout-methods.cash_app.lead':
    'Wir brauchen Ihren $Cashtag und die zwei Nummern, über die das Geld dorthin gelangt. Wir speichern sie verschlüsselt.',
  'payout-methods.cash_app.add': 'Cash App hinzufügen',
  'payout-methods.intl_bank.title': 'Ihr Bankkonto',
  'payout-methods.intl_bank.lead':
    'Wir verwenden diese Angaben nur, um Ihnen Geld zu senden, und speichern sie verschlüsselt.',
  'payout-methods.intl_bank.add': 'Bankkonto hinzufügen',
  'payout-methods.airtm.title': 'Ihr Airtm-Konto',
  'payout-methods.airtm.lead': 'Airtm findet Sie über Ihre E-Mail-Adresse.',
  'payout-methods.airtm.add': 'Airtm hinzufügen',
  'payout-methods.payoneer.title': 'Ihr Payoneer-Konto',
  'payout-methods.payoneer.lead': 'Payoneer findet Sie über Ihre E-Mail-Adresse.',
  'payout-methods.payoneer.add': 'Payoneer hinzufügen',
  'payout-methods.email.label.paypal': 'E-Mail-Adresse bei PayPal',
  'payout-methods.email.label.airtm': 'E-Mail-Adresse bei Airtm',
  'payout-methods.email.label.payoneer': 'E-Mail-Adresse bei Payoneer',
  'payout-methods.email.hint': 'Die Adresse, mit der Sie sich dort anmelden.',
  'payout-methods.handle.label': 'Venmo-Nutzername',
  'payout-methods.handle.hint': 'Er beginnt mit @. In der Venmo-App steht er unter „Me“.',
  'payout-methods.cash_tag.label': '$Cashtag',
  'payout-methods.cash_tag.hint': 'Er beginnt mit $. In Cash App steht er in Ihrem Profil.',
  'payout-methods.said.auto-on': 'Automatische Auszahlungen sind eingeschaltet.',
  'payout-methods.said.auto-off': 'Automatische Auszahlungen sind ausgeschaltet.',
  'payout-methods.auto': 'Automatische Auszahlungen',
  'payout-methods.auto.hint': 'Jede Zahlung geht direkt an Ihren Standardweg.',
  'payout-methods.auto.waiting': 'Zahlungen bleiben im Guthaben, bis Sie einen Standardweg wählen.',
  'field.email.required': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'field.invalid-email': 'Diese E-Mail-Adresse ist nicht vollständig. Sie sieht so aus: name@example.com.',
  'field.handle.required': 'Geben Sie Ihren Venmo-Nutzernamen ein.',
  'field.invalid-handle':
    'Ein Venmo-Nutzername hat 5 bis 30 Buchstaben, Ziffern, Binde- oder Unterstriche, zum Beispiel @sam-taylor.',
  'field.cash_tag.required': 'Geben Sie Ihren $Cashtag ein.',
  'field.invalid-cash-tag':
    'Ein $Cashtag hat bis zu 20 Buchstaben oder Ziffern, mindestens einen Buchstaben, zum Beispiel $samtaylor.',
  'field.payout-method-exists':
    'Dieser Auszahlungsweg steht schon auf Ihrer Liste. Geben Sie einen anderen ein oder gehen Sie zurück zur Liste.',
  'field.platform.invalid-choice':
    'Dieser Auszahlungsweg wird nicht mehr angeboten. Wählen Sie einen anderen.',
  'error.payout-method-exists':
    'Dieser Auszahlungsweg steht schon auf Ihrer Liste. Geben Sie einen anderen ein oder gehen Sie zurück zur Liste.',
  'error.user-info-missing':
    'Zum Speichern fehlt noch eine Angabe zu Ihnen. Laden Sie die Seite neu, um sie zu ergänzen.',
} satisfies Translation<typeof english>;
