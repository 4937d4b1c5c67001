import type { Translation } from '../catalogue.ts';
import type { managePayouts as english } from '../en/manage-payouts.ts';

export const managePayouts = {
  'step.manage-payouts': 'Auszahlungswege',
  'manage-payouts.title': 'So erhalten Sie Ihr Geld',
  'manage-payouts.lead': '{app} zahlt über Ihren Standardweg aus. Sie können ihn jederzeit ändern.',
  'manage-payouts.lead.no-default':
    'Noch ist keiner davon Ihr Standard, daher wird nichts ausgezahlt. Wählen Sie Ihren Standardweg.',
  'manage-payouts.first.title': 'Wohin soll Ihr Geld gehen?',
  'manage-payouts.first.lead':
    'Wählen Sie, wie {app} Sie bezahlt. Weitere Wege können Sie später hinzufügen, Ihre Wahl jederzeit ändern.',
  'manage-payouts.another.title': 'Weiteren Weg hinzufügen',
  'manage-payouts.none-offered.title': 'Noch kein Auszahlungsweg',
  'manage-payouts.none-offered.lead':
    '{app} bietet in Ihrem Land noch keinen Auszahlungsweg an. Fragen Sie {app}, wann es so weit ist.',
  'manage-payouts.methods': 'Ihre Auszahlungswege',
  'manage-payouts.add': 'Weiteren hinzufügen',
  'manage-payouts.continue': 'Weiter',
  'manage-payouts.saved-as-you-go':
    'Jede Änderung wird sofort gespeichert. Sie können diese Seite jederzeit schließen.',
  'manage-payouts.later': 'Später erledigen',

  'manage-payouts.remove.other': 'Dorthin wird nichts mehr ausgezahlt. Ihr Standard bleibt {method}.',
  'manage-payouts.remove.heir': 'Dorthin wird nichts mehr ausgezahlt. {method} wird Ihr Standard.',
  'manage-payouts.remove.default':
    'Das ist Ihr Standard. Bis Sie einen anderen wählen, bleibt Ihr Geld im Guthaben.',
  'manage-payouts.remove.last':
    'Das ist Ihr einziger Auszahlungsweg. Bis Sie einen anderen hinzufügen, bleibt Ihr Geld im Guthaben.',

  'manage-payouts.blocker.title': 'Bevor es weitergeht',
  'manage-payouts.blocker.default-payout-method-required':
    'Wählen Sie „Als Standard festlegen“ neben dem gewünschten Auszahlungsweg.',
  'manage-payouts.blocker.auto-payout-required':
    'Schalten Sie automatische Auszahlungen ein. {app} zahlt nur auf diese Weise aus.',

  'error.default-payout-method-required': 'Wählen Sie zuerst einen Standardweg.',
  'error.auto-payout-required': 'Schalten Sie zuerst automatische Auszahlungen ein.',
} satisfies Translation<typeof english>;
