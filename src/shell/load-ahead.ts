/** Loads what the payee will need next, while they type. `screens.ts` calls it when a step is shown. */
import type { Snapshot } from '../contract/steps/session.ts';
import { languages, wordsIn } from '../locales/languages.ts';
import { isSupported, manifest } from '../steps/manifest.ts';

/**
 * Loads the step after `step`, and its words in `language`, once the payee does something. Many only look at
 * the first screen, and a slow phone is busy with it. A failure says nothing: the step that is shown says it.
 * While the browser is offline nothing is asked for, because browsers keep for as long as the page is there
 * which files they could not load.
 */
export async function loadAhead(
  host: EventTarget,
  snapshot: Snapshot | null,
  step: string,
  language: string,
): Promise<void> {
  const next = snapshot?.plan.find(
    ({ name, state }) => name !== step && (state === 'pending' || state === 'active'),
  )?.name;
  if (next && !isSupported(next)) return;
  await firstTouch(host);
  if (!navigator.onLine) return;
  // Behind the last step comes the end.
  if (!next) return void import('./ending/index.ts').catch(() => undefined);
  const words = languages[language];
  Promise.all([manifest[next](), words && wordsIn(words, [next])]).catch(() => undefined);
}

/** Resolves when the payee touches, types or moves the focus in `host`. */
function firstTouch(host: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    for (const touch of ['pointerdown', 'keydown', 'focusin'])
      host.addEventListener(touch, () => resolve(), { once: true });
  });
}
