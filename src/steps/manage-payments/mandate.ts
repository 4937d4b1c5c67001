/** The authorization: what the payee agrees to when they connect an account, and what they agreed to. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkboxField } from '../../ui/choices.ts';
import type { Scope, ScreenParts } from './scope.ts';
import { accountText } from './wording.ts';

export function authorization({ t, view, requirement }: Scope): TemplateResult {
  return html`<div class="stack tight" role="group" aria-labelledby="mandate-title">
    <h3 id="mandate-title">${t('manage-payments.mandate.title')}</h3>
    ${mandateText(t, requirement.mandate.text)}
    ${checkboxField(view, { name: 'consent', label: t('manage-payments.consent.label') })}
  </div>`;
}

/** Regulation E, 12 CFR §1005.10(b): whoever obtains the authorization gives the consumer a copy. It is here for as long as it holds. */
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
    links: [[t('manage-payments.mandate.back'), () => scope.go(null)]],
  };
}

/** English in every language: it is what the server keeps. Other languages explain it. */
function mandateText(t: Scope['t'], text: readonly string[]): TemplateResult {
  const explained = t('manage-payments.mandate.explained');
  return html`<div class="mandate" part="mandate" lang="en" dir="ltr">
      ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>
    ${explained ? html`<p class="hint" part="hint">${explained}</p>` : nothing}`;
}
