import type { Translation } from '../catalogue.ts';
import type { payoutMethods as english } from '../en/payout-methods.ts';

export const payoutMethods = {
  'payout-methods.fastest': 'Am schnellsten',
  'payout-methods.arrives': 'Dauert {time}',
  'payout-methods.arrives.within': 'Höchstens {time}',
  'payout-methods.arrives.now': 'Sofort',
  'payout-methods.fee': 'Gebühr {amount}',
  'payout-methods.paused':
    'Angehalten: Drei Auszahlungen kamen zurück. Fügen Sie diesen Weg mit richtigen Angaben neu hinzu oder nehmen Sie einen anderen.',
  'payout-methods.paused.ask':
    'Angehalten: Drei Auszahlungen kamen zurück. Nehmen Sie einen anderen Weg oder fragen Sie {app}.',
  'payout-methods.currency': 'Währung',
  'payout-methods.currency.local': 'Die Währung Ihres Kontos',
  'payout-methods.converted': '{currency}, umgerechnet aus US-Dollar',
  'payout-methods.net.converted': 'Wird umgerechnet',
  'payout-methods.fee.none': 'Kostenlos',
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
    'Wir nutzen diese Nummern nur, um Ihnen Geld zu überweisen, und speichern sie verschlüsselt.',
  'payout-methods.ach.add': 'Bankkonto hinzufügen',
  'payout-methods.paypal.title': 'Ihr PayPal-Konto',
  'payout-methods.paypal.lead': 'PayPal findet Sie über Ihre E‑Mail-Adresse.',
  'payout-methods.paypal.add': 'PayPal hinzufügen',
  'payout-methods.venmo.title': 'Ihr Venmo-Konto',
  'payout-methods.venmo.lead': 'Venmo findet Sie über Ihren Benutzernamen.',
  'payout-methods.venmo.add': 'Venmo hinzufügen',
  'payout-methods.cash_app.title': 'Ihr Konto bei Cash App',
  'payout-methods.cash_app.lead':
    'Wir brauchen Ihren $Cashtag und die zwei Nummern, über die das Geld dorthin kommt. Wir speichern sie verschlüsselt.',
  'payout-methods.cash_app.add': 'Cash App hinzufügen',
  'payout-methods.intl_bank.title': 'Ihr Bankkonto',
  'payout-methods.intl_bank.lead':
    'Wir nutzen diese Angaben nur, um Ihnen Geld zu überweisen, und speichern sie verschlüsselt.',
  'payout-methods.intl_bank.add': 'Bankkonto hinzufügen',
  'payout-methods.airtm.title': 'Ihr Airtm-Konto',
  'payout-methods.airtm.lead': 'Airtm findet Sie über Ihre E‑Mail-Adresse.',
  'payout-methods.airtm.add': 'Airtm hinzufügen',
  'payout-methods.payoneer.title': 'Ihr Payoneer-Konto',
  'payout-methods.payoneer.lead': 'Payoneer findet Sie über Ihre E‑Mail-Adresse.',
  'payout-methods.payoneer.add': 'Payoneer hinzufügen',
  'payout-methods.email.label.paypal': 'E‑Mail-Adresse Ihres PayPal-Kontos',
  'payout-methods.email.label.airtm': 'E‑Mail-Adresse Ihres Airtm-Kontos',
  'payout-methods.email.label.payoneer': 'E‑Mail-Adresse Ihres Payoneer-Kontos',
  'payout-methods.email.hint': 'Die Adresse, mit der Sie sich dort anmelden.',
  'payout-methods.handle.label': 'Venmo-Benutzername',
  'payout-methods.handle.hint': 'Er beginnt mit @ und steht in der Venmo-App unter „Me“.',
  'payout-methods.cash_tag.label': '$Cashtag',
  'payout-methods.cash_tag.hint': 'Er beginnt mit $ und steht in Cash App in Ihrem Profil.',
  'payout-methods.said.auto-on': 'Automatische Auszahlungen sind eingeschaltet.',
  'payout-methods.said.auto-off': 'Automatische Auszahlungen sind ausgeschaltet.',
  'payout-methods.auto': 'Automatische Auszahlungen',
  'payout-methods.auto.hint': 'Jede Zahlung geht gleich an Ihren Standardweg.',
  'payout-methods.auto.waiting': 'Zahlungen warten, bis Sie einen Standardweg festlegen.',
  'field.email.required': 'Geben Sie Ihre E‑Mail-Adresse ein.',
  'field.invalid-email': 'Diese E‑Mail-Adresse stimmt nicht. Sie sieht aus wie name@example.com.',
  'field.handle.required': 'Geben Sie Ihren Venmo-Benutzernamen ein.',
  'field.invalid-handle':
    'Ein Name bei Venmo hat 5 bis 30 Zeichen: Buchstaben, Ziffern, Binde- oder Unterstriche, etwa @sam-taylor.',
  'field.cash_tag.required': 'Geben Sie Ihren $Cashtag ein.',
  'field.invalid-cash-tag':
    'Ein $Cashtag hat bis zu 20 Zeichen: Buchstaben oder Ziffern, mindestens einen Buchstaben, etwa $samtaylor.',
  'field.payout-method-exists':
    'Dieser steht schon auf Ihrer Liste. Geben Sie einen anderen ein oder gehen Sie zurück zur Liste.',
  'field.platform.invalid-choice': 'Dieser Auszahlungsweg steht nicht mehr offen. Wählen Sie einen anderen.',
  'error.payout-method-exists':
    'Dieser steht schon auf Ihrer Liste. Geben Sie einen anderen ein oder gehen Sie zurück zur Liste.',
  'error.user-info-missing':
    'Vor dem Speichern fehlt noch eine Angabe zu Ihnen. Laden Sie die Seite neu, um sie zu ergänzen.',
} satisfies Translation<typeof english>;
