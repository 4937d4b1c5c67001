/**
 * The screen for the code. A file of its own, loaded while the payee types their number, so that they can
 * type sooner.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { codeIn } from '../../contract/input/normalise.ts';
import { adopt } from '../../ui/adopt.ts';
import { Countdown } from '../../ui/countdown.ts';
import { textField } from '../../ui/fields.ts';
import { reformat } from '../../ui/reformat.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import type { StepElement } from '../step-element.ts';
import { unbroken } from './phone.ts';

export { authenticationCode as messages } from '../../locales/en/authentication-code.ts';

export interface CodeWishes {
  /** Sends another code to the number that already got one. */
  readonly resend: (channel: 'sms' | 'voice') => void;
  /** Shows the phone number once more. */
  readonly change: () => void;
}

export class CodeScreen {
  readonly #step: StepElement<RequirementOf<'authentication'>>;
  readonly #wishes: CodeWishes;
  readonly #resend: Countdown;

  constructor(step: StepElement<RequirementOf<'authentication'>>, wishes: CodeWishes) {
    this.#step = step;
    this.#wishes = wishes;
    this.#resend = new Countdown(step);
    this.begin();
  }

  /** A code was sent; counts until the next can be. */
  begin(): void {
    this.#resend.start(this.#step.requirement.resend_in);
  }

  /** The whole message may be pasted. */
  read(raw: Raw): Reading<{ readonly code: string }> {
    const code = codeIn(raw['code'] ?? '');
    if (/^\d{6}$/.test(code)) return { ok: true, value: { code } };
    return { ok: false, errors: [{ field: 'code', code: code ? 'invalid-code' : 'required' }] };
  }

  render(): TemplateResult {
    const step = this.#step;
    adopt(step, styles);
    const { channel, masked_phone: phone, known_phone: known } = step.requirement;
    const { resend, change } = this.#wishes;
    const seconds = this.#resend.seconds;
    const left = step.problem?.attemptsLeft;
    return html`${step.heading(step.t('authentication.code.title'), step.t(`authentication.code.lead.${channel}`, { phone: unbroken(phone) }))}
    ${step.formOf(
      textField(step.view, {
        name: 'code',
        label: step.t('authentication.code.label'),
        hint: left === undefined || left < 1 ? undefined : step.t('authentication.attempts', { count: left }),
        // One real input: texts fill it in, and a pasted code lands whole.
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        className: 'code',
        onInput: (event) => event.inputType === 'insertFromPaste' && reformat(event, codeIn),
      }),
      step.submitButton(step.t('authentication.check')),
      html`<div class="links">
        ${step.linkButton(
          seconds ? step.t('authentication.resend.in', { seconds }) : step.t('authentication.resend'),
          () => resend(channel),
          seconds > 0 || step.busy,
        )}
        ${channel === 'sms' && !seconds ? step.linkButton(step.t('authentication.call'), () => resend('voice'), step.busy) : nothing}
        ${known ? nothing : step.linkButton(step.t('authentication.change'), change)}
      </div>`,
    )}`;
  }
}

export const styles = css`
  .code {
    font-size: max(1.5 * var(--_dots-rem), 16px);
    letter-spacing: 0.4em;
    font-variant-numeric: tabular-nums;
    padding-block: calc(0.375 * var(--_dots-rem));
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_dots-rem)) calc(1.5 * var(--_dots-rem));
    font-variant-numeric: tabular-nums;
  }
`;
