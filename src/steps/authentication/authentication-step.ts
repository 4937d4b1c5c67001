import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { requests, type StepRequest } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { FormController, type Raw, type Reading } from '../../ui/form-controller.ts';
import type { FlowProblem } from '../../flow/problem.ts';
import { problemText } from '../../locales/words.ts';
import { failureBanner } from '../../ui/banner.ts';
import { textField } from '../../ui/fields.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import type { Prefill } from '../step-context.ts';
import { StepElement, type Template } from '../step-element.ts';
import type { CodeScreen } from './code.ts';
import { countryButton } from './country-button.ts';
import { callingCode, formatPhone, loadPhoneLibrary, readPhone, reformat, unbroken } from './phone.ts';
import type { Phone } from './phone.ts';
import { styles } from './styles.ts';

/** What the main button sends: a number (null: the one the server knows), or what the next screen asks. */
type Answer = Phone | null | StepRequest;

/**
 * Asks for a phone number, sends a code by text or call, and checks the code. A payee who is known already
 * confirms the number on file, and cannot change it. After a while the server asks for more than the code.
 */
export class AuthenticationStep extends StepElement<RequirementOf<'authentication'>, Answer> {
  static override readonly styles = [...StepElement.styles, styles];

  protected override readonly form = new FormController<Answer>(this, {
    fields: () => [this.#codeScreen?.field ?? (this.requirement.known_phone ? '' : 'phone_number')],
    read: (raw) => this.#read(raw),
  });
  /** As in a step of more screens. The code's screen says what it is, so that the first file need not. */
  declare back?: (() => void) | null;
  /** Whether the payee wants to type another number although a code was sent. */
  #changing = false;
  /** What the page knew of the payee when it was filled in last. */
  #known: Prefill | undefined;
  /** The screen for the code. Undefined = not loaded yet; null = could not be loaded. */
  #code: CodeScreen | null | undefined;
  /** Why it could not be loaded. */
  #unloaded: FlowProblem | undefined;
  /** The list of countries while it is open. */
  #countryList: { close: () => void } | undefined;

  get #asksCode(): boolean {
    return this.requirement.phase !== 'phone' && !this.#changing;
  }

