/**
 * Asks whether something is to be removed from a list. The dialog is loaded with the first question, and goes
 * with the step.
 */
import type { ReactiveController } from 'lit';
import type { RemovalQuestion } from '../../ui/remove-dialog.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';

/** A controller of the step, because the dialog has to go when the step goes. */
export class Removal implements ReactiveController {
  readonly #step: MultiScreenStep;
  /** Confirmed removals that wait for another request to be answered. */
  #waiting: (() => void)[] = [];

  constructor(step: MultiScreenStep) {
    this.#step = step;
    step.addController(this);
  }

  /**
   * Resolves to whether the payee said yes. It resolves only after other requests are answered: `send` would
   * drop the removal while busy.
   */
  async confirm(question: Pick<RemovalQuestion, 'method' | 'text'>): Promise<boolean> {
    const step = this.#step;
    const dialog = await import('../../ui/remove-dialog.ts').catch(async (error: unknown) => {
      step.unloaded = { problem: await step.context.explain(error) };
      step.requestUpdate();
      return null;
    });
    if (!dialog || !step.isConnected) return false;
    const { localizer } = step.context;
    const root = step.renderRoot as ShadowRoot;
    if (!(await dialog.confirmRemoval({ root, localizer, ...question }))) return false;
    if (step.busy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return true;
  }

  hostUpdated(): void {
    if (!this.#step.busy) for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** A modal dialog that is moved stays open but is no longer modal, so it is closed. */
  hostDisconnected(): void {
    this.#step.renderRoot.querySelector('dialog')?.close();
  }
}
