/** The accounts that are on file, each with its state and with what can be done to it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../../contract/steps/manage-payments.ts';
import { textField } from '../../ui/fields.ts';
import { bankIcon, plusIcon } from '../../ui/method-icons.ts';
import { methodMenu, type MenuItem } from '../../ui/method-menu.ts';
import { rowId } from '../shared/rows.ts';
import type { Scope, ScreenParts } from './scope.ts';
import { accountName, accountText, depositsText, triesText } from './wording.ts';

/** How often the amounts can be tried. The server counts; this only tells whether a try was used up. */
const maxTries = 3;

/** Returns the list. Its lead says which account is debited, or why none is. */
export function listScreen(scope: Scope): ScreenParts {
  const { t, requirement } = scope;
  const { methods, hide_continue_button: hidden, linking } = requirement;
  const verified = methods.filter(({ status }) => status === 'verified');
  const lead = !verified.length
    ? '.unconfirmed'
    : verified.some(({ is_default }) => is_default)
      ? ''
      : '.no-default';
  return {
    title: t('manage-payments.title'),
    lead: t(`manage-payments.lead${lead}`),
    body: html`<ul class="rows" part="methods" role="list" aria-label=${t('manage-payments.methods')}>
        ${methods.map((method) => row(scope, method))}
      </ul>
      <button
        type="button"
        class="link add"
        part="add"
        @click=${() => scope.go({ name: linking ? 'choose' : 'manual' })}
      >
        ${plusIcon}<span>${t('manage-payments.add')}</span>
      </button>
      ${hidden ? html`<p class="hint" part="hint">${t('manage-payments.saved-as-you-go')}</p>` : nothing}`,
    ...(hidden ? {} : { button: t('manage-payments.continue') }),
  };
}

/**
 * Returns one account with its tag. The default one has no other tag, because only a verified account can be
 * it.
 */
function row(scope: Scope, method: PaymentMethod): TemplateResult {
  const { t, view } = scope;
  return html`<li part="method" id=${rowId(method)} tabindex="-1" data-status=${method.status}>
    <span class="glyph" part="glyph">${bankIcon}</span>
    <div class="about">
      <p class="name" part="name">
        ${accountName(view.localizer, method)}
        ${
          method.is_default
            ? html`<span class="tag" part="tag">${t('methods.default')}</span>`
            : method.status === 'verified'
              ? nothing
              : html`<span class="tag ${method.status}" part="tag"
                  >${t(`manage-payments.status.${method.status}`)}</span
                >`
        }
      </p>
      <p class="detail number" part="detail">
        ${t(`bank.account_type.${method.account_type}`)} <bdi>${method.masked}</bdi>
      </p>
      ${nextOf(scope, method)}
    </div>
    ${methodMenu({
      id: `menu-${method.id}`,
      label: t('methods.menu', { method: accountText(view.localizer, method) }),
      items: menuItems(scope, method),
      working: scope.isSending(method.id) ? t('action.working') : null,
    })}
  </li>`;
}

/** Returns what happens next with an account, and what the payee can do about it. */
function nextOf(scope: Scope, method: PaymentMethod): TemplateResult | typeof nothing {
  const { t, view } = scope;
  const { localizer } = view;
  if (method.status === 'pending')
    return html`<p class="hint" part="hint">${t('manage-payments.deposits.sending')}</p>`;
  if (method.failure)
    return html`<p class="hint" part="hint">${t(`manage-payments.failure.${method.failure}`)}</p>`;
  if (!method.deposits) return nothing;
  const { expected, tries_left: triesLeft } = method.deposits;
  return html`<p class="hint" part="hint">
      ${depositsText(localizer, expected, scope.context.now, scope.requirement.notification?.to)}
    </p>
    <button
      type="button"
      class="button quiet"
      part="button"
      aria-label=${t('manage-payments.deposits.confirm.of', { method: accountText(localizer, method) })}
      @click=${() => scope.go({ name: 'confirm', id: method.id })}
    >
      ${t('manage-payments.deposits.confirm')}
    </button>
    ${triesLeft < maxTries ? html`<p class="hint" part="hint">${triesText(localizer, triesLeft)}</p>` : nothing}`;
}

/** Returns the menu of an account. An account that is not verified yet cannot become the default. */
function menuItems(scope: Scope, method: PaymentMethod): MenuItem[] {
  const { t } = scope;
  const offersDefault = method.status === 'verified' && !method.is_default;
  return [
    ...(offersDefault
      ? [{ label: t('methods.make-default'), onSelect: () => void scope.makeDefault(method) }]
      : []),
    {
      label: t('manage-payments.mandate.show'),
      onSelect: () => scope.go({ name: 'mandate', id: method.id }),
    },
    { label: t('methods.remove'), danger: true, onSelect: () => void scope.removeMethod(method) },
  ];
}

/**
 * Returns the question for the amounts of the two deposits. How many tries remain is said only after the
 * first wrong one.
 */
export function confirmScreen(scope: Scope): ScreenParts {
  const { t, view, method } = scope;
  const amount = (name: 'amount_1' | 'amount_2') =>
    textField(view, {
      name,
      label: t(`manage-payments.${name}.label`),
      autocomplete: 'off',
      inputmode: 'decimal',
      className: 'number',
    });
  const triesLeft = method?.deposits?.tries_left ?? maxTries;
  return {
    title: t('manage-payments.confirm.title'),
    lead: t('manage-payments.confirm.lead', { method: method ? accountText(view.localizer, method) : '' }),
    body: html`<div class="row two">${amount('amount_1')}${amount('amount_2')}</div>
      <p class="hint" part="hint">
        ${t('manage-payments.amounts.hint')}
        ${triesLeft < maxTries ? triesText(view.localizer, triesLeft) : nothing}
      </p>`,
    button: t('manage-payments.confirm.submit'),
    links: [[t('manage-payments.confirm.not-there'), () => scope.go(null)]],
  };
}
