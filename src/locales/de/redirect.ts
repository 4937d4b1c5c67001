import type { Translation } from '../catalogue.ts';
import type { redirect as english } from '../en/redirect.ts';

export const redirect = {
  'step.redirect': 'Abschluss',
  'redirect.title': 'Wir bringen Sie zurück zu {host}',
  'redirect.lead': 'Hier ist alles erledigt. Einen Moment bitte.',
  'redirect.now': 'Jetzt weiter',
  'redirect.failed.title': 'Fast geschafft',
  'redirect.failed.lead': 'Ihre Angaben sind gespeichert. Es fehlt nur noch der Weg zurück zu {host}.',
  'redirect.unsafe.title': 'Hier sind Sie fertig',
  'redirect.unsafe.lead':
    '{app} hat uns für den Rückweg eine falsche Webadresse genannt. Sie können diese Seite schließen; Ihre Angaben bleiben gespeichert.',
} satisfies Translation<typeof english>;
