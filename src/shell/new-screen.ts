/** Notices that another screen begins: another step, another screen of a step, a closing screen. */
import type { ReactiveElement } from 'lit';
import { currentStep } from './current-step.ts';

/** Calls `began` when another screen has been drawn. Its own words may still be about to be drawn then. */
export function onNewScreen(host: ReactiveElement, began: () => void): void {
  let step: Element | null = null;
  /** The heading. That of a new step is not there at once. */
  let title = '';
  const look = () => {
    const now = currentStep(host);
    const root = now ? now.shadowRoot : host.renderRoot;
    const heading = root?.querySelector('#title')?.textContent ?? '';
    // The skeleton between two steps is no screen.
    if (!now && !heading) return;
    const isSame = now === step && (heading === title || !heading || !title);
    step = now;
    title = heading;
    if (!isSame) began();
  };
  host.renderRoot.addEventListener('dots-rendered', look);
  host.addController({ hostUpdated: look });
  look();
}
