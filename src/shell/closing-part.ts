/**
 * The closing screens, from the moment they are loaded: after the first step is on screen, or when one is
 * needed.
 */
import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { FlowState } from '../flow/machine.ts';
import { flowProblem } from '../flow/problem.ts';
import type { Localizer } from '../locales/localizer.ts';
import { problemText } from '../locales/words.ts';
import type { ClosingHost, ClosingState } from './closing.ts';
import type { FlowController } from './flow-controller.ts';
import { plainFailure, skeleton } from './frame.ts';
import type { LanguageHost } from './language-controller.ts';

export interface ClosingPartOptions {
  readonly host: LitElement & ClosingHost & LanguageHost & { lang: string };
  readonly localizer: () => Localizer;
  readonly flow: FlowController;
}

export class ClosingPart {
  readonly #options: ClosingPartOptions;
  /** Undefined = not loaded yet; null = cannot be loaded. */
  #module: typeof import('./closing.ts') | null | undefined;

  /** Why it cannot be loaded. */
  #problem = flowProblem('network-error');

  constructor(options: ClosingPartOptions) {
    this.#options = options;
  }

  /** Not loaded and not given up. */
  get isMissing(): boolean {
    return this.#module === undefined;
  }

  get module(): typeof import('./closing.ts') | null | undefined {
    return this.#module;
  }

  async load(): Promise<void> {
    if (this.#module) return;
    const { host, localizer, flow } = this.#options;
    const module = await localizer()
      .load('closing', import('./closing.ts'))
      .catch(async (error: unknown) => void (this.#problem = await flow.calls.explain(error)));
    // Another call may have been faster.
    if (!this.#module) module?.settle(host, localizer);
    this.#module ??= module ?? null;
    if (module) flow.use(module);
    host.requestUpdate();
  }

  /** Returns what stands above the screen, once that is loaded. */
  notices(state: FlowState): TemplateResult | typeof nothing {
    const { host, localizer } = this.#options;
    return this.#module?.notices(localizer(), state, host) ?? nothing;
  }

  screen(state: ClosingState): TemplateResult {
    const { host, localizer, flow } = this.#options;
    const again = () => {
      // What could not be loaded is asked for once more.
      this.#module ??= undefined;
      void flow.load();
    };
    if (this.#module) return this.#module.closingScreen(localizer(), state, host, again, flow);
    if (this.isMissing) return skeleton(localizer());
    const problem = state.name === 'failed' ? state.problem : this.#problem;
    return plainFailure(localizer(), problemText(localizer(), problem), again);
  }
}
