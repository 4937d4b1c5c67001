/**
 * The two papers. Nothing may be added to the first: a disclosure that does not stand alone counts as none
 * (15 USC §1681b(b)(2)(A)(i), and the cases named in contract/steps/background-check.ts).
 *
 * The text of both is English in every language, as it was issued; see `locales/as-issued.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { rightsSummaryUrl, stateNotices } from '../../contract/steps/background-check.ts';
import { checkboxField } from '../../ui/choices.ts';
import { text, type Scope } from './scope.ts';

/** Returns the disclosure, and nothing besides. */
export const renderDisclosure = ({ t }: Scope): TemplateResult =>
  html`<div class="paper" part="document" lang="en" dir="ltr">
      <p>${t('background-check.disclosure.report')}</p>
      <p>${t('background-check.disclosure.content')}</p>
    </div>
    ${explained(t('background-check.disclosure.explained'))}`;

/**
 * Explains a paper to those who read another language than English. It says what the paper says and nothing
 * else, so that the disclosure still stands alone. In English it is empty.
 */
const explained = (text: string) => (text ? html`<p class="hint" part="hint">${text}</p>` : nothing);

/** Returns the authorization with the payee's rights, the notice of their state, and the signature. */
export function renderAuthorization(scope: Scope): TemplateResult {
  const { t, view, requirement } = scope;
  return html`<div class="paper" part="document" lang="en" dir="ltr">
      <p>${t('background-check.authorization.text')}</p>
      <p>${t('background-check.authorization.electronic')}</p>
    </div>
    ${explained(t('background-check.authorization.explained'))} ${renderRights(scope)} ${renderNotice(scope)}
    ${text(scope, 'signature', {
      autocomplete: 'off',
      autocapitalize: 'words',
      className: 'signature',
      hint: t('background-check.signature.hint', { name: requirement.name ?? '' }),
    })}
    ${checkboxField(view, { name: 'consent', label: t('background-check.consent.label') })}`;
}

/**
 * Returns the link to the summary of rights that the consumer protection bureau publishes. It opens a page of
 * its own, so that nothing typed is lost.
 */
export const renderRights = ({ t }: Scope): TemplateResult =>
  html`<p>
    ${t('background-check.rights.text')}
    <a href=${rightsSummaryUrl} target="_blank" rel="noopener noreferrer"
      >${t('background-check.rights')}
      <span class="hint" part="hint">${t('background-check.new-tab')}</span></a
    >
  </p>`;

/**
 * Returns what the payee's state wants said besides federal law, with the offer of a free copy where the
 * state gives a right to one.
 */
function renderNotice({ t, view, requirement }: Scope): TemplateResult | typeof nothing {
  const state = requirement.state_notice;
  if (!isNoticed(state)) return nothing;
  return html`<div class="group" part="group">
    <h3 part="subtitle">${t('background-check.notice.title')}</h3>
    <p>${t(`background-check.notice.${state}`)}</p>
    ${stateNotices[state].copy ? checkboxField(view, { name: 'copy', label: t('background-check.copy.label'), optional: true }) : nothing}
  </div>`;
}

/** Narrows to the states that this version has a notice for. A newer server may know more. */
const isNoticed = (state: string | null): state is keyof typeof stateNotices =>
  state !== null && Object.hasOwn(stateNotices, state);
