import type { Translation } from '../catalogue.ts';
import type { idHandoff as english } from '../en/id-verification-handoff.ts';

export const idHandoff = {
  'id-verification.handoff.title': 'Am Smartphone weitermachen',
  'id-verification.handoff.lead':
    'Richten Sie die Kamera Ihres Smartphones auf diesen Code und öffnen Sie den Link.',
  'id-verification.handoff.qr': 'QR-Code mit dem Link für Ihr Smartphone',
  'id-verification.handoff.copy': 'Link kopieren',
  'id-verification.handoff.copied': 'Kopiert',
  'id-verification.handoff.copy-failed': 'Zum Kopieren gedrückt halten:',
  'id-verification.handoff.compare':
    'Ihr Smartphone zeigt diesen Code. Machen Sie dort nur weiter, wenn er gleich ist.',
  'id-verification.handoff.keep':
    'Öffnen Sie den Link nur auf Ihrem eigenen Smartphone. Wer ihn hat, könnte seinen Ausweis unter Ihrem Namen zeigen.',
  'id-verification.handoff.expires': 'Der Link läuft in {time} ab.',
  'id-verification.handoff.expired': 'Dieser Link ist abgelaufen.',
  'id-verification.handoff.renew': 'Neuen Link erstellen',
  'id-verification.handoff.making': 'Ihr Link wird erstellt',
  'id-verification.handoff.cancel': 'Auf diesem Gerät bleiben',
} satisfies Translation<typeof english>;
