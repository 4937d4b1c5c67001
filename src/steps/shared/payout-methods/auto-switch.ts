/** The switch for automatic payouts, which two steps show. */
import { html, nothing, type TemplateResult } from 'lit';
import { payoutMethodRequests } from '../../../api/payout-method-requests.ts';
import { momentText } from './wording.ts';
import type { PayoutStepElement } from './payout-step-element.ts';

/**
 * Returns the switch, or nothing where the partner does not offer it. Its position is what the server has: it
 * does not move before the answer.
 */
export function autoSwitch(step: PayoutStepElement): TemplateResult | typeof nothing {
  const { t, requirement, context } = step;
  const { shown, enabled } = requirement.auto_payout;
  if (!shown) return nothing;
  const { methods } = requirement;
  const newUntil = enabled ? methods.find(({ is_default }) => is_default)?.usable_from : undefined;
  // The first method becomes the default, so nothing waits for a choice before it is there.
  const hasDefault = !methods.length || methods.some(({ is_default }) => is_default);
  return html`<div class="setting" part="setting">
    <div>
      <p class="label" part="label" id="auto-payout-label">${t('payout-methods.auto')}</p>
      <p class="hint" part="hint" id="auto-payout-hint">
        ${newUntil ? t('payout-methods.auto.later', { time: momentText(context.localizer, newUntil) }) : t(enabled && !hasDefault ? 'payout-methods.auto.waiting' : 'payout-methods.auto.hint')}
      </p>
    </div>
    <button
      type="button"
      role="switch"
      class="switch"
      part="switch"
      aria-checked=${enabled ? 'true' : 'false'}
      aria-labelledby="auto-payout-label"
      aria-describedby="auto-payout-hint"
      aria-busy=${step.isSending('auto') ? 'true' : 'false'}
      @click=${() => void flip(step)}
    >
      <i></i>
    </button>
  </div>`;
}

/** Asks for the other position. What came of it is read out. */
async function flip(step: PayoutStepElement): Promise<void> {
  const enabled = !step.requirement.auto_payout.enabled;
  if (await step.send(payoutMethodRequests.setAutoPayout(enabled), 'auto'))
    step.tell(step.t(enabled ? 'payout-methods.said.auto-on' : 'payout-methods.said.auto-off'));
}
