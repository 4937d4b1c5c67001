/**
 * What a payee is asked whose form does not fit what is known of them. It comes in a chunk of its own, which
 * hardly anybody loads.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { UsIndicium } from '../../../contract/forms/indicia.ts';
import { checkboxField, selectField } from '../../../ui/choices.ts';
import { alertIcon } from '../../../ui/icons.ts';
import { countryList } from '../../../ui/lists.ts';
import { textArea } from '../../../ui/text-area.ts';
import type { Scope } from '../scope.ts';
import { indiciaReasons, needsWords } from '../w8/index.ts';

export { complianceClaim as messages } from '../../../locales/en/compliance-claim.ts';

/** `hints`: what is in the United States. `fields`: what is asked. */
export function renderClaim(
  scope: Scope,
  hints: readonly UsIndicium[],
  fields: readonly string[],
): TemplateResult {
  const { t, view, requirement } = scope;
  const before = requirement.said_country ?? '';
  return html`${fields.includes('us_indicia_reason') ? renderReason(scope, hints) : nothing}
  ${
    fields.includes('country_confirmed')
      ? html`<div class="banner calm" part="notice">
            ${alertIcon}
            <div>
              <p>
                ${t('compliance.claim.country', { country: countryList(view.localizer.locale).nameOf(before) })}
              </p>
            </div>
          </div>
          ${checkboxField(view, { name: 'country_confirmed', label: t('compliance.country_confirmed.label') })}`
      : nothing
  }`;
}

function renderReason(scope: Scope, hints: readonly UsIndicium[]): TemplateResult {
  const { t, view } = scope;
  // What explains a phone does not explain a place of birth.
  const isBirth = hints.includes('us-birthplace');
  const choices = indiciaReasons.filter((reason) =>
    isBirth ? needsWords(reason) : reason !== 'no-citizenship',
  );
  return html`<div class="banner calm" part="notice">
      ${alertIcon}
      <div>
        <p>${hints.map((hint) => html`${t(`compliance.claim.${hint}`)} `)}${t('compliance.claim.why')}</p>
        <button class="link" part="link" type="button" @click=${() => scope.useForm('w9')}>
          ${t('compliance.use-w9')}
        </button>
      </div>
    </div>
    ${selectField(view, {
      name: 'us_indicia_reason',
      label: t('compliance.us_indicia_reason.label'),
      choices: choices.map((value) => ({ value, label: t(`compliance.us_indicia_reason.${value}`) })),
    })}
    ${
      needsWords(view.form.value('us_indicia_reason'))
        ? textArea(view, {
            name: 'us_indicia_explanation',
            label: t('compliance.us_indicia_explanation.label'),
            hint: t('compliance.us_indicia_explanation.hint'),
            rows: 3,
            maxlength: 200,
          })
        : nothing
    }`;
}
