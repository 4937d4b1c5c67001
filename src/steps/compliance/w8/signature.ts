/** The signature of both W-8s, under the certification on the last page. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkboxField } from '../../../ui/choices.ts';
import { text, type Scope } from '../scope.ts';

/**
 * Returns the fields of the signature. `of` is the field with the name of the person who signs. `capacity` is
 * what somebody certifies who signs for a business.
 */
export function renderSignature(
  scope: Scope,
  of: 'name' | 'signer_name',
  capacity: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { t, view } = scope;
  const name = view.form.value(of).trim();
  return html`${text(scope, 'signature', {
    autocomplete: 'off',
    autocapitalize: 'words',
    className: 'signature',
    hint: name ? t('compliance.signature.hint', { name }) : t('compliance.signature.hint.empty'),
  })}
  ${capacity} ${checkboxField(view, { name: 'consent', label: t('compliance.consent.label') })}`;
}
