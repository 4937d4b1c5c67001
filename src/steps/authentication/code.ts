/**
 * The screen for the code, and what the screen for the number shows once something failed. A file of its own,
 * loaded while the payee types their number, so that they can type sooner.
 */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import { codeIn } from '../../contract/input/normalise.ts';
import type { FlowProblem } from '../../flow/problem.ts';
import type { Term } from '../../locales/catalogue.ts';
import { adopt } from '../../ui/adopt.ts';
import { failureBanner } from '../../ui/banner.ts';
import { Countdown } from '../../ui/countdown.ts';
import { textField } from '../../ui/fields.ts';
import { reformat } from '../../ui/reformat.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import type { Template } from '../step-element.ts';
import type { AuthenticationStep } from './authentication-step.ts';
import { checkCode, MoreThanCode } from './code-more.ts';
import { styles } from './code-styles.ts';
import { codeHint, codePhone } from './code-texts.ts';

export { authenticationCode as messages } from '../../locales/en/authentication-code.ts';

export interface CodeWishes {
  /** Sends another code to the number that already got one. */
  readonly resend: (channel: 'sms' | 'voice') => void;
  /** Shows the phone number once more (true), or the field for the code that was sent (false). */
  readonly change: (changing: boolean) => void;
}

/** What the main button of this screen sends. Null: another code to the same phone. */
type Answer = StepRequest | null;

const isWhole = (code: string): boolean => /^\d{6}$/.test(code);

/** Problems after which no code is right any more. */
const ends = new Set(['too-many-attempts', 'code-expired', 'no-code-sent']);

export class CodeScreen implements ReactiveController {
  readonly #step: AuthenticationStep;
  readonly #wishes: CodeWishes;
  readonly #resend: Countdown;
  /** How long the code works. */
  readonly #life: Countdown;
  /** The code that was sent by itself at its last digit. The same one is sent again by the button alone. */
  #tried = '';
  /** Whether the server has said that no code is right any more, until another one is sent. */
  #isRefused = false;
  /** What was typed as the number when it could not get a text. As long as it stays, it gets a call. */
  #textless: string | undefined;
  readonly #more: MoreThanCode;
  /** What the last update was told. */
  #problem: FlowProblem | null = null;
  /** Whether this screen was rendered last. */
  #isShown = false;

  constructor(step: AuthenticationStep, wishes: CodeWishes) {
    this.#step = step;
    this.#wishes = wishes;
    this.#resend = new Countdown(step);
    this.#life = new Countdown(step);
    this.#more = new MoreThanCode(step);
    this.begin();
    step.addController(this);
  }

  /** A code was sent; counts until the next can be, and until this one works no more. */
  begin(): void {
    const { resend_in, expires_in, attempts_left } = this.#step.requirement;
    this.#resend.start(resend_in);
    this.#life.start(expires_in ?? 0);
    if (attempts_left > 0 && resend_in > 0) this.#isRefused = false;
    this.#more.begin();
  }

  /** Notices what became of a code that was sent. */
  hostUpdate(): void {
    const step = this.#step;
    const { problem } = step;
    adopt(step, styles);
    this.#isShown = false;
    if (!step.view.form.value('code')) this.#tried = '';
    if (problem === this.#problem) return;
    this.#problem = problem;
    if (!problem) return;
    if (this.#refusesAs('invalid-phone-number-landline')) this.#textless = this.#typed;
    if (step.requirement.phase !== 'code') return;
    if (ends.has(problem.code)) {
      this.#isRefused = true;
      // The field that had it is gone.
      void step.moveFocus('[type=submit]');
    } else if (problem.fields.some(({ field }) => field === 'code')) void this.#selectCode();
  }

  /** The way back, the browser's Back too, leads from the code to the number. */
  hostUpdated(): void {
    const step = this.#step;
    step.back = this.#isShown ? () => this.#wishes.change(true) : null;
    step.dispatchEvent(new Event('dots-rendered', { bubbles: true }));
  }

  /** The wire name of the one field. */
  get field(): string {
    return this.#more.field ?? 'code';
  }

  get #typed(): string {
    return this.#step.view.form.value('phone_number');
  }

  #refusesAs(code: string): boolean {
    return this.#step.problem?.fields[0]?.code === code;
  }

  /** How the number that is typed gets its first code. */
  get firstChannel(): 'sms' | 'voice' {
    return this.#textless === this.#typed ? 'voice' : 'sms';
  }

