/** The screen that asks who is to be looked up. It asks only for what is not on file. */
import { html, nothing, type TemplateResult } from 'lit';
import { mayStay, type IdentityField } from '../../contract/steps/background-check.ts';
import { dateOfBirthField } from '../../ui/date-field.ts';
import { grouped } from '../../ui/grouped.ts';
import { alertIcon } from '../../ui/icons.ts';
import { reformat } from '../../ui/reformat.ts';
import { secretField } from '../../ui/secret-field.ts';
import { usAddressFields } from '../shared/address-fields.ts';
import { nameFields } from '../shared/name-fields.ts';
import type { Scope } from './scope.ts';

/**
 * Returns the fields that are asked, in groups. Both names stand in one row, also when only one of them is
 * asked.
 */
export function renderDetails(scope: Scope): TemplateResult {
  const { t, requirement } = scope;
  const isAsked = (field: IdentityField) => requirement.fields.includes(field);
  const person = isAsked('first_name') || isAsked('last_name') || isAsked('date_of_birth') || isAsked('ssn');
  return html`${requirement.status === 'information_mismatch' ? renderMismatch(scope) : renderWhy(scope)}
  ${
    person
      ? html`<div class="group" part="group">
          <h3 part="subtitle">${t('background-check.person')}</h3>
          ${renderNames(scope)} ${isAsked('date_of_birth') ? renderBirth(scope) : nothing}
          ${isAsked('ssn') ? renderSsn(scope) : nothing}
        </div>`
      : nothing
  }
  ${isAsked('line_1') ? renderAddress(scope) : nothing}`;
}

function renderNames({ view, t, requirement }: Scope): TemplateResult {
  return nameFields(view, {
    asked: (['first_name', 'last_name'] as const).filter((name) => requirement.fields.includes(name)),
    labels: {
      first_name: t('background-check.first_name.label'),
      last_name: t('background-check.last_name.label'),
      name: t('background-check.name.label'),
      one_name: t('background-check.one_name.label'),
    },
  });
}

/** Returns the answer to the payee's first question: why a partner wants to know all this. */
function renderWhy({ t }: Scope): TemplateResult {
  return html`<details class="why" part="why">
    <summary part="why-label">${t('background-check.why')}</summary>
    <p>${t('background-check.why.text')}</p>
    <p>${t('background-check.why.who')}</p>
  </details>`;
}

/** Returns what it means that nobody was found, instead of the reason for asking. */
function renderMismatch({ t }: Scope): TemplateResult {
  return html`<div class="banner" part="mismatch" role="group" aria-labelledby="mismatch-title">
    ${alertIcon}
    <div>
      <strong id="mismatch-title">${t('background-check.mismatch.title')}</strong>
      <p>${t('background-check.mismatch.text')}</p>
    </div>
  </div>`;
}

/** Returns the date of birth. The check is refused to minors, so a mistyped year matters here. */
function renderBirth({ view, t, requirement: { phase } }: Scope): TemplateResult {
  const optional = mayStay(phase, 'date_of_birth');
  return dateOfBirthField(view, {
    name: 'date_of_birth',
    label: t('background-check.date_of_birth.label'),
    ...(optional && { optional, hint: t('background-check.kept') }),
    words: {
      year: t('background-check.date.year'),
      month: t('background-check.date.month'),
      day: t('background-check.date.day'),
    },
  });
}

/**
 * Returns the social security number in the groups of its card. The number that was not found is shown
 * masked, to compare.
 */
function renderSsn({ view, t, requirement, revealed }: Scope): TemplateResult {
  const { masked_ssn: ssn, phase } = requirement;
  const optional = mayStay(phase, 'ssn');
  return secretField(view, {
    name: 'ssn',
    label: t('background-check.ssn.label'),
    optional,
    hint: ssn
      ? html`${t('background-check.ssn.hint.before', { ssn })}${
          optional ? html`<br />${t('background-check.kept')}` : nothing
        }`
      : t('background-check.ssn.hint'),
    onInput: (event) => reformat(event, (typed) => grouped(typed, [3, 2, 4])),
    revealed,
    toggleLabel: t('background-check.ssn.show'),
  });
}

/** Returns the address. The server asks for all of it or nothing of it, and `line_1` stands for all. */
function renderAddress({ view, t }: Scope): TemplateResult {
  return html`<div class="group" part="group">
    <h3 part="subtitle">${t('background-check.address')}</h3>
    ${usAddressFields(view, (name) => t(`background-check.${name}.label`))}
  </div>`;
}
