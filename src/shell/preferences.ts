/** Gives the frame and each step the styles for what the payee has asked their system for. */
import type { ReactiveController, ReactiveElement } from 'lit';
import { preferred } from './preferred-styles.ts';
import { currentStep } from './current-step.ts';

export class Preferences implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { styleSheet: sheet } = preferred;
    for (const root of [this.#host.renderRoot as ShadowRoot, currentStep(this.#host)?.shadowRoot])
      if (root && sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }
}
