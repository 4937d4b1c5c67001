import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell = {
  'progress.position': 'Schritt {step} von {steps}',
  'step.authentication': 'Ihr Telefon',
  'loading.label': 'Wird geladen',
  'action.retry': 'Erneut versuchen',
  'failed.title': 'Das lässt sich gerade nicht anzeigen',
  'sandbox.tag': 'Test',
  'error.network-error':
    'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut; Ihre Eingaben sind noch da.',
  'progress.unfinished': 'Beenden Sie das zuerst.',
} satisfies Translation<typeof english>;
