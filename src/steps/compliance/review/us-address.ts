/** The address page of a W-9. It comes with the last page, while the payee is on the pages before. */
import { html, nothing, type TemplateResult } from 'lit';
import { usAddressFields } from '../../shared/address-fields.ts';
import { abroad } from '../read-forms.ts';
import type { Scope } from '../scope.ts';

/** Returns an address in the United States, and the way to one abroad. */
export function renderUsAddress({ t, view }: Scope): TemplateResult {
  const leave = () => {
    view.form.set('state', '');
    view.form.set(abroad, 'true');
  };
  return html`${usAddressFields(view, (name) => t(`compliance.${name}.label`))}
  ${
    view.form.checked(abroad) || view.form.value('country')
      ? nothing
      : html`<button class="link" part="link" type="button" @click=${leave}>
          ${t('compliance.abroad')}
        </button>`
  }`;
}
