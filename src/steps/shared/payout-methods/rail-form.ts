/**
 * What each rail asks for, and how that is read. The schemas are the server's own. A bank account abroad has
 * a file of its own.
 */
import { html, type TemplateResult } from 'lit';
import {
  methodInputs,
  type PayoutMethodInput,
  type PlainRail,
} from '../../../contract/bank/method-inputs.ts';
import { accountNumbers, accountType, type AccountNumbersOptions } from '../../../ui/account-numbers.ts';
import { textField, type FormView } from '../../../ui/fields.ts';
import type { Raw, Reading } from '../../../ui/form-controller.ts';
import { readSchema } from '../../../ui/read-schema.ts';

/** The fields of each rail, in the order on screen. */
const fields: Readonly<Record<PlainRail, readonly string[]>> = {
  ach: ['routing_number', 'account_number', 'account_type'],
  paypal: ['email'],
  venmo: ['handle'],
  cash_app: ['cash_tag', 'routing_number', 'account_number'],
  airtm: ['email'],
  payoneer: ['email'],
};

export const railFields = (rail: PlainRail): readonly string[] => fields[rail];

/** Returns the method as the API takes it, or what is wrong with it. */
export function readRail(rail: PlainRail, raw: Raw): Reading<PayoutMethodInput> {
  const typed = Object.fromEntries(fields[rail].map((name) => [name, raw[name] ?? '']));
  return readSchema(methodInputs[rail], { ...typed, platform: rail });
}

/** Returns the rail's fields. `options` are for those that ask for the numbers of a bank account. */
export function railForm(rail: PlainRail, view: FormView, options: AccountNumbersOptions): TemplateResult {
  const { t } = view.localizer;
  switch (rail) {
    case 'ach':
      return html`${accountNumbers(view, rail, options)} ${accountType(view)}`;
    case 'paypal':
    case 'airtm':
    case 'payoneer':
      return textField(view, {
        name: 'email',
        label: t(`payout-methods.email.label.${rail}`),
        hint: t('payout-methods.email.hint'),
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
        autocapitalize: 'none',
      });
    case 'venmo':
      return textField(view, {
        name: 'handle',
        label: t('payout-methods.handle.label'),
        hint: t('payout-methods.handle.hint'),
        placeholder: '@',
        autocomplete: 'off',
        autocapitalize: 'none',
      });
    case 'cash_app':
      return html`${textField(view, {
        name: 'cash_tag',
        label: t('payout-methods.cash_tag.label'),
        hint: t('payout-methods.cash_tag.hint'),
        placeholder: '$',
        autocomplete: 'off',
        autocapitalize: 'none',
      })}
      ${accountNumbers(view, rail, options)}`;
    default:
      return rail satisfies never;
  }
}
