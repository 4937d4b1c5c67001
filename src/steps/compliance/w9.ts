/**
 * The data of Form W-9 (Rev. March 2024), lines 1 to 6 and Part I. Line 3b is left out, because it is for
 * owners of partnerships and trusts.
 */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { checkboxField, radioCards } from '../../ui/choices.ts';
import { dateOfBirthField } from '../../ui/date-field.ts';
import { grouped } from '../../ui/grouped.ts';
import { reformat } from '../../ui/reformat.ts';
import { secretField } from '../../ui/secret-field.ts';
import { nameFields } from '../shared/name-fields.ts';
import type { Page } from './read-forms.ts';
import { text, type Scope } from './scope.ts';

/** The groups of digits in which SSA and IRS print their numbers: `123-45-6789` and `12-3456789`. */
const groups = { individual: [3, 2, 4], business: [2, 7] } as const;

/** A person has a social security number, a business an employer identification number. */
type Entity = keyof typeof groups;

/** Returns what the payee chose; a person until then. */
const entityOf = ({ view }: Scope): Entity =>
  view.form.value('entity_type') === 'business' ? 'business' : 'individual';

/** The pages of the form but the last one, on which nothing is asked. */
export const w9Templates: Readonly<Partial<Record<Page, (scope: Scope) => TemplateResult>>> = {
  who: renderWho,
  number: renderNumber,
  address: (scope) => html`${scope.usAddress()}`,
};

function renderWho(scope: Scope): TemplateResult {
  const { t, view } = scope;
  return html`${radioCards(view, {
    name: 'entity_type',
    label: t('compliance.entity_type.label'),
    columns: 2,
    choices: (['individual', 'business'] as const).map((value) => ({
      value,
      label: t(`compliance.entity_type.${value}`),
      hint: t(`compliance.entity_type.${value}.hint`),
    })),
    // A number that was typed is kept, in the groups of the other kind.
    onChange: (value) => view.form.set('tin', grouped(view.form.value('tin'), groups[value as Entity])),
  })}
  ${entityOf(scope) === 'business' ? scope.business() : renderPerson(scope)}`;
}

/**
 * Returns the number and, of a person, the date of birth, which is on no W-9 but tells two people of one name
 * apart.
 */
function renderNumber(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const entity = entityOf(scope);
  const kind = view.form.checked('tin_type') ? 'business' : entity;
  return html`${scope.mismatch()} ${renderTin(scope, kind)}
  ${
    entity === 'business'
      ? nothing
      : html`${checkboxField(view, { name: 'tin_type', label: t('compliance.tin_type.label'), optional: true })}
        ${dateOfBirthField(view, {
          name: 'date_of_birth',
          label: t('compliance.date_of_birth.label'),
          hint: t('compliance.date_of_birth.hint'),
          words: dateWords(scope),
        })}`
  }`;
}

/**
 * Returns lines 1 and 2 of a person. Few have a line 2, so it is folded away. It unfolds by itself when it is
 * filled in or wrong, and does not fold up under somebody who empties it.
 */
function renderPerson(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const labels = {
    first_name: t('compliance.first_name.label'),
    last_name: t('compliance.last_name.label'),
    name: t('compliance.whole_name.label'),
    one_name: t('compliance.one_name.label'),
  };
  return html`${nameFields(view, { asked: ['first_name', 'last_name'], labels })}
    <details
      class="why"
      part="why"
      ?open=${!!(view.form.value('doing_business_as') || view.form.errorOf('doing_business_as')) || noChange}
    >
      <summary part="why-label">${t('compliance.doing_business_as.unfold')}</summary>
      ${text(scope, 'doing_business_as', { autocomplete: 'off', optional: true, hint: t('compliance.doing_business_as.hint') })}
    </details>`;
}

/** Returns the labels of the parts of a date. */
export const dateWords = ({ t }: Scope) => ({
  year: t('compliance.date.year'),
  month: t('compliance.date.month'),
  day: t('compliance.date.day'),
});

/** Returns the tax number. After a mismatch the number that was sent is shown masked, to compare. */
function renderTin({ view, t, requirement, revealed }: Scope, entity: Entity): TemplateResult {
  const { tax_id_verification: status, masked_tin: masked } = requirement;
  return secretField(view, {
    name: 'tin',
    label: t(`compliance.tin.label.${entity}`),
    hint:
      status === 'mismatched' && masked
        ? t('compliance.tin.hint.before', { tin: masked })
        : t(`compliance.tin.hint.${entity}`),
    onInput: (event) => reformat(event, (typed) => grouped(typed, groups[entity])),
    revealed,
    toggleLabel: t('compliance.tin.show'),
  });
}
