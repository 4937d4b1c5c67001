/**
 * Loads the screen that asks for more than the code. Few are asked, so it is a file of its own. Until it is
 * here, the code's screen stays.
 */
import { nothing, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { problemText } from '../../locales/words.ts';
import { failureBanner } from '../../ui/banner.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import type { StepElement, Template } from '../step-element.ts';
import type * as known from './known.ts';

export const checkCode = (code: string): StepRequest => ({
  method: 'POST',
  path: '/authentication/check',
  body: { code },
});

export class MoreThanCode {
  readonly #step: StepElement<RequirementOf<'authentication'>>;
  #screen: typeof known | undefined;
  /** Why it could not be loaded. The main button tries again. */
  failure: Template = nothing;

  constructor(step: StepElement<RequirementOf<'authentication'>>) {
    this.#step = step;
  }

  get #asks() {
    return this.#step.requirement.asks;
  }

  /** The wire name of the field on screen; undefined while it is the code. */
  get field(): string | undefined {
    return this.#screen && this.#asks;
  }

  /** Loads the screen when the server asks for more. */
  begin(): void {
    if (this.#asks && !this.#screen) void this.#load();
  }

  read(raw: Raw): Reading<StepRequest> | undefined {
    if (!this.#asks) return undefined;
    if (this.#screen) return this.#screen.readKnown(this.#step, raw);
    void this.#load();
    return { ok: false, errors: [] };
  }

  render(): TemplateResult | undefined {
    return this.#asks && this.#screen?.renderKnown(this.#step);
  }

  async #load(): Promise<void> {
    const { localizer, explain } = this.#step.context;
    this.failure = nothing;
    try {
      this.#screen = await localizer.load('authentication-known', import('./known.ts'));
    } catch (error) {
      this.failure = failureBanner(problemText(localizer, await explain(error)));
    }
    this.#step.requestUpdate();
    if (this.#screen) void this.#step.moveFocus('input');
  }
}
