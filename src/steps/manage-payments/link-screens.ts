/**
 * Signing in at a bank, from the bank's first question to the account that is chosen. Loaded while the payee
 * looks for their bank.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { radioCards } from '../../ui/choices.ts';
import { textField } from '../../ui/fields.ts';
import { alertIcon } from '../../ui/icons.ts';
import { authorization } from './mandate.ts';
import { failureOf, mayRetry } from './screens.ts';
import type { Scope, ScreenParts } from './scope.ts';

export { bankLink as messages } from '../../locales/en/bank-link.ts';

/** Returns the screen for the phase in which the bank's answer left the sign-in. */
export function linkScreen(scope: Scope): ScreenParts {
  switch (scope.requirement.link?.phase) {
    case 'question':
      return questionScreen(scope);
    case 'elsewhere':
      return elsewhereScreen(scope);
    case 'accounts':
      return accountsScreen(scope);
    case 'failed':
    case undefined:
      return failedScreen(scope);
  }
}

/** Returns the accounts that the bank named, with the authorization. The bank's name is the legend. */
function accountsScreen(scope: Scope): ScreenParts {
  const { t, view, requirement } = scope;
  const { link } = requirement;
  const bank = link?.institution.name ?? '';
  return {
    title: t('manage-payments.accounts.title'),
    lead: t('manage-payments.accounts.lead', { bank }),
    body: html`${simulation(scope)}
    ${radioCards(view, {
      name: 'account_id',
      label: bank,
      choices: (link?.accounts ?? []).map(({ id, name, masked, account_type }) => ({
        value: id,
        label: name,
        hint: html`${t(`bank.account_type.${account_type}`)} <bdi>${masked}</bdi>`,
      })),
    })}
    ${authorization(scope)}`,
    button: t('manage-payments.accounts.submit'),
    links: [[t('manage-payments.other-bank'), () => void scope.leaveLink({ name: 'search' })]],
  };
}

/** Returns the bank's own question, for instance for a code that it sent. Its words are the bank's. */
function questionScreen(scope: Scope): ScreenParts {
  const { t, view, requirement } = scope;
  const { link } = requirement;
  return {
    title: t('manage-payments.question.title', { bank: link?.institution.name ?? '' }),
    lead: link?.question ?? '',
    body: html`${simulation(scope)}
    ${textField(view, { name: 'answer', label: t('manage-payments.answer.label'), autocomplete: 'off', className: 'number' })}`,
    button: t('manage-payments.question.submit'),
    links: [[t('manage-payments.other-bank'), () => void scope.leaveLink({ name: 'search' })]],
  };
}

/**
 * Returns the link to the bank's own page. It opens a window of its own, because the payee must see in the
 * address bar whose page it is. The page to which the bank sends them says a code to this one (`opener`);
 * where it cannot, for instance because the bank's app came in between, the payee types it.
 *
 * An address that is not http(s) is not linked.
 */
function elsewhereScreen(scope: Scope): ScreenParts {
  const { t, view, requirement } = scope;
  const bank = requirement.link?.institution.name ?? '';
  const url = requirement.link?.url ?? '';
  return {
    title: t('manage-payments.elsewhere.title', { bank }),
    lead: t('manage-payments.elsewhere.lead'),
    body: html`${simulation(scope)}
    ${
      /^https?:\/\//i.test(url)
        ? html`<a
            class="button"
            part="button"
            href=${url}
            target="_blank"
            rel="opener"
            referrerpolicy="no-referrer"
            ><span>${t('manage-payments.elsewhere.open', { bank })}</span></a
          >`
        : nothing
    }
    ${textField(view, {
      name: 'bank_code',
      label: t('manage-payments.bank_code.label'),
      hint: t('manage-payments.bank_code.hint'),
      autocomplete: 'off',
      inputmode: 'numeric',
      className: 'number',
    })}`,
    links: [
      [t('manage-payments.elsewhere.done'), () => scope.bankWindow.pressed()],
      [t('manage-payments.other-bank'), () => void scope.leaveLink({ name: 'search' })],
    ],
  };
}

/**
 * Returns why the sign-in failed, and what can be done: the same bank again, another bank, or typed numbers.
 */
function failedScreen(scope: Scope): ScreenParts {
  const { t, requirement } = scope;
  const { link } = requirement;
  const bank = link?.institution.name ?? '';
  const failure = failureOf(link);
  const retry = mayRetry(failure);
  return {
    title: t(`manage-payments.failed.title.${failure}`, { bank }),
    lead: t(`manage-payments.failed.text.${failure}`, { bank }),
    body: nothing,
    button: retry ? t('manage-payments.failed.retry') : t('manage-payments.other-bank'),
    links: [
      retry ? [t('manage-payments.other-bank'), () => void scope.leaveLink({ name: 'search' })] : null,
      [t('manage-payments.use-manual'), () => void scope.leaveLink({ name: 'manual' })],
    ],
  };
}

/** Says that this bank is a simulation. Nobody may take the sandbox for their bank. */
function simulation({ t, requirement: { link } }: Scope): TemplateResult | typeof nothing {
  if (!link?.simulated) return nothing;
  return html`<div class="banner calm" part="simulation">
    ${alertIcon}
    <div>${t('manage-payments.simulated', { bank: link.institution.name })}</div>
  </div>`;
}
