/** The authorization: what the payee agrees to when they connect an account, and what they have agreed to. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkboxField } from '../../ui/choices.ts';
import type { Scope, ScreenParts } from './scope.ts';
import { accountText } from './wording.ts';

/** Returns the text to agree to, with its checkbox. Which version was agreed to is sent along. */
export function authorization({ t, view, requirement }: Scope): TemplateResult {
  return html`<div class="stack tight">
    <h3 part="subtitle">${t('manage-payments.mandate.title')}</h3>
    ${mandateText(t, requirement.mandate.text)}
    ${checkboxField(view, { name: 'consent', label: t('manage-payments.consent.label') })}
  </div>`;
}

/**
 * Returns what was agreed to for one account, and when. Whoever obtains an authorization gives the consumer a
 * copy (Regulation E, 12 CFR §1005.10(b)). It is here for as long as the authorization holds.
 */
export function mandateScreen(scope: Scope): ScreenParts {
  const { t, view, method } = scope;
  if (!method) return { title: '', body: nothing };
  const { localizer } = view;
  const date = new Intl.DateTimeFormat(localizer.locale, { dateStyle: 'long' }).format(
    new Date(method.mandate.accepted),
  );
  return {
    title: t('manage-payments.mandate.of'),
    lead: t('manage-payments.mandate.accepted', { date, method: accountText(localizer, method) }),
    body: mandateText(t, method.mandate.text),
  };
}

/**
 * Returns the text, which is English in every language, because it is what the server keeps. Other languages
 * explain it below.
 */
function mandateText(t: Scope['t'], text: readonly string[]): TemplateResult {
  const explained = t('manage-payments.mandate.explained');
  return html`<div class="mandate" part="mandate" lang="en" dir="ltr">
      ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>
    ${explained ? html`<p class="hint" part="hint">${explained}</p>` : nothing}`;
}
