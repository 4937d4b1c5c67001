import type { Translation } from '../catalogue.ts';
import type { redirect as english } from '../en/redirect.ts';

export const redirect = {
  'step.redirect': 'Abschluss',
  'redirect.title': 'Es geht zurück zu {host}',
  'redirect.lead': 'Hier ist alles erledigt. Einen Moment.',
  'redirect.now': 'Jetzt fortfahren',
  'redirect.failed.title': 'Fast geschafft',
  'redirect.failed.lead': 'Ihre Angaben sind gespeichert. Es fehlt nur noch der Weg zurück zu {host}.',
  'redirect.unsafe.title': 'Hier ist alles erledigt',
  'redirect.unsafe.lead':
    'Das Rückkehrziel, das {app} uns genannt hat, ist keine Webadresse; deshalb leiten wir Sie nicht dorthin weiter. Sie können diese Seite schließen, Ihre Angaben bleiben gespeichert.',
} satisfies Translation<typeof english>;
