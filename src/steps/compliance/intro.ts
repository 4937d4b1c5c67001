/** What stands above the fields: why this is asked, and which of the forms is the payee's. */
import { html, nothing, type TemplateResult } from 'lit';
import { taxFormNames, type TaxFormName } from '../../contract/forms/tax.ts';
import { radioCards } from '../../ui/choices.ts';
import type { Scope } from './scope.ts';

/**
 * Returns why the form is asked for: because the partner wants it, or because the law does, with the amount
 * from which it does. `threshold` is in cents.
 */
export function leadOf({ t, requirement, view }: Scope): string {
  const { reason, why, threshold } = requirement;
  if (reason !== 'tax-law') return t('compliance.lead');
  const money = { style: 'currency', currency: 'USD', maximumFractionDigits: 0 } as const;
  return t(`compliance.law.${why}`, {
    amount: new Intl.NumberFormat(view.localizer.locale, money).format(threshold / 100),
  });
}

/**
 * Returns the reasons to unfold, and the choice of the form. Abroad they name the law under which the payee's
 * own country is told.
 */
export function renderIntro({ t, requirement, view, goOther }: Scope, form: TaxFormName): TemplateResult {
  const w9 = form === 'w9';
  const { reporting } = requirement;
  return html`<details class="why" part="why">
      <summary part="why-label">${t('compliance.why')}</summary>
      <p>${t(w9 ? 'compliance.why.w9' : 'compliance.why.w8ben')}</p>
      ${w9 || !reporting ? nothing : html`<p>${t(`compliance.reporting.${reporting.regime}`)}</p>`}
      <p>${t('compliance.why.who')}</p>
    </details>
    ${radioCards(view, {
      name: 'form',
      label: t('compliance.form.label'),
      choices: taxFormNames.map((value) => ({
        value,
        label: t(`compliance.form.${value}`),
        hint: t(`compliance.form.${value}.hint`),
      })),
    })}
    ${
      w9
        ? nothing
        : html`<button class="link" part="link" type="button" @click=${goOther}>
            ${t('compliance.other')}
          </button>`
    }`;
}
