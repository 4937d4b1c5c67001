import type { Translation } from '../catalogue.ts';
import type { idHandoff as english } from '../en/id-verification-handoff.ts';

export const idHandoff = {
  'id-verification.handoff.title': 'Am Smartphone weitermachen',
  'id-verification.handoff.lead':
    'Richten Sie die Kamera Ihres Smartphones auf diesen Code und öffnen Sie den Link.',
  'id-verification.handoff.qr': 'QR-Code mit dem Link für Ihr Smartphone',
  'id-verification.handoff.copy': 'Link kopieren',
  'id-verification.handoff.copied': 'Kopiert',
  'id-verification.handoff.copy-failed': 'Halten Sie gedrückt, um ihn selbst zu kopieren:',
  'id-verification.handoff.compare':
    'Ihr Smartphone wird diesen Code zeigen. Machen Sie dort nur weiter, wenn es derselbe ist.',
  'id-verification.handoff.keep':
    'Öffnen Sie den Link nur auf Ihrem eigenen Smartphone. Wer ihn hat, könnte unter Ihrem Namen den eigenen Ausweis zeigen.',
  'id-verification.handoff.expires': 'Der Link gilt noch {time}.',
  'id-verification.handoff.expired': 'Dieser Link ist abgelaufen.',
  'id-verification.handoff.renew': 'Neuen Link erstellen',
  'id-verification.handoff.making': 'Ihr Link wird erstellt',
  'id-verification.handoff.cancel': 'An diesem Gerät bleiben',
} satisfies Translation<typeof english>;
