import type { Translation } from '../catalogue.ts';
import type { payout as english } from '../en/payout.ts';

export const payout = {
  'step.payout': 'Auszahlen',
  'payout.title': 'Geld auszahlen',
  'payout.balance': 'Verfügbar',
  'payout.held': '{amount} warten noch, bis Ihre Identität bestätigt ist.',
  'payout.amount.label': 'Betrag',
  'payout.amount.hint': 'In US-Dollar. Von {minimum} bis {maximum}.',
  'payout.all': 'Alles auszahlen',
  'payout.method.label': 'Auszahlungsweg',
  'payout.add': 'Weiteren Weg hinzufügen',
  'payout.add-first': 'Auszahlungsweg wählen',
  'payout.review': 'Prüfen',
  'payout.review-amount': '{amount} prüfen',
  'payout.later': 'Jetzt nicht',
  'payout.another.title': 'Auszahlungsweg hinzufügen',
  'payout.another.lead': 'Ihr Betrag bleibt stehen. Überwiesen wird erst, wenn Sie bestätigen.',

  'payout.empty.title': 'Noch nichts auszuzahlen',
  'payout.empty.lead': 'Sobald {app} Sie bezahlt, erscheint das Geld hier von selbst.',
  'payout.check': 'Erneut nachsehen',
  'payout.checked': 'Bisher hat sich nichts geändert. Diese Seite aktualisiert sich von selbst.',
  'payout.said.came': '{balance} sind da. Sie können das Geld jetzt auszahlen.',
  'payout.held.title': 'Ihr Geld ist sicher und wartet',
  'payout.held.lead':
    '{amount} liegen in Ihrem Guthaben. Sobald Ihre Identität bestätigt ist, können Sie es auszahlen.',

  'payout.review.title': 'Prüfen und bestätigen',
  'payout.review.amount': 'Betrag',
  'payout.review.fee': 'Gebühr',
  'payout.review.tax': 'US-Steuer {rate}',
  'payout.tax.us-income': 'Nach US-Recht behält {app} diese Steuer von Einnahmen aus den USA ein.',
  'payout.tax.place':
    'Nach US-Recht behält {app} diese Steuer ein. Wo Sie arbeiten, haben Sie nicht angegeben; deshalb gelten die USA.',
  'payout.tax.treaty':
    'Nach US-Recht behält {app} diese Steuer ein, zum Satz des Steuerabkommens in Ihrem Formular.',
  'payout.tax.number': 'Nach US-Recht behält {app} diese Steuer ein, bis Ihre Steuernummer bestätigt ist.',
  'payout.review.net': 'Sie erhalten',
  'payout.review.rate':
    'Ihre Dollar werden unterwegs umgerechnet. Erst dann steht der Wechselkurs fest, und damit der genaue Betrag.',
  'payout.review.to': 'An',
  'payout.review.when': 'Ankunft',
  'payout.fee.platform': 'Keine. {app} übernimmt sie.',
  'payout.by': '{time}, spätestens am {date}',
  'payout.confirm': '{amount} auszahlen',

  'payout.notice.insufficient-funds':
    'Ihr Guthaben hat sich geändert, und es wurde nichts überwiesen. Sie können jetzt bis zu {balance} auszahlen.',
  'payout.notice.method-removed':
    'Der gewählte Auszahlungsweg wurde entfernt, und es wurde nichts überwiesen. Wählen Sie einen anderen.',
  'payout.notice.quote-changed':
    'Inzwischen hat sich etwas geändert, und es wurde nichts überwiesen. Bitte prüfen Sie noch einmal.',

  'payout.status.created.title': '{amount} sind unterwegs',
  'payout.status.pending.title': '{amount} sind unterwegs',
  'payout.status.flagged.title': '{amount} werden geprüft',
  'payout.status.flagged.lead':
    'Bevor das Geld hinausgeht, müssen wir Ihre Identität bestätigen. Sie müssen hier nicht warten.',
  'payout.status.completed.title': '{amount} wurden ausgezahlt',
  'payout.status.failed.title': '{amount} ließen sich nicht auszahlen',
  'payout.status.reversed.title': '{amount} kamen zurück',
  'payout.status.canceled.title': '{amount} wurden nicht ausgezahlt',
  'payout.status.lead':
    'An {method}. Voraussichtliche Dauer: {time}. Sie können diese Seite schließen; die Überweisung läuft weiter.',
  'payout.notification': 'Kommt sie nicht an, erhalten Sie eine SMS an {phone}.',
  'payout.expected': '{time}',
  'payout.expected.within': 'höchstens {time}',
  'payout.expected.now': 'keine, das Geld kommt sofort an',
  'payout.status.completed.lead': 'Es ging an {method}.',
  'payout.status.failed.lead': '{reason} Der volle Betrag ist wieder in Ihrem Guthaben. {advice}',
  'payout.advice.correct': 'Berichtigen Sie die Angaben.',
  'payout.advice.another': 'Nehmen Sie einen anderen Weg.',
  'payout.advice.change': 'Versuchen Sie es mit einem anderen Betrag oder auf einem anderen Weg.',
  'payout.advice.wait': 'Versuchen Sie es in einigen Stunden erneut.',
  'payout.advice.ask': 'Fragen Sie {app}, was zu tun ist.',
  'payout.reference': 'Referenznummer',
  'payout.act.correct': 'Angaben berichtigen',
  'payout.act.another': 'Anderen Weg nehmen',
  'payout.act.change': 'Erneut versuchen',
  'payout.act.wait': 'Erneut versuchen',
  'payout.act.ask': '{app} fragen',
  'payout.timeline': 'Stand Ihrer Auszahlung',
  'payout.timeline.created': 'Beauftragt',
  'payout.timeline.pending': 'In Bearbeitung',
  'payout.timeline.completed': 'Ausgezahlt',
  'payout.timeline.failed': 'Fehlgeschlagen, Geld ist zurück',
  'payout.timeline.next': 'Steht noch aus',
  'payout.continue': 'Weiter',
  'payout.more': 'Mehr auszahlen',
  'payout.failed.continue': 'Ohne Auszahlung weiter',

  'field.amount.required': 'Geben Sie ein, wie viel Sie auszahlen möchten.',
  'field.invalid-amount':
    'Diesen Betrag können wir nicht lesen. Schreiben Sie ihn in Ziffern, etwa 120 oder 12,50.',
  'payout.amount.below': 'Dieser Auszahlungsweg braucht mindestens {minimum}.',
  'payout.amount.above': 'Dieser Auszahlungsweg lässt auf einmal höchstens {maximum} zu.',
  'field.amount.amount-below-minimum': 'Geben Sie mehr ein.',
  'field.amount.amount-above-maximum': 'Geben Sie weniger ein.',
  'field.amount.transaction-insufficient-funds':
    'So viel ist nicht da. Geben Sie weniger ein oder drücken Sie „Alles auszahlen“.',
  'field.method_id.required': 'Wählen Sie, wohin das Geld geht, oder fügen Sie einen Auszahlungsweg hinzu.',
  'field.method_id.invalid-choice': 'Dieser Auszahlungsweg wurde entfernt. Wählen Sie einen anderen.',
  'field.method_id.payout-method-paused':
    'Dieser Auszahlungsweg ist angehalten, weil drei Auszahlungen zurückkamen. Wählen Sie einen anderen oder fügen Sie ihn neu hinzu.',
  'payout.method.waits':
    'Dieser Auszahlungsweg ist neu. Kommen Sie ab {time} Uhr wieder oder wählen Sie einen anderen.',
  'field.method_id.payout-method-waiting':
    'Dieser Auszahlungsweg ist neu. Kommen Sie später wieder oder wählen Sie einen anderen.',
  'error.payout-method-paused':
    'Dieser Auszahlungsweg ist angehalten, weil drei Auszahlungen zurückkamen. Wählen Sie einen anderen oder fügen Sie ihn neu hinzu.',
  'error.payout-method-waiting':
    'Dieser Auszahlungsweg ist neu, und Ihr Geld ist sicher. Kommen Sie zur angegebenen Zeit wieder oder wählen Sie einen anderen.',
  'error.payout-method-unavailable':
    'Auf diesem Weg geht es im Moment nicht. Wählen Sie einen anderen. Es wurde nichts überwiesen.',
  'error.transaction-insufficient-funds':
    'Ihr Guthaben hat sich geändert, und es wurde nichts überwiesen. Gehen Sie zurück und geben Sie weniger ein.',
} satisfies Translation<typeof english>;