  /** What shows the code's screen, when it is the one to show. The number stays until it is here. */
  get #codeScreen(): CodeScreen | null | undefined {
    return this.#asksCode ? this.#code : null;
  }

  /** How the main button sends a code: as the last one came, or as the number can get one. */
  get #channel(): 'sms' | 'voice' {
    return this.#codeScreen ? this.requirement.channel : (this.#code?.firstChannel ?? 'sms');
  }

  /** Returns what the payee chose or typed with a `+`, else the server's guess. */
  get #country(): string {
    return this.form.value('country') || this.requirement.default_country;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('requirement');
    const { prefill } = this.context;
    if (prefill !== this.#known) {
      const { phone_number, country } = (this.#known = prefill);
      this.form.prefill({ phone_number, country });
    }
    if (changed.has('requirement')) {
      this.#code?.begin();
      if (before && before.phase !== this.requirement.phase) this.#show(false);
    }
    super.willUpdate(changed);
  }

  /**
   * Loads the phone metadata when the payee turns to the form, or at once for a number that is in it already:
   * a slow phone has enough to do before. Formatting can wait, being able to type cannot.
   */
  override firstUpdated(): void {
    const format = () => {
      const { text, country } = formatPhone(this.form.value('phone_number'), this.#country);
      this.form.rewrite('phone_number', text);
      this.form.rewrite('country', country);
    };
    const load = () => {
      void this.#loadCode();
      void loadPhoneLibrary().then(format, () => undefined);
    };
    if (this.form.value('phone_number')) afterPaint(load);
    else this.addEventListener('focusin', load, { once: true });
  }

  /** Closes the list, which would go on placing itself. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#countryList?.close();
  }

  protected override renderStep(): TemplateResult {
    return this.#codeScreen?.render() ?? this.#renderPhone();
  }

  /** The first screen may be the one for the code, after a reload. */
  override async prepare(): Promise<void> {
    if (this.#asksCode) await this.#loadCode();
  }

  /**
   * As `Lazy` does for steps of more than one screen, which would be too much for the first file. While the
   * browser believes to be offline nothing is loaded ahead. Where the server asks for the code, it has
   * answered.
   */
  async #loadCode(): Promise<void> {
    if (this.#code || !(this.#asksCode || navigator.onLine)) return;
    this.#code = undefined;
    const { localizer, explain } = this.context;
    const loaded = await localizer
      .load('authentication-code', import('./code.ts'))
      .catch(async (error: unknown) => void (this.#unloaded = await explain(error)));
    this.#code ??= loaded
      ? new loaded.CodeScreen(this, {
          resend: (channel) => void this.#sendTo(null, channel),
          change: (changing) => this.#show(changing),
        })
      : null;
    this.requestUpdate();
    if (this.#codeScreen) void this.moveFocus(this.firstControl);
  }

  /** The code was sent, and its screen could not be loaded: the button tries again. */
  protected override failure(): Template {
    return this.#codeScreen === null && this.#asksCode && this.#unloaded
      ? failureBanner(problemText(this.context.localizer, this.#unloaded))
      : super.failure();
  }

  protected override press(): void {
    if (!this.#asksCode || this.#code) super.press();
    else if (this.#unloaded?.code === 'page-outdated') location.reload();
    else void this.#loadCode();
  }

  #renderPhone(): TemplateResult {
    const { known_phone: known, masked_phone: phone } = this.requirement;
    const heading = known
      ? this.heading(
          this.t('authentication.known.title'),
          this.t('authentication.known.lead', { phone: unbroken(phone) }),
        )
      : this.heading(this.t('authentication.title'), this.t('authentication.lead'));
    const country = this.#country;
    const code = callingCode(country) ?? this.requirement.calling_code;
    const name = this.t('authentication.country.label', { country, code });
    const number = known
      ? nothing
      : textField(this.view, {
          name: 'phone_number',
          label: this.t('authentication.phone_number.label'),
          hint: this.t('authentication.consent'),
          type: 'tel',
          autocomplete: 'tel-national',
          inputmode: 'tel',
          className: 'number',
          before: countryButton(name, country, code, this.#openCountries),
          onInput: (event) => reformat(event, (text) => this.#format(text)),
        });
    return html`${heading}
    ${this.formOf(
      number,
      this.submitButton(
        this.t(this.#channel === 'sms' ? 'authentication.send' : 'authentication.call'),
        this.busy || this.#codeScreen === undefined,
      ),
      this.#code?.renderCall(),
    )}`;
  }

  #read(raw: Raw): Reading<Answer> {
    if (this.#codeScreen) return this.#codeScreen.read(raw);
    if (this.requirement.known_phone) return { ok: true, value: null };
    return readPhone(raw['phone_number'] ?? '', this.#country);
  }

  protected override submit(answer: Answer): void {
    if (answer && 'path' in answer) void this.context.send(answer);
    else void this.#sendTo(answer, this.#channel);
  }

  /** Sends a code. The server decides which phase follows; it comes with the requirement. */
  async #sendTo(phone: Phone | null, channel: 'sms' | 'voice'): Promise<void> {
    const isAnother = this.#asksCode;
    void this.#loadCode();
    const result = await this.context.send(requests.sendCode(phone, channel));
    if (result.kind !== 'done') return;
    if (isAnother) this.context.announce(this.t('authentication.resent'));
    this.#show(false);
  }

  /** Shows the phone number again, or the field for the code. The screen begins anew either way. */
  #show(changing: boolean): void {
    this.#changing = changing;
    void this.#loadCode();
    this.stale = this.problem;
    this.form.rewrite('code', '');
    this.form.begin();
    void this.moveFocus(this.firstControl);
  }

  /** Formats what was typed, and follows a number with a `+` to its country. */
  #format(text: string): string {
    const formatted = formatPhone(text, this.#country);
    this.form.set('country', formatted.country);
    this.form.set('phone_number', formatted.text);
    return formatted.text;
  }

  #openCountries = async (event: Event): Promise<void> => {
    const anchor = event.currentTarget as HTMLElement;
    if (this.#countryList) return this.#countryList.close();
    // Without the list, a number with its + and calling code is understood just as well.
    const loaded = navigator.onLine && import('./country-list.ts');
    const [library, list] = await Promise.all([loadPhoneLibrary(), loaded]).catch(() => []);
    if (!library || !list || this.#countryList || !this.isConnected) return;
    this.#countryList = list.openCountryList({
      anchor,
      step: this,
      selected: this.#country,
      library,
      onSelect: (country) => {
        this.form.set('country', country);
        this.#format(library.withoutCallingCode(this.form.value('phone_number'), country));
        this.form.focus('phone_number');
      },
      onClose: () => (this.#countryList = undefined),
    });
  };
}
