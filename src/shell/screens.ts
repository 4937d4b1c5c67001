/**
 * What is on screen: the skeleton, a step, or a closing screen; and what is loaded for it, and in which
 * order.
 */
import type { LitElement, TemplateResult } from 'lit';
import type { StepInput } from '../contract/steps.ts';
import type { FlowState } from '../flow/machine.ts';
import type { StepElement } from '../steps/step-element.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { mayTakeFocus } from '../ui/focus.ts';
import type { ClosingHost } from './closing.ts';
import { ClosingPart } from './closing-part.ts';
import { isLoading, skeleton } from './frame.ts';
import type { LanguageHost } from './language-controller.ts';
import { Steps, type StepsOptions } from './steps.ts';

export interface ScreensOptions extends StepsOptions {
  readonly host: LitElement & ClosingHost & LanguageHost & { lang: string };
}

export class Screens {
  readonly #options: ScreensOptions;
  readonly #steps: Steps;
  readonly #closing: ClosingPart;

  constructor(options: ScreensOptions) {
    this.#options = options;
    this.#steps = new Steps(options);
    this.#closing = new ClosingPart(options);
  }

  /** Returns the element of the current step, while there is one. */
  step(): StepElement | undefined {
    return this.#steps.current();
  }

  /** As `Steps.expect`. */
  expect(step: StepInput | undefined): void {
    this.#steps.expect(step);
  }

  /** Returns the screen of a state. */
  render(state: FlowState): unknown {
    const { localizer } = this.#options;
    if (isLoading(state)) return skeleton(localizer());
    if (state.name === 'step') return this.#steps.current() ?? skeleton(localizer());
    return this.#closing.screen(state);
  }

  /** As `ClosingPart.notices`. */
  notices(state: FlowState): TemplateResult | symbol {
    return this.#closing.notices(state);
  }

  /** Makes and loads what the state needs. Called after every update of the host. */
  async updated(state: FlowState): Promise<void> {
    const { host } = this.#options;
    if (state.name === 'step') {
      if (await this.#steps.enter(state)) afterPaint(() => void this.#loadAfter(state.step));
    } else if (isLoading(state)) return;
    else if (this.#closing.isMissing) await this.#loadClosing();
    // After a failure the steps, and what was typed in them, are shown again.
    else if (state.name !== 'failed' && this.#steps.clear() && mayTakeFocus(host)) host.focus();
  }

  /** The next step is another flow's first one. */
  startOver(): void {
    this.#steps.startOver();
  }

  async #loadAfter(step: string): Promise<void> {
    await this.#loadClosing();
    const { host, flow, localizer } = this.#options;
    void this.#closing.module?.loadAhead(host, flow.snapshot, step, localizer().language);
  }

  async #loadClosing(): Promise<void> {
    await this.#closing.load();
    // A step that came faster has shown no text where the words were missing.
    this.#steps.redraw();
  }
}
