/**
 * The ways to connect an account: signing in at the bank, or typing its numbers. Both end with the same
 * authorization.
 */
import { html, type TemplateResult } from 'lit';
import { accountNumbers, accountType } from '../../ui/account-numbers.ts';
import { textField, type FormView } from '../../ui/fields.ts';
import { chevronIcon } from '../../ui/icons.ts';
import { bankIcon } from '../../ui/method-icons.ts';
import { pencilIcon } from './icons.ts';
import { authorization } from './mandate.ts';
import type { Scope, ScreenParts } from './scope.ts';

/**
 * Returns the choice between the two ways. Each row is a submit button that first notes its own value, so
 * that the form reads which one was pressed.
 */
export function choiceScreen(scope: Scope): ScreenParts {
  const { t, requirement } = scope;
  const first = !requirement.methods.length;
  const source = (value: 'link' | 'manual', glyph: TemplateResult) =>
    html`<button
      class="rail"
      part="rail"
      type="submit"
      name="source"
      value=${value}
      @click=${() => scope.view.form.set('source', value)}
    >
      <span class="glyph" part="glyph">${glyph}</span>
      <span class="about">
        <span class="name" part="name">${t(`manage-payments.source.${value}`)}</span>
        <span class="hint" part="hint">${t(`manage-payments.source.${value}.hint`)}</span>
      </span>
      ${chevronIcon}
    </button>`;
  return {
    title: t(first ? 'manage-payments.first.title' : 'manage-payments.another.title'),
    ...(first ? { lead: t('manage-payments.first.lead') } : {}),
    body: html`<div class="rows" part="rails" role="group" aria-labelledby="title">
      ${source('link', bankIcon)}${source('manual', pencilIcon)}
    </div>`,
    links: [first ? later(scope) : null],
  };
}

/**
 * Returns what a payee outside the US sees, who hardly has an account that can be debited. Those who do can
 * go on to the choice.
 */
export function abroadScreen(scope: Scope): ScreenParts {
  const { t, requirement } = scope;
  return {
    title: t('manage-payments.abroad.title'),
    lead: t('manage-payments.abroad.lead'),
    body: html`<p>${t('manage-payments.abroad.next')}</p>`,
    // The button stays whatever the partner hides: without it a payee abroad could never go on.
    button: t('manage-payments.abroad.continue'),
    links: [
      [t('manage-payments.abroad.have'), () => scope.go({ name: requirement.linking ? 'choose' : 'manual' })],
    ],
  };
}

/**
 * Returns the way on without an account, unless the partner hides it. Nobody has to connect one; the partner
 * hears that there is none.
 */
function later(scope: Scope): readonly [string, () => void] | null {
  const { t, requirement } = scope;
  return requirement.hide_continue_button ? null : [t('manage-payments.later'), () => scope.finish()];
}

/** Returns the search for a bank, with what was found so far below it. */
export function searchScreen(scope: Scope): ScreenParts {
  const { t, view, context } = scope;
  const { found } = scope.search;
  return {
    title: t('manage-payments.search.title'),
    lead: t(context.sandbox ? 'manage-payments.search.simulated' : 'manage-payments.search.lead'),
    body: html`<div @keydown=${(event: KeyboardEvent) => onEnter(event, view)} @blur=${unjudged}>
        ${textField(view, { name: 'institution', label: t('manage-payments.institution.label'), autocomplete: 'off' })}
      </div>
      ${
        typeof found === 'string' || !found.length
          ? html`<p class="hint found" part="results">
              ${t(`manage-payments.search.${typeof found === 'string' ? found : 'none'}`)}
            </p>`
          : html`<div
              class="rows found"
              part="results"
              role="group"
              aria-label=${t('manage-payments.search.results')}
            >
              ${found.map(
                ({ id, name }) =>
                  html`<button
                    class="rail"
                    part="rail"
                    type="submit"
                    name="institution_id"
                    value=${id}
                    @click=${() => view.form.set('institution_id', id)}
                  >
                    <span class="glyph" part="glyph">${bankIcon}</span>
                    <span class="name" part="name">${name}</span>
                    ${chevronIcon}
                  </button>`,
              )}
            </div>`
      }`,
    links: [[t('manage-payments.use-manual'), () => scope.go({ name: 'manual' })]],
  };
}

/**
 * Keeps it from the form that the search was left. The banks found stand below it, and nothing is wrong until
 * the payee goes on without one.
 */
const unjudged = { capture: true, handleEvent: (event: Event): void => event.stopPropagation() };

/**
 * Enter would press the first row, which may have been found for what was typed before. So Enter submits no
 * bank, and the form asks for a choice.
 */
function onEnter(event: KeyboardEvent, { form }: FormView): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  form.set('institution_id', '');
  (event.currentTarget as HTMLElement).closest('form')?.requestSubmit();
}

/** Returns the fields for the numbers. */
export function manualScreen(scope: Scope): ScreenParts {
  const { t, view, requirement, numbers } = scope;
  const { methods, linking, in_us: inUs } = requirement;
  return {
    title: t('manage-payments.manual.title'),
    lead: t('manage-payments.manual.lead'),
    body: html`${accountNumbers(view, 'ach', numbers)} ${accountType(view)} ${authorization(scope)}`,
    button: t('manage-payments.manual.submit'),
    links: [
      linking ? [t('manage-payments.use-link'), () => scope.go({ name: 'search' })] : null,
      linking || methods.length || !inUs ? null : later(scope),
    ],
  };
}
