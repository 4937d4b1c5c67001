/**
 * The fields of a US bank account: two numbers, help with finding them, and the account's type. Their words
 * are in `locales/en/bank-account.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { normaliseCode } from '../contract/input/normalise.ts';
import { cheque } from './cheque.ts';
import { radioCards } from './choices.ts';
import { textField, type FormView } from './fields.ts';
import { checkIcon } from './icons.ts';
import { reformat } from './reformat.ts';

/** `bankName` is what `BankName` found for the routing number; null while it is not known. */
export interface AccountNumbersOptions {
  readonly bankName: string | null;
}

/**
 * Returns the two number fields. The bank's name, once known, takes the place of the hint, so that nothing
 * jumps. `rail` decides where the payee is told to look for the numbers.
 */
export function accountNumbers(
  view: FormView,
  rail: 'ach' | 'cash_app',
  { bankName }: AccountNumbersOptions,
): TemplateResult {
  const { t } = view.localizer;
  // The form of an account abroad says it in another way.
  view.localizer.put({ 'field.account_number.required': t('bank.account_number.required') });
  return html`<div class="numbers">
    ${textField(view, {
      name: 'routing_number',
      label: t('bank.routing_number.label'),
      hint: bankName
        ? html`<span class="bank" part="bank">${checkIcon}<bdi>${bankName}</bdi></span>`
        : t('bank.routing_number.hint'),
      // No browser has a token for routing numbers, and one kept from somebody else's form would be wrong.
      autocomplete: 'off',
      inputmode: 'numeric',
      className: 'number',
      onInput: (event) => reformat(event, (text) => inGroups(event, text, 3)),
    })}
    ${textField(view, {
      name: 'account_number',
      label: t('bank.account_number.label'),
      autocomplete: 'off',
      inputmode: 'numeric',
      className: 'number',
      onInput: (event) => reformat(event, (text) => inGroups(event, text, 4)),
    })}
    <details class="why" part="why">
      <summary part="why-label">${t('bank.where')}</summary>
      <p>${t(`bank.where.${rail}`)}</p>
      ${rail === 'ach' ? cheque(t('bank.routing_number.label'), t('bank.account_number.label')) : nothing}
    </details>
  </div>`;
}

/**
 * Returns the number in groups of this size. It is asked once, so the payee has to be able to read it:
 * nothing is hidden while it is typed, and once it is saved only its end is shown. The text is grouped only
 * while it is typed at its end.
 */
function inGroups({ target }: InputEvent, text: string, size: number): string {
  const digits = normaliseCode(text).replace(/[\s-]/g, '');
  const atEnd = (target as HTMLInputElement).selectionStart === text.length;
  const group = new RegExp(`\\d{${size}}(?=\\d)`, 'g');
  return atEnd && /^\d+$/.test(digits) ? digits.replace(group, '$& ') : text;
}

/**
 * Returns the choice between a checking and a savings account. The server has to know, because ACH has a
 * transaction code for each.
 */
export function accountType(view: FormView): TemplateResult {
  const { t } = view.localizer;
  return radioCards(view, {
    name: 'account_type',
    label: t('bank.account_type.label'),
    columns: 2,
    choices: [
      { value: 'checking', label: t('bank.account_type.checking') },
      { value: 'savings', label: t('bank.account_type.savings') },
    ],
  });
}
