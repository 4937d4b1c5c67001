/**
 * The way back from the window of a bank. The page after the bank says a code to the window that opened the
 * bank's; or the payee types it.
 */
import type { ReactiveController } from 'lit';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import { requests } from './requests.ts';
import type { Requirement } from './screens.ts';

export class BankWindow implements ReactiveController {
  readonly #step: MultiScreenStep<Requirement>;

  constructor(step: MultiScreenStep<Requirement>) {
    this.#step = step;
    step.addController(this);
  }

  hostConnected(): void {
    addEventListener('message', this.#hear);
  }

  hostDisconnected(): void {
    removeEventListener('message', this.#hear);
  }

  /** The payee says that they are back. The form has the code, if they typed one. */
  pressed(): void {
    this.#step.renderRoot.querySelector('form')?.requestSubmit();
  }

  /** Without a code nothing is learned but that the bank has refused. */
  async look(code?: string): Promise<void> {
    const step = this.#step;
    const { form } = step.view;
    if (!(await step.send(requests.lookAtLink(code), 'look'))) return;
    if (step.requirement.link?.phase !== 'elsewhere') return;
    form.refuse([{ field: 'bank_code', code: 'required' }]);
    void form.focusFirstError();
  }

  /** Any window may send messages. Only the API's own page knows the code, and nobody else uses up tries. */
  readonly #hear = ({ origin, data }: MessageEvent<{ dotsBankCode?: unknown } | null>): void => {
    const code = data?.dotsBankCode;
    const { link } = this.#step.requirement;
    if (typeof code === 'string' && link?.phase === 'elsewhere' && origin === link.returns_to)
      void this.look(code);
  };
}
