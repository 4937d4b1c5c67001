import type { Translation } from '../catalogue.ts';
import type { payout as english } from '../en/payout.ts';

export const payout = {
  'step.payout': 'Auszahlung',
  'payout.title': 'Geld auszahlen',
  'payout.balance': 'Verfügbar',
  'payout.held': 'Weitere {amount} werden verfügbar, sobald Ihre Identität bestätigt ist.',
  'payout.amount.label': 'Betrag',
  'payout.amount.hint': 'In US-Dollar. Von {minimum} bis {maximum}.',
  'payout.all': 'Alles auszahlen',
  'payout.method.label': 'Auszahlen an',
  'payout.add': 'Weiteren Weg hinzufügen',
  'payout.add-first': 'Auszahlungsweg wählen',
  'payout.review': 'Prüfen',
  'payout.later': 'Nicht jetzt',
  'payout.another.title': 'Auszahlungsweg hinzufügen',
  'payout.another.lead': 'Ihr Betrag bleibt gespeichert. Ohne Ihre Bestätigung wird nichts ausgezahlt.',

  'payout.empty.title': 'Noch kein Guthaben',
  'payout.empty.lead': 'Sobald {app} Ihnen etwas zahlt, finden Sie es hier.',
  'payout.held.title': 'Ihr Geld ist sicher verwahrt',
  'payout.held.lead':
    'Ihr Guthaben beträgt {amount}. Sie können es auszahlen, sobald Ihre Identität bestätigt ist.',

  'payout.review.title': 'Prüfen und bestätigen',
  'payout.review.amount': 'Betrag',
  'payout.review.fee': 'Gebühr',
  'payout.review.net': 'Sie erhalten',
  'payout.review.to': 'An',
  'payout.review.when': 'Dauer',
  'payout.fee.platform': 'Keine. {app} übernimmt sie.',
  'payout.by': '{time}, bis {date}',
  'payout.confirm': '{amount} auszahlen',
  'payout.change': 'Ändern',

  'payout.notice.insufficient-funds':
    'Ihr Guthaben hat sich geändert, es wurde nichts ausgezahlt. Sie können jetzt bis zu {balance} auszahlen.',
  'payout.notice.method-removed':
    'Der gewählte Auszahlungsweg wurde entfernt, es wurde nichts ausgezahlt. Wählen Sie einen anderen.',
  'payout.notice.quote-changed':
    'Inzwischen hat sich etwas geändert, es wurde nichts ausgezahlt. Prüfen Sie die Angaben noch einmal.',

  'payout.status.created.title': '{amount} sind unterwegs',
  'payout.status.pending.title': '{amount} sind unterwegs',
  'payout.status.flagged.title': '{amount} werden geprüft',
  'payout.status.flagged.lead':
    'Vor der Auszahlung müssen wir Ihre Identität bestätigen. Sie brauchen hier nicht zu warten.',
  'payout.status.completed.title': '{amount} wurden ausgezahlt',
  'payout.status.failed.title': '{amount} konnten nicht ausgezahlt werden',
  'payout.status.reversed.title': '{amount} sind zurückgekommen',
  'payout.status.canceled.title': '{amount} wurden nicht ausgezahlt',
  'payout.status.lead':
    'An {method}. Voraussichtliche Dauer: {time}. Sie können diese Seite schließen; die Auszahlung läuft weiter.',
  'payout.expected': '{time}',
  'payout.expected.within': 'höchstens {time}',
  'payout.expected.now': 'wenige Augenblicke',
  'payout.status.completed.lead': 'Das Geld ging an {method}.',
  'payout.status.failed.lead':
    '{method} hat die Zahlung nicht angenommen. Der volle Betrag ist wieder in Ihrem Guthaben. Prüfen Sie die Angaben oder wählen Sie einen anderen Weg.',
  'payout.timeline': 'Verlauf Ihrer Auszahlung',
  'payout.timeline.created': 'Beauftragt',
  'payout.timeline.pending': 'In Bearbeitung',
  'payout.timeline.completed': 'Ausgezahlt',
  'payout.timeline.failed': 'Fehlgeschlagen, Geld zurückgebucht',
  'payout.timeline.next': 'Steht noch aus',
  'payout.continue': 'Weiter',
  'payout.again': 'Erneut versuchen',
  'payout.more': 'Weitere Auszahlung',
  'payout.failed.continue': 'Weiter ohne Auszahlung',

  'field.amount.required': 'Geben Sie ein, wie viel Sie auszahlen möchten.',
  'field.invalid-amount':
    'Das ist nicht als Betrag lesbar. Schreiben Sie ihn ohne Buchstaben, zum Beispiel 120 oder 12,50.',
  'field.amount.amount-below-minimum':
    'Das ist weniger, als dieser Auszahlungsweg zulässt. Geben Sie einen höheren Betrag ein oder wählen Sie einen anderen Weg.',
  'field.amount.amount-above-maximum':
    'Das ist mehr, als dieser Auszahlungsweg auf einmal zulässt. Geben Sie einen kleineren Betrag ein oder wählen Sie einen anderen Weg.',
  'field.amount.transaction-insufficient-funds':
    'So viel ist nicht verfügbar. Geben Sie einen kleineren Betrag ein oder wählen Sie „Alles auszahlen“.',
  'field.method_id.required':
    'Wählen Sie, wohin das Geld gehen soll, oder fügen Sie einen Auszahlungsweg hinzu.',
  'field.method_id.invalid-choice': 'Dieser Auszahlungsweg wurde entfernt. Wählen Sie einen anderen.',
  'error.payout-method-unavailable':
    'Dieser Auszahlungsweg ist zurzeit nicht verfügbar. Wählen Sie einen anderen. Es wurde nichts ausgezahlt.',
  'error.transaction-insufficient-funds':
    'Ihr Guthaben hat sich geändert, es wurde nichts ausgezahlt. Gehen Sie zurück und geben Sie einen kleineren Betrag ein.',
} satisfies Translation<typeof english>;
