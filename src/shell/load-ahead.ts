/**
 * Loads what the payee will need next, while they read and type. `dots-flow.ts` calls it when a step is
 * shown.
 */
import type { Snapshot } from '../contract/steps/session.ts';
import { languages, wordsIn } from '../locales/languages.ts';
import { isSupported, manifest } from '../steps/manifest.ts';

/**
 * Loads the step after `step`, and its words in `language`. A failure is no matter: what cannot be loaded now
 * is loaded again when it is shown.
 */
export function loadAhead(snapshot: Snapshot | null, step: string, language: string): void {
  const next = snapshot?.plan.find(
    ({ name, state }) => name !== step && (state === 'pending' || state === 'active'),
  )?.name;
  if (!next || !isSupported(next)) return;
  const words = languages[language];
  Promise.all([manifest[next](), words && wordsIn(words, [next])]).catch(() => undefined);
}
