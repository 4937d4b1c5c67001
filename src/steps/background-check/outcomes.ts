/**
 * The screens on which there is nothing to fill in. They say what is happening and what comes next. None of
 * them judges.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { renderRights } from './papers.ts';
import type { Scope } from './scope.ts';

/** Shown while the report is being made. The payee need not wait for it here. */
export function renderReview({ t, requirement }: Scope): TemplateResult {
  return html`<div class="checking" part="pending">
      <i class="pulse"></i>
      <div>
        <p>${t('background-check.review.text')}</p>
        <p class="hint" part="hint">${t('background-check.review.time')}</p>
      </div>
    </div>
    <div class="group" part="group">
      <h3 part="subtitle">${t('background-check.next')}</h3>
      <ul>
        <li>
          ${t('background-check.review.by-itself')}
          ${
            // Before the agency says that it needs time, its answer may come while the payee is here.
            requirement.notification && requirement.status === 'pending'
              ? t('background-check.review.notification', { phone: requirement.notification.to })
              : nothing
          }
        </li>
        <li>${t('background-check.review.mismatch')}</li>
        <li>
          ${t(requirement.hide_continue_button ? 'background-check.review.stay' : 'background-check.review.meanwhile')}
        </li>
      </ul>
    </div>`;
}

/** Shown when the report is there. What it says is the partner's to tell, by the partner's decision. */
export function renderReported(scope: Scope): TemplateResult {
  const { t, requirement } = scope;
  return html`<p>${t('background-check.reported.text')}</p>
    <div class="group" part="group">
      <h3 part="subtitle">${t('background-check.next')}</h3>
      <ul>
        <li>${t('background-check.reported.next')}</li>
        ${
          requirement.status === 'pass'
            ? nothing
            : // The partner's duty, before and not after it decides: 15 USC §1681b(b)(3).
              html`<li>${t('background-check.reported.before')}</li>`
        }
        <li>${t('background-check.reported.dispute')}</li>
      </ul>
    </div>
    ${renderRights(scope)}`;
}

/** Shown when the check was given up, or ran out of time. It can be begun again. */
export const renderStopped = ({ t, requirement }: Scope): TemplateResult =>
  html`<p>
      ${t(requirement.status === 'expired' ? 'background-check.stopped.expired' : 'background-check.stopped.canceled')}
    </p>
    <p>${t('background-check.stopped.next')}</p>`;

/**
 * Shown when no check can be made for this payee: outside the US, under age, or not found too often.
 * `country` stands in for a reason that a newer server may have.
 */
export const renderUnavailable = ({ t, requirement }: Scope): TemplateResult =>
  html`<p>${t(`background-check.unavailable.${requirement.unavailable ?? 'country'}`)}</p>
    <p>${t('background-check.unavailable.next')}</p>`;
