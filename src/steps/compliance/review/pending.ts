/**
 * The screen while the IRS checks the number. There is nothing to do, so it says what is happening, how long
 * that takes, and how to go on.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { MultiScreenStep } from '../../multi-screen-step.ts';
import type { Scope } from '../scope.ts';

/** Returns the screen. */
export function renderPending(step: MultiScreenStep<RequirementOf<'compliance'>>): TemplateResult {
  const { t, requirement } = step;
  return html`${step.heading(t('compliance.pending.title'))}
  ${step.formOf(
    renderNews(step),
    requirement.hide_continue_button ? nothing : step.submitButton(t('compliance.pending.continue')),
  )}`;
}

/** Returns the box with the number, masked, and the list of what comes next. */
function renderNews({ t, requirement }: Pick<Scope, 't' | 'requirement'>): TemplateResult {
  return html`<div class="checking" part="pending">
      <i class="pulse"></i>
      <div>
        <p>
          ${requirement.masked_tin ? t('compliance.pending.number', { tin: requirement.masked_tin }) : t('compliance.pending.text')}
        </p>
        <p class="hint" part="hint">${t('compliance.pending.time')}</p>
      </div>
    </div>
    <div class="group" part="group">
      <h3 part="subtitle">${t('compliance.pending.next')}</h3>
      <ul class="next">
        <li>${t('compliance.pending.match')}</li>
        <li>${t('compliance.pending.mismatch')}</li>
        <li>
          ${
            requirement.notification
              ? t('compliance.pending.notification', { phone: requirement.notification.to })
              : t('compliance.pending.no-message')
          }
        </li>
        <li>${t('compliance.pending.meanwhile')}</li>
      </ul>
    </div>`;
}
