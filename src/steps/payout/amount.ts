/** The screen that asks how much, and where to. What is typed there is read in `draft.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { radioCards } from '../../ui/choices.ts';
import { textField } from '../../ui/fields.ts';
import { alertIcon } from '../../ui/icons.ts';
import { plusIcon } from '../../ui/method-icons.ts';
import { autoSwitch } from '../shared/payout-methods/auto-switch.ts';
import { correctLink } from '../shared/payout-methods/correcting.ts';
import {
  currencyText,
  methodText,
  momentText,
  money,
  offerText,
  warningText,
} from '../shared/payout-methods/wording.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import { codecOf, offerOf } from './draft.ts';

type Step = MultiScreenStep<RequirementOf<'payout'>>;

export interface AmountOptions {
  /** Runs when the payee wants to withdraw everything. */
  readonly onAll: () => void;
  /** Runs when the payee wants to add a method. Null where none can be added. */
  readonly onAdd: (() => void) | null;
  /** Returns what opens the form of a method whose details were wrong, or null. */
  readonly correction: (method: PayoutMethod | undefined) => (() => void) | null;
}

/**
 * Returns the balance, the amount, the methods and the switch. Without a method the button that adds one
 * stands for the missing field: it has its name, so that the focus goes there.
 */
export function amountBody(step: Step, { onAll, onAdd, correction }: AmountOptions): TemplateResult {
  const { t, requirement, context } = step;
  const { notice, methods } = requirement;
  const chosen = methods.find(({ id }) => id === step.view.form.value('method_id'));
  const balance = money(context.localizer.locale, requirement.balance);
  return html`${
    notice
      ? html`<div class="banner calm" part="notice" role="alert">
          ${alertIcon}
          <div>${t(`payout.notice.${notice}`, { balance })}</div>
        </div>`
      : nothing
  }
  ${balanceOf(step)} ${amountField(step, onAll)} ${methodChoice(step)}
  ${correctLink(step, chosen, correction(chosen))}
  ${
    onAdd
      ? html`<button
          type="button"
          class="link add"
          part="add"
          name=${methods.length ? nothing : 'method_id'}
          aria-describedby=${methods.length ? nothing : 'method_id-error'}
          @click=${onAdd}
        >
          ${plusIcon}<span>${t(methods.length ? 'payout.add' : 'payout.add-first')}</span>
        </button>`
      : nothing
  }
  ${autoSwitch(step)}`;
}

/** Returns what can be withdrawn, and what is held back for now. Both are in cents on the wire. */
export function balanceOf({ t, requirement, context }: Step): TemplateResult {
  const { balance, held } = requirement;
  const { locale } = context.localizer;
  return html`<div class="balance" part="balance">
    <p class="label" part="label">${t('payout.balance')}</p>
    <p class="sum number"><bdi>${money(locale, balance)}</bdi></p>
    ${held > 0 ? html`<p class="hint" part="hint">${t('payout.held', { amount: money(locale, held) })}</p>` : nothing}
  </div>`;
}

/** Where the language writes the sign of the currency: `$1.00`, `1,00 $`. */
const signPlace = (locale: string): 'before' | 'after' =>
  /^\D*\$/.test(money(locale, 1_00)) ? 'before' : 'after';

function amountField({ t, view, requirement }: Step, onAll: () => void): TemplateResult {
  const { locale } = view.localizer;
  const offer = offerOf(requirement, view.form.value('method_id'));
  // What is wrong with an amount is said with the amount that is right.
  if (offer)
    view.localizer.put({
      'field.amount.amount-below-minimum': t('payout.amount.below', {
        minimum: money(locale, offer.minimum),
      }),
      'field.amount.amount-above-maximum': t('payout.amount.above', {
        maximum: money(locale, offer.maximum),
      }),
    });
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
      [signPlace(locale)]: html`<span class="currency" part="affix" aria-hidden="true">$</span>`,
    })}
    <button type="button" class="link" part="link" @click=${onAll}>${t('payout.all')}</button>
  </div>`;
}

/**
 * Returns the choice of a method. Without one there is nothing to choose; what is missing is said at the
 * button that adds the first.
 */
function methodChoice(step: Step): TemplateResult | typeof nothing {
  const { t, view, requirement } = step;
  const { methods, rails } = requirement;
  const chosen = methods.find(({ id }) => id === view.form.value('method_id'));
  // When the server refuses one that is new, it is said at the radios from when it is paid to.
  if (chosen?.usable_from) {
    const time = momentText(view.localizer, chosen.usable_from);
    view.localizer.put({ 'field.method_id.payout-method-waiting': t('payout.method.waits', { time }) });
  }
  if (methods.length) {
    return radioCards(view, {
      name: 'method_id',
      label: t('payout.method.label'),
      choices: defaultFirst(methods).map((method) => {
        const warning = warningText(step, method);
        const own = rails.find(({ platform }) => platform === method.platform);
        return {
          value: method.id,
          label: methodText(view.localizer, method),
          ...(warning
            ? { hint: warning }
            : own && {
                hint: html`<span class="number"
                  >${[offerText(view.localizer, own), currencyText(view.localizer, method)].filter(Boolean).join(' · ')}</span
                >`,
              }),
        };
      }),
    });
  }
  if (!view.form.errorOf('method_id')) return nothing;
  return html`<p class="error" part="error" id="method_id-error">
    ${alertIcon}<span>${t('field.method_id.required')}</span>
  </p>`;
}

/** The usual method stands first. The others keep the server's order. */
const defaultFirst = (methods: readonly PayoutMethod[]) =>
  [...methods].sort((a, b) => Number(b.is_default) - Number(a.is_default));
