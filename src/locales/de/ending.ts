import type { Translation } from '../catalogue.ts';
import type { ending as english } from '../en/ending.ts';

export const ending = {
  'ending.done.title': 'Das haben Sie erledigt',
  'ending.done.phone-confirmed': 'Telefonnummer bestätigt',
  'ending.done.details-saved': 'Name und E‑Mail-Adresse gespeichert',
  'ending.done.tax-form-signed': 'Steuerformular {form} unterschrieben',
  'ending.done.identity-confirmed': 'Identität bestätigt',
  'ending.done.identity-sent': 'Ausweis zur Prüfung gesendet',
  'ending.done.background-check-ended': 'Hintergrundprüfung abgeschlossen',
  'ending.done.payments-connected': 'Bankkonto für Zahlungen bestätigt',
  'ending.done.payout-method': 'Auszahlungen gehen an {method}',
  'ending.done.auto-payout': 'Automatische Auszahlungen sind eingeschaltet',
  'ending.done.form-sent': 'Formular ausgefüllt und gesendet',
  'ending.open.title': 'Noch offen',
  'ending.open.payout-method':
    'Sie haben noch keinen Auszahlungsweg. Ihr Geld wartet, bis Sie einen hinzufügen.',
  'ending.open.deposits':
    'Zwei kleine Gutschriften gehen auf Ihr Bankkonto. Kommen Sie wieder, wenn Sie sie sehen, und geben Sie die Beträge ein.',
  'ending.open.tax-check': 'Ihre Steuernummer wird noch geprüft. {app} erfährt das Ergebnis.',
  'ending.open.tax-mismatch':
    'Name und Steuernummer stimmen nicht mit den Angaben der Steuerbehörde überein. Bitten Sie {app} um einen neuen Link, um sie zu berichtigen.',
  'ending.open.identity':
    'Ihre Identität wird noch geprüft. So lange wartet Ihr Geld. {app} erfährt das Ergebnis.',
  'ending.payout.title': 'Ihre Auszahlung',
  'ending.payout.amount': 'Betrag',
  'ending.payout.fee': 'Gebühr',
  'ending.payout.net': 'Sie erhalten',
  'ending.payout.to': 'An',
  'ending.payout.arrives': 'Ankunft',
  'ending.payout.by': 'Spätestens am {date}',
  'ending.payout.made': 'Beauftragt',
  'ending.payout.reference': 'Referenznummer',
  'ending.payout.status': 'Stand',
  'ending.payout.notification': 'Kommt sie nicht an, erhalten Sie eine SMS an {phone}.',
  'ending.payout.later': 'Wie es steht, sehen Sie über den Link unten bei „{label}“.',
  'ending.payout.failed':
    'Die Auszahlung ist nicht angekommen. Um das Geld erneut auszuzahlen, bitten Sie {app} um einen neuen Link.',
  'ending.status.created': 'Unterwegs',
  'ending.status.pending': 'Unterwegs',
  'ending.status.flagged': 'Wartet, bis Ihre Identität bestätigt ist',
  'ending.status.completed': 'Ausgezahlt',
  'ending.status.failed': 'Nicht ausgezahlt. Das Geld ist wieder in Ihrem Guthaben.',
  'ending.status.reversed': 'Zurückgekommen. Das Geld ist wieder in Ihrem Guthaben.',
  'ending.status.canceled': 'Nicht ausgezahlt. Das Geld ist wieder in Ihrem Guthaben.',
  'ending.receipt': 'Beleg speichern',
  'ending.receipt.title': 'Auszahlung von {app}',
  'ending.receipt.saved': 'Stand vom {date}',
} satisfies Translation<typeof english>;
