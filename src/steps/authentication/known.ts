/** The screen after a right code that asks for something which only the payee knows. */
import { html, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import { knownInput } from '../../contract/steps/known-request.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { adopt } from '../../ui/adopt.ts';
import { choices } from '../../ui/choices-styles.ts';
import { dateOfBirthField } from '../../ui/date-field.ts';
import { explainBirth, readBirth } from '../../ui/date-parts.ts';
import { textField } from '../../ui/fields.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { layout } from '../../ui/layout-styles.ts';
import { readSchema } from '../../ui/read-schema.ts';
import type { StepElement } from '../step-element.ts';

export { authenticationKnown as messages } from '../../locales/en/authentication-known.ts';

type Step = StepElement<RequirementOf<'authentication'>>;

/** Returns the request with what was typed, or what is wrong with it. */
export function readKnown({ requirement, context }: Step, raw: Raw): Reading<StepRequest> {
  const { asks = 'date_of_birth' } = requirement;
  const { localizer, now } = context;
  const typed = raw[asks] ?? '';
  const said = asks === 'date_of_birth' ? readBirth(localizer.locale, typed) : typed;
  const reading = explainBirth(readSchema(knownInput, { [asks]: said }, now), raw, localizer.locale);
  return reading.ok
    ? { ok: true, value: { method: 'POST', path: '/authentication/known', body: reading.value } }
    : reading;
}

export function renderKnown(step: Step): TemplateResult {
  const { t, view } = step;
  for (const sheet of [layout, choices]) adopt(step, sheet);
  const field =
    step.requirement.asks === 'date_of_birth'
      ? dateOfBirthField(view, {
          name: 'date_of_birth',
          label: t('authentication.date_of_birth.label'),
          words: {
            year: t('authentication.date.year'),
            month: t('authentication.date.month'),
            day: t('authentication.date.day'),
          },
        })
      : textField(view, {
          name: 'account_last4',
          label: t('authentication.account_last4.label'),
          hint: t('authentication.account_last4.hint'),
          // A saved value would be no proof.
          autocomplete: 'off',
          autocapitalize: 'characters',
          className: 'code',
        });
  const help = html`<p class="hint">${t('authentication.asked.help')}</p>`;
  return html`${step.heading(t('authentication.asked.title'), t('authentication.asked.lead'))}
  ${step.formOf(field, step.submitButton(t('authentication.check')), help)}`;
}
