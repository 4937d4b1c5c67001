/** What stands above the number that the IRS knows under another name. */
import { html, type TemplateResult } from 'lit';
import { wholeName } from '../../../contract/forms/names.ts';
import { alertIcon } from '../../../ui/icons.ts';
import type { Scope } from '../scope.ts';

/** Returns what it means that the IRS said no, and what to look at. */
export function renderMismatch({ t, view, change }: Scope): TemplateResult {
  const entity = view.form.value('entity_type') === 'business' ? 'business' : 'individual';
  const name = entity === 'business' ? view.form.value('business_name') : wholeName(view.form.raw);
  return html`<div class="banner" part="mismatch" role="group" aria-labelledby="mismatch-title">
    ${alertIcon}
    <div>
      <strong id="mismatch-title">${t('compliance.mismatch.title')}</strong>
      <p>${t(`compliance.mismatch.name.${entity}`, { name })}</p>
      <button class="link" part="link" type="button" @click=${() => change('who')}>
        ${t('compliance.mismatch.change')}
      </button>
    </div>
  </div>`;
}
