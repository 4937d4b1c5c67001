import type { Translation } from '../catalogue.ts';
import type { managePayouts as english } from '../en/manage-payouts.ts';

export const managePayouts = {
  'step.manage-payouts': 'Auszahlungsweg',
  'manage-payouts.title': 'So erhalten Sie Ihr Geld',
  'manage-payouts.lead': '{app} überweist an Ihren Standardweg. Sie können ihn jederzeit ändern.',
  'manage-payouts.lead.no-default':
    'Noch ist keiner davon Ihr Standard, deshalb wird nichts überwiesen. Legen Sie fest, wohin das Geld gehen soll.',
  'manage-payouts.first.title': 'Wohin soll Ihr Geld gehen?',
  'manage-payouts.first.lead': 'Wählen Sie, wie {app} Sie bezahlt. Sie können das jederzeit ändern.',
  'manage-payouts.another.title': 'Weiteren Auszahlungsweg hinzufügen',
  'manage-payouts.none-offered.title': 'Noch nichts hinzuzufügen',
  'manage-payouts.none-offered.lead':
    '{app} bietet in Ihrem Land noch keinen Auszahlungsweg an. Fragen Sie {app}, wann es so weit ist.',
  'manage-payouts.methods': 'Ihre Auszahlungswege',
  'manage-payouts.add': 'Weiteren hinzufügen',
  'manage-payouts.continue': 'Weiter',
  'manage-payouts.saved-as-you-go':
    'Jede Änderung wird sofort gespeichert. Sie können diese Seite jederzeit schließen.',
  'manage-payouts.later': 'Das mache ich später',

  'manage-payouts.remove.other': 'Dorthin wird nichts mehr überwiesen. Ihr Standard bleibt {method}.',
  'manage-payouts.remove.heir': 'Dorthin wird nichts mehr überwiesen. {method} wird Ihr Standard.',
  'manage-payouts.remove.default':
    'Das ist Ihr Standard. Bis Sie einen anderen festlegen, wartet Ihr Geld und wird nicht überwiesen.',
  'manage-payouts.remove.last':
    'Das ist Ihr einziger Auszahlungsweg. Bis Sie einen anderen hinzufügen, wartet Ihr Geld und wird nicht überwiesen.',

  'manage-payouts.blocker.title': 'Bevor es weitergeht',
  'manage-payouts.blocker.default-payout-method-required':
    'Legen Sie Ihren Standard fest: Drücken Sie „Als Standard festlegen“ neben dem Weg, auf dem Sie Geld erhalten möchten.',
  'manage-payouts.blocker.auto-payout-required':
    'Schalten Sie automatische Auszahlungen ein. {app} bezahlt alle auf diese Weise.',

  'error.default-payout-method-required': 'Legen Sie zuerst einen Standardweg fest, dann geht es weiter.',
  'error.auto-payout-required': 'Schalten Sie zuerst automatische Auszahlungen ein, dann geht es weiter.',
} satisfies Translation<typeof english>;