  /** Returns the link to a call, once a text could not be delivered, or to the code that still works. */
  renderCall(): Template {
    const step = this.#step;
    const call = () => {
      this.#textless = this.#typed;
      step.renderRoot.querySelector('form')?.requestSubmit();
    };
    if (this.#refusesAs('phone-undeliverable'))
      return step.linkButton(step.t('authentication.call'), call, step.busy);
    if (step.requirement.phase !== 'code' || this.#end) return nothing;
    const enter = () => this.#wishes.change(false);
    return step.linkButton(step.t('authentication.code.title'), enter, step.busy);
  }

  /** Selects a wrong code, so that the next one replaces it. */
  async #selectCode(): Promise<void> {
    await this.#step.updateComplete;
    this.#step.renderRoot.querySelector<HTMLInputElement>('[name=code]:focus')?.select();
  }

  /** Returns why another code is needed, or null while this one may be right. */
  get #end(): Term | null {
    const { expires_in, attempts_left } = this.#step.requirement;
    if (attempts_left < 1) return 'error.too-many-attempts';
    if (expires_in !== undefined && this.#life.seconds === 0) return 'error.code-expired';
    return this.#isRefused ? 'error.no-code-sent' : null;
  }

  /** The whole message may be pasted. When no code is right any more, asks for another as soon as it can. */
  read(raw: Raw): Reading<Answer> {
    const more = this.#more.read(raw);
    if (more) return more;
    if (this.#end) return this.#resend.seconds ? { ok: false, errors: [] } : { ok: true, value: null };
    const code = codeIn(raw['code'] ?? '');
    if (isWhole(code)) return { ok: true, value: checkCode(code) };
    return { ok: false, errors: [{ field: 'code', code: code ? 'invalid-code' : 'required' }] };
  }

  render(): TemplateResult {
    const more = this.#more.render();
    this.#isShown = !more;
    return more ?? (this.#end ? this.#renderEnd(this.#end) : this.#renderField());
  }

  #renderField(): TemplateResult {
    const step = this.#step;
    const { channel } = step.requirement;
    const lead = step.t(`authentication.code.lead.${channel}`, { phone: codePhone(step) });
    return html`${step.heading(step.t('authentication.code.title'), lead)}
    ${step.formOf(
      html`${textField(step.view, {
        name: 'code',
        label: step.t('authentication.code.label'),
        hint: codeHint(step, this.#life.seconds),
        // One real input: texts fill it in, and a pasted code lands whole.
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        className: 'code',
        onInput: this.#onInput,
      })}
      ${this.#more.failure}`,
      step.submitButton(step.t('authentication.check')),
      this.#links(
        step.linkButton(
          this.#resendLabel,
          () => this.#wishes.resend(channel),
          this.#resend.seconds > 0 || step.busy,
        ),
      ),
    )}`;
  }

  /** Asks for another code first, because nothing that is typed now would be right. */
  #renderEnd(end: Term): TemplateResult {
    const step = this.#step;
    const lead = step.t('authentication.again.lead', { phone: codePhone(step) });
    const isTold = step.problem !== null || step.busy;
    return html`${step.heading(step.t('authentication.again.title'), lead)}
    ${step.formOf(
      isTold ? nothing : failureBanner(step.t(end as 'error.code-expired')),
      step.submitButton(this.#resendLabel, step.busy, this.#resend.seconds > 0 || step.busy),
      this.#links(nothing),
    )}`;
  }

  #links(first: Template): TemplateResult {
    const step = this.#step;
    const { channel, known_phone: known } = step.requirement;
    const { resend, change } = this.#wishes;
    return html`<div class="links">
      ${first}
      ${channel === 'sms' && !this.#resend.seconds ? step.linkButton(step.t('authentication.call'), () => resend('voice'), step.busy) : nothing}
      ${known ? nothing : step.linkButton(step.t('authentication.change'), () => change(true))}
    </div>`;
  }

  get #resendLabel(): string {
    const { seconds } = this.#resend;
    const { t } = this.#step;
    return seconds ? t('authentication.resend.in', { seconds }) : t('authentication.resend');
  }

  /**
   * Sends the code once all its digits are there, however they came: typed, pasted or filled in from the
   * message. A code that was refused waits for the button, or for another digit.
   */
  #onInput = (event: InputEvent): void => {
    if (event.inputType === 'insertFromPaste') reformat(event, codeIn);
    const input = event.target as HTMLInputElement;
    const code = codeIn(input.value);
    if (event.isComposing || this.#step.busy || code === this.#tried || !isWhole(code)) return;
    this.#tried = code;
    // The form has not taken the text yet.
    queueMicrotask(() => input.form?.requestSubmit());
  };
}
