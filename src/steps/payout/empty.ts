/** The screen without money to withdraw. It follows the server, and the payee may ask once more. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { money } from '../shared/payout-methods/wording.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import { balanceOf } from './amount.ts';
import { payoutRequests } from './requests.ts';

type Requirement = RequirementOf<'payout'>;

export class EmptyWallet {
  readonly #step: MultiScreenStep<Requirement>;
  /** The payee has asked, and nothing was new. */
  #asked = false;

  constructor(step: MultiScreenStep<Requirement>) {
    this.#step = step;
  }

  /** Forgets that the payee has asked. */
  leave(): void {
    this.#asked = false;
  }

  /** Returns why there is nothing to withdraw: the wallet is empty, or all of it is held back. */
  render(): TemplateResult {
    const step = this.#step;
    const { t } = step;
    const { held, hide_continue_button: hidden } = step.requirement;
    const state = held > 0 ? 'held' : 'empty';
    const amount = money(step.context.localizer.locale, held);
    return html`${step.heading(t(`payout.${state}.title`), t(`payout.${state}.lead`, { amount }))}
    ${step.formOf(
      html`${balanceOf(step)}
      ${this.#asked ? html`<p class="hint" part="hint">${t('payout.checked')}</p>` : nothing}`,
      step.submitButton(t('payout.check')),
      hidden
        ? nothing
        : step.linkButton(
            t('payout.failed.continue'),
            () => void step.send(payoutRequests.finish(), 'without'),
            step.busy,
          ),
    )}`;
  }

  /** Asks the server. What is new shows itself; that nothing is, is said. */
  async look(): Promise<void> {
    const step = this.#step;
    if (!(await step.send(payoutRequests.look())) || step.requirement.balance > 0) return;
    this.#asked = true;
    step.requestUpdate();
    step.tell(step.t('payout.checked'));
  }
}
