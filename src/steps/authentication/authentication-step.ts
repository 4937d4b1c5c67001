import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { requests } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { FormController, type Raw, type Reading } from '../../ui/form-controller.ts';
import { textField } from '../../ui/fields.ts';
import { chevronIcon } from '../../ui/icons.ts';
import { Countdown } from '../../ui/countdown.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { StepElement } from '../step-element.ts';
import { callingCode, formatPhone, loadPhoneLibrary, readPhone, type Phone } from './phone.ts';
import { styles } from './styles.ts';

/** What the main button sends: a phone number (null: the one on file), or a code. */
type Answer = { readonly phone: Phone | null } | { readonly code: string };

/**
 * Asks for a phone number, sends a code by text or call, and checks the code. A payee who is known already
 * confirms the number on file, and cannot change it.
 */
export class AuthenticationStep extends StepElement<RequirementOf<'authentication'>, Answer> {
  static override readonly styles = [...StepElement.styles, styles];

  protected override readonly form = new FormController<Answer>(this, {
    fields: () => [this.#asksCode ? 'code' : this.requirement.known_phone ? '' : 'phone_number'],
    read: (raw) => this.#read(raw),
  });
  /** Seconds until the server lets another code be sent. */
  readonly #resend = new Countdown(this);
  /** Whether the payee wants to type another number although a code was sent. */
  #changing = false;
  /** The list of countries while it is open. */
  #countryList: { close: () => void } | undefined;

  get #asksCode(): boolean {
    return this.requirement.phase === 'code' && !this.#changing;
  }

