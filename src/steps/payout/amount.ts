/** How much, and where to. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PayoutInput } from '../../contract/steps/payout.ts';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { FieldError } from '../../flow/problem.ts';
import { radioCards } from '../../ui/choices.ts';
import { textField, type FormView } from '../../ui/fields.ts';
import { alertIcon } from '../../ui/icons.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { moneyCodec, type MoneyCodec } from '../../ui/money-codec.ts';
import { methodText, money, offerText } from '../payout-methods/wording.ts';

type Requirement = RequirementOf<'payout'>;

export const wishFields = ['amount', 'method_id'] as const;

const codecs = new Map<string, MoneyCodec>();

/** The same codec for the same language. */
export function codecOf(locale: string): MoneyCodec {
  const codec = codecs.get(locale) ?? moneyCodec(locale);
  codecs.set(locale, codec);
  return codec;
}

/** What the rail of a method asks and takes. */
export function offerOf(
  { methods, rails }: Requirement,
  methodId: string,
): Requirement['rails'][number] | undefined {
  const method = methods.find(({ id }) => id === methodId);
  return rails.find(({ platform }) => platform === method?.platform);
}

/** The server has the last word on all of this. */
export function readWish(
  raw: Raw,
  requirement: Requirement,
  locale: string,
): Reading<{ readonly kind: 'review'; readonly wish: PayoutInput }> {
  const typed = (raw['amount'] ?? '').trim();
  const method_id = requirement.methods.find(({ id }) => id === raw['method_id'])?.id ?? '';
  const amount = codecOf(locale).parse(typed);
  const errors: FieldError[] = [];
  if (!typed) errors.push({ field: 'amount', code: 'required' });
  else if (amount === null) errors.push({ field: 'amount', code: 'invalid-amount' });
  else if (amount > requirement.balance)
    errors.push({ field: 'amount', code: 'transaction-insufficient-funds' });
  else {
    const offer = offerOf(requirement, method_id);
    if (amount < (offer?.minimum ?? 1)) errors.push({ field: 'amount', code: 'amount-below-minimum' });
    else if (offer && amount > offer.maximum) errors.push({ field: 'amount', code: 'amount-above-maximum' });
  }
  if (!method_id) errors.push({ field: 'method_id', code: raw['method_id'] ? 'invalid-choice' : 'required' });
  return errors.length || amount === null
    ? { ok: false, errors }
    : { ok: true, value: { kind: 'review', wish: { amount, method_id } } };
}

export function amountFields(view: FormView, requirement: Requirement, onAll: () => void): TemplateResult {
  const { localizer, form } = view;
  const { t, locale } = localizer;
  const offer = offerOf(requirement, form.value('method_id'));
  return html`<div class="much">
      ${textField(view, {
        name: 'amount',
        label: t('payout.amount.label'),
        hint: offer
          ? t('payout.amount.hint', {
              minimum: money(locale, offer.minimum),
              maximum: money(locale, Math.max(offer.minimum, Math.min(offer.maximum, requirement.balance))),
            })
          : undefined,
        autocomplete: 'off',
        inputmode: 'decimal',
        className: 'number amount',
        placeholder: codecOf(locale).format(0),
        before: html`<span class="currency" aria-hidden="true">$</span>`,
      })}
      <button type="button" class="link" part="link" @click=${onAll}>${t('payout.all')}</button>
    </div>
    ${
      requirement.methods.length
        ? radioCards(view, {
            name: 'method_id',
            label: t('payout.method.label'),
            choices: defaultFirst(requirement.methods).map((method) => {
              const own = requirement.rails.find(({ platform }) => platform === method.platform);
              return {
                value: method.id,
                label: methodText(localizer, method),
                ...(own && { hint: html`<span class="number">${offerText(localizer, own)}</span>` }),
              };
            }),
          })
        : form.errorOf('method_id')
          ? html`<p class="error" part="error" id="method_id-error">
              ${alertIcon}<span>${t('field.method_id.required')}</span>
            </p>`
          : nothing
    }`;
}

const defaultFirst = (methods: readonly PayoutMethod[]) =>
  methods.toSorted((a, b) => Number(b.is_default) - Number(a.is_default));
