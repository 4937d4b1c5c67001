import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { requests } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { onboardingInput } from '../../contract/steps/onboarding.ts';
import type * as z from '../../contract/z.ts';
import { choices } from '../../ui/choices-styles.ts';
import { textField } from '../../ui/fields.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController, type Raw, type Reading } from '../../ui/form-controller.ts';
import { countryList } from '../../ui/lists.ts';
import { longSelect } from '../../ui/long-select.ts';
import { readSchema } from '../../ui/read-schema.ts';
import { layout } from '../../ui/layout-styles.ts';
import { DraftKeeper } from '../shared/draft-keeper.ts';
import { nameFields } from '../shared/name-fields.ts';
import { StepElement } from '../step-element.ts';

type Field = RequirementOf<'onboarding'>['fields'][number];
type Answer = z.output<typeof onboardingInput>;

/** The order on screen. The server lists what is missing in no order that matters. */
const order: readonly Field[] = ['first_name', 'last_name', 'email', 'country'];

/** Asks who the payee is, but only for what the server does not know yet. */
export class OnboardingStep extends StepElement<RequirementOf<'onboarding'>, Answer> {
  static override readonly styles = [...StepElement.styles, layout, choices];

  protected override readonly form = new FormController<Answer>(this, {
    fields: () => this.#fields,
    read: (raw) => this.#read(raw),
  });
  protected override readonly summary = errorSummary;
  readonly #draft = new DraftKeeper(this, this.form);

  /** What is asked, in the order on screen. */
  get #fields(): Field[] {
    return order.filter((field) => this.requirement.fields.includes(field));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // What the server knows beats what the page knows; what the payee typed beats both.
    if (this.knowsMore(changed)) this.form.prefill({ ...this.context.prefill, ...this.requirement.prefill });
    this.#draft.restore();
    super.willUpdate(changed);
  }

  protected override renderStep(): TemplateResult {
    const asksAll = this.#fields.length === order.length;
    return html`${this.heading(this.t('onboarding.title'), this.t(asksAll ? 'onboarding.lead' : 'onboarding.lead.some'))}
    ${this.formOf(
      html`${this.#renderName()} ${this.#renderEmail()} ${this.#renderCountry()}
        <details class="why" part="why">
          <summary part="why-label">${this.t('onboarding.why')}</summary>
          <p>${this.t('onboarding.why.text')}</p>
        </details>`,
      this.submitButton(this.t('onboarding.continue')),
    )}`;
  }

  /** Returns the names that are asked. Somebody may have one only. */
  #renderName(): TemplateResult {
    return nameFields(this.view, {
      asked: this.#fields.filter((field) => field === 'first_name' || field === 'last_name'),
      labels: {
        first_name: this.t('onboarding.first_name.label'),
        last_name: this.t('onboarding.last_name.label'),
        name: this.t('onboarding.name.label'),
        one_name: this.t('onboarding.one_name.label'),
      },
    });
  }

  #renderEmail(): TemplateResult | typeof nothing {
    if (!this.#fields.includes('email')) return nothing;
    return textField(this.view, {
      name: 'email',
      label: this.t('onboarding.email.label'),
      type: 'email',
      autocomplete: 'email',
      inputmode: 'email',
      autocapitalize: 'none',
      hint: this.t('onboarding.email.hint'),
    });
  }

  /**
   * Returns the country of residence. The likely ones stand on top: what the server or the page knows, and
   * the browser's own.
   */
  #renderCountry(): TemplateResult | typeof nothing {
    if (!this.#fields.includes('country')) return nothing;
    return longSelect(this.view, {
      name: 'country',
      label: this.t('onboarding.country.label'),
      hint: this.t('onboarding.country.hint'),
      autocomplete: 'country',
      list: countryList(this.context.localizer.locale, [
        this.requirement.prefill.country,
        this.context.prefill.country,
      ]),
    });
  }

  /**
   * Reads the fields that are asked. In the schema they are optional, because not all of them are asked. An
   * empty text is sent for each, so that the schema says what is missing.
   */
  #read(raw: Raw): Reading<Answer> {
    return readSchema(
      onboardingInput,
      Object.fromEntries(this.#fields.map((field) => [field, raw[field] ?? ''])),
    );
  }

  protected override submit(values: Answer): void {
    void this.context.send(requests.submit('onboarding', values));
  }
}