  /** Returns what the payee chose or typed with a `+`, else the server's guess. */
  get #country(): string {
    return this.form.value('country') || this.requirement.default_country;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('requirement');
    if (changed.has('requirement')) {
      this.#resend.start(this.requirement.resend_in);
      const { phone_number, country } = this.context.prefill;
      if (!before) this.form.prefill({ phone_number, country });
      else if (before.phase !== this.requirement.phase) this.#show(false);
    }
    super.willUpdate(changed);
  }

  /** Loads the phone metadata behind the first paint. What was typed by then is formatted later. */
  override firstUpdated(): void {
    // Formatting can wait; being able to type cannot.
    const format = () => {
      const { text, country } = formatPhone(this.form.value('phone_number'), this.#country);
      this.form.rewrite('phone_number', text);
      this.form.rewrite('country', country);
    };
    afterPaint(() => void loadPhoneLibrary().then(format, () => undefined));
  }

  /** Closes the list, which would go on placing itself. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#countryList?.close();
  }

  protected override renderStep(): TemplateResult {
    return this.#asksCode ? this.#renderCode() : this.#renderPhone();
  }

  #renderPhone(): TemplateResult {
    const { known_phone: known, masked_phone: phone } = this.requirement;
    const heading = known
      ? this.heading(
          this.t('authentication.known.title'),
          this.t('authentication.known.lead', { phone: unbroken(phone) }),
        )
      : this.heading(this.t('authentication.title'), this.t('authentication.lead'));
    const number = known
      ? html`${nothing}`
      : textField(this.view, {
          name: 'phone_number',
          label: this.t('authentication.phone_number.label'),
          hint: this.t('authentication.consent'),
          type: 'tel',
          autocomplete: 'tel-national',
          inputmode: 'tel',
          className: 'number',
          before: this.#countryButton(),
          // Deleting is left alone, or the separator that was deleted would come back at once.
          format: (text, event) => (event.inputType?.startsWith('delete') ? text : this.#format(text)),
        });
    return html`${heading}
    ${this.formOf(
      number,
      this.submitButton(this.t('authentication.send')),
      this.linkButton(this.t('authentication.call'), () => this.#send('voice')),
    )}`;
  }

  /**
   * Returns the button with the country and its calling code. Both are in its name, because flags and
   * abbreviations say little to a screen reader.
   */
  #countryButton(): TemplateResult {
    const country = this.#country;
    const code = callingCode(country) ?? this.requirement.calling_code;
    return html`<button
      type="button"
      class="box country"
      part="country"
      aria-haspopup="dialog"
      aria-label=${this.t('authentication.country.label', { country, code })}
      @click=${this.#openCountries}
    >
      ${country} +${code}${chevronIcon}
    </button>`;
  }

  #renderCode(): TemplateResult {
    const { channel, masked_phone: phone, known_phone: known } = this.requirement;
    const seconds = this.#resend.seconds;
    const attemptsLeft = this.problem?.attemptsLeft;
    return html`${this.heading(this.t('authentication.code.title'), this.t(`authentication.code.lead.${channel}`, { phone: unbroken(phone) }))}
    ${this.formOf(
      textField(this.view, {
        name: 'code',
        label: this.t('authentication.code.label'),
        hint:
          attemptsLeft === undefined || attemptsLeft < 1
            ? undefined
            : this.t('authentication.attempts', { count: attemptsLeft }),
        // One real input: texts fill it in, and a pasted code lands whole.
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        className: 'code',
      }),
      this.submitButton(this.t('authentication.check')),
      html`<div class="links">
        ${this.linkButton(
          seconds ? this.t('authentication.resend.in', { seconds }) : this.t('authentication.resend'),
          () => this.#send(channel, true),
          seconds > 0 || this.busy,
        )}
        ${channel === 'sms' && !seconds ? this.linkButton(this.t('authentication.call'), () => this.#send('voice', true), this.busy) : nothing}
        ${known ? nothing : this.linkButton(this.t('authentication.change'), () => this.#show(true))}
      </div>`,
    )}`;
  }

  /**
   * Reads the field that is on screen. Spaces and hyphens in a code are forgiven, because texts are copied
   * with them.
   */
  #read(raw: Raw): Reading<Answer> {
    if (this.#asksCode) {
      const code = (raw['code'] ?? '').replace(/[\s-]/g, '');
      if (/^\d{6}$/.test(code)) return { ok: true, value: { code } };
      return { ok: false, errors: [{ field: 'code', code: code ? 'invalid-code' : 'required' }] };
    }
    if (this.requirement.known_phone) return { ok: true, value: { phone: null } };
    const phone = readPhone(raw['phone_number'] ?? '', this.#country);
    return phone.ok ? { ok: true, value: { phone: phone.value } } : phone;
  }

  protected override submit(answer: Answer): void {
    if ('code' in answer) void this.context.send(requests.checkCode(answer.code));
    else void this.#sendTo(answer.phone, 'sms');
  }

  /** Sends a code by one of the links. `again` means to the number that already got one. */
  #send(channel: 'sms' | 'voice', again = false): void {
    if (this.busy) return;
    if (again) return void this.#sendTo(null, channel, this.t('authentication.resent'));
    const answer = this.form.submit();
    if (answer && 'phone' in answer) void this.#sendTo(answer.phone, channel);
  }

  /**
   * `said` is read out once the code is sent. The server decides which phase follows; it comes with the
   * requirement.
   */
  async #sendTo(phone: Phone | null, channel: 'sms' | 'voice', said = ''): Promise<void> {
    const result = await this.context.send(requests.sendCode(phone, channel));
    if (result.kind !== 'done') return;
    if (said) this.context.announce(said);
    this.#show(false);
  }

  /** Shows the phone number again, or the field for the code. The screen begins anew either way. */
  #show(changing: boolean): void {
    this.#changing = changing;
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
    const loaded = await Promise.all([import('./country-list.ts'), loadPhoneLibrary()]).catch(() => null);
    if (!loaded || this.#countryList || !this.isConnected) return;
    const [{ openCountryList }, library] = loaded;
    this.#countryList = openCountryList({
      anchor,
      locale: this.context.localizer.locale,
      selected: this.#country,
      countries: library
        .getCountries()
        .map((country) => ({ country, code: library.getCountryCallingCode(country) })),
      words: { search: this.t('authentication.country.search'), none: this.t('authentication.country.none') },
      onSelect: (country) => {
        this.form.set('country', country);
        this.#format(this.form.value('phone_number'));
        this.form.focus('phone_number');
      },
      onClose: () => (this.#countryList = undefined),
    });
  };
}

/** Returns the masked number with spaces that do not break, so that it never wraps in its middle. */
function unbroken(phone: string | null): string {
  return (phone ?? '').replaceAll(' ', '\u00a0');
}
