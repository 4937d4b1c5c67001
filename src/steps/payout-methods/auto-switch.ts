/** The switch for automatic payouts. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { Localizer } from '../../locales/localizer.ts';

export interface AutoSwitchOptions {
  readonly hasDefault: boolean;
  /** A press on it is being answered. */
  readonly working: boolean;
  readonly onSwitch: () => void;
}

export function autoSwitch(
  { t }: Localizer,
  { shown, enabled }: RequirementOf<'manage-payouts'>['auto_payout'],
  { hasDefault, working, onSwitch }: AutoSwitchOptions,
): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  return html`<div class="setting" part="setting">
    <div>
      <p class="label" id="auto-payout-label">${t('payout-methods.auto')}</p>
      <p class="hint" id="auto-payout-hint">
        ${t(enabled && !hasDefault ? 'payout-methods.auto.waiting' : 'payout-methods.auto.hint')}
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
      aria-busy=${working ? 'true' : 'false'}
      @click=${onSwitch}
    >
      <i></i>
    </button>
  </div>`;
}
