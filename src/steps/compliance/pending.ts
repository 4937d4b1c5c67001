/** While the IRS checks the number there is nothing to do: what is happening, how long it takes, and the way on. */
import { html, type TemplateResult } from 'lit';
import type { Scope } from './scope.ts';

export function renderPending({ t, requirement }: Scope): TemplateResult {
  return html`<div class="checking" part="pending">
      <i class="pulse"></i>
      <div>
        <p>
          ${requirement.masked_tin ? t('compliance.pending.number', { tin: requirement.masked_tin }) : t('compliance.pending.text')}
        </p>
        <p class="hint">${t('compliance.pending.time')}</p>
      </div>
    </div>
    <div class="group" role="group" aria-labelledby="next-title">
      <h3 id="next-title">${t('compliance.pending.next')}</h3>
      <ul class="next">
        <li>${t('compliance.pending.match')}</li>
        <li>${t('compliance.pending.mismatch')}</li>
        <li>${t('compliance.pending.meanwhile')}</li>
      </ul>
    </div>`;
}
