/**
 * What only a business is asked on Form W-9. It comes in a chunk of its own: nearly all who fill in a W-9
 * here are paid as a person.
 */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import {
  businessAbroad,
  businessClassifications,
  w9BusinessForm,
} from '../../../contract/forms/w9-business.ts';
import { selectField } from '../../../ui/choices.ts';
import { backupWithholding, usAddress, type FormSpec } from '../read-forms.ts';
import { text, type Scope } from '../scope.ts';

export { complianceBusiness as messages } from '../../../locales/en/compliance-business.ts';

/** A W-9 for a business: lines 2 to 4 of the form come in. */
export const spec: FormSpec = {
  pages: (raw) => ({
    who: [
      'form',
      'entity_type',
      'business_name',
      'doing_business_as',
      'tax_classification',
      ...(raw['tax_classification'] === 'other' ? ['other_classification'] : []),
      'exempt_payee_code',
      'fatca_exemption_code',
    ],
    number: ['tin'],
    address: usAddress,
    check: [backupWithholding, 'signature'],
  }),
  schema: w9BusinessForm,
  abroad: businessAbroad,
  optional: new Set([
    'line_2',
    'doing_business_as',
    'other_classification',
    'exempt_payee_code',
    'fatca_exemption_code',
    backupWithholding,
    'signature',
  ]),
};

/**
 * Returns lines 1 to 4 of a business. Hardly anybody has a code of line 4, so the codes are folded away. They
 * unfold by themselves when one is there or is wrong.
 */
export function renderBusiness(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const { form } = view;
  const codes = ['exempt_payee_code', 'fatca_exemption_code'] as const;
  return html`${text(scope, 'business_name', { autocomplete: 'organization', hint: t('compliance.business_name.hint') })}
    ${text(scope, 'doing_business_as', { autocomplete: 'off', optional: true, label: t('compliance.doing_business_as.label.business') })}
    ${selectField(view, {
      name: 'tax_classification',
      label: t('compliance.tax_classification.label'),
      hint: t('compliance.tax_classification.hint'),
      choices: businessClassifications.map((value) => ({
        value,
        label: t(`compliance.tax_classification.${value}`),
      })),
    })}
    ${form.value('tax_classification') === 'other' ? text(scope, 'other_classification', { autocomplete: 'off' }) : nothing}
    <details
      class="why"
      part="why"
      ?open=${codes.some((name) => form.value(name) || form.errorOf(name)) || noChange}
    >
      <summary part="why-label">${t('compliance.exemptions')}</summary>
      <p>${t('compliance.exemptions.hint')}</p>
      <div class="row two">
        ${codes.map((name) => text(scope, name, { autocomplete: 'off', optional: true, maxlength: 2 }))}
      </div>
    </details>`;
}
