import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { complianceRequests } from '../../api/compliance-requests.ts';
import { requests } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { usStates } from '../../contract/forms/us-states.ts';
import { radioCards } from '../../ui/choices.ts';
import { dateCodecOf, followLanguage } from '../../ui/date-field.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { groups } from '../../ui/groups-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { mayTakeFocus } from '../../ui/focus.ts';
import { StepElement, type StepContext } from '../step-element.ts';
import { Work } from '../work.ts';
import { FinishedForm } from './finished-form.ts';
import { renderPending } from './pending.ts';
import { percent, readForm, w9Of, type FormSpec } from './read-forms.ts';
import type { Scope } from './scope.ts';
import { styles } from './styles.ts';
import { renderMismatch, renderW9 } from './w9.ts';

type Answer = ComplianceInput | 'go-on' | 'load';

/**
 * Collects Form W-9, W-8BEN or W-8BEN-E. The payee decides which; what was typed for one is still there after a look at the other.
 * A US number is checked with the IRS: until the verdict the payee may go on, and a mismatch brings the form back.
 */
export class ComplianceStep extends StepElement<RequirementOf<'compliance'>, Answer> {
  static override readonly styles = [...StepElement.styles, layout, choices, secrets, groups, styles];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => (this.#pending ? [] : (this.#spec?.fields(this.form.raw) ?? [])),
    read: (raw) => {
      if (this.#pending) return { ok: true, value: 'go-on' };
      if (this.#unreachable) return { ok: true, value: 'load' };
      const spec = this.#spec;
      return spec ? readForm(spec, raw, this.context.localizer.locale) : { ok: false, errors: [] };
    },
  });
  readonly #work = new Work<'request'>(this);
  readonly #finished: FinishedForm = new FinishedForm(this, this.form, () => this.#spec);
  /** Forms for those outside the US, once they are here. */
  #w8: typeof import('./w8/index.ts') | null = null;
  /** What is under way: the forms' chunk. */
  #loading: Promise<void> | null = null;
  /** The forms' chunk could not be loaded. */
  #unreachable = false;
  /** The digits of the tax number are readable. */
  #visible = false;
  /** A submission was taken; its verdict has not been shown yet. */
  #verdictDue = false;
  /** Something was submitted from this page; what an empty field lacks may be said. */
  #sent = false;
  /** `state` of the form that is not on screen: a code in one, any text in the other. */
  #otherState = '';
  /** The form that was on screen last is the W-9. */
  #wasW9 = true;

  get #pending(): boolean {
    return this.requirement.tax_id_verification === 'pending';
  }

  /** What the chosen form asks; undefined while it is being loaded. */
  get #spec(): FormSpec | undefined {
    const form = this.form.value('form');
    return form === 'w8ben' || form === 'w8bene'
      ? this.#w8?.w8SpecOf(form, this.requirement)
      : w9Of(this.form.raw);
  }

  /** A form that is being loaded is part of the update. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#loading) return done;
    await this.#loading;
    return false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('context')) this.#followLanguage(changed.get('context'));
    if (changed.has('requirement')) this.#prefill();
    if (this.form.value('form') !== 'w9') this.#loadW8();
    const before = changed.get('requirement')?.tax_id_verification;
    if (this.#verdictDue || (changed.has('requirement') && before !== this.requirement.tax_id_verification))
      this.#showVerdict(before !== undefined || this.#verdictDue);
    this.#wasW9 = this.form.value('form') === 'w9';
    super.willUpdate(changed);
  }

  protected override summary(): ReturnType<typeof errorSummary> {
    return errorSummary(this.view);
  }

  protected override failure(): TemplateResult | typeof nothing {
    return this.#work.failed && !this.#unreachable ? super.failure() : nothing;
  }

  protected override renderStep(): TemplateResult {
    const scope = this.#scope;
    if (this.#pending) {
      return html`${this.heading(this.t('compliance.pending.title'))}
      ${this.formOf(renderPending(scope), this.requirement.hide_continue_button ? html`` : this.submitButton(this.t('compliance.pending.continue')))}`;
    }
    const form = this.form.value('form');
    const w9 = form === 'w9';
    const { reporting } = this.requirement;
    return html`${this.heading(this.t('compliance.title'), this.#lead())}
    ${this.formOf(
      html`${w9 ? renderMismatch(scope) : nothing}
        <details class="why" part="why">
          <summary>${this.t('compliance.why')}</summary>
          <p>${this.t(w9 ? 'compliance.why.w9' : 'compliance.why.w8ben')}</p>
          ${w9 || !reporting ? nothing : html`<p>${this.t(`compliance.reporting.${reporting.regime}`)}</p>`}
          <p>${this.t('compliance.why.who')}</p>
        </details>
        ${this.#renderChoice()}
        ${form === 'w8ben' || form === 'w8bene' ? (this.#w8?.renderW8(scope, form) ?? this.#renderMissing()) : renderW9(scope)}`,
      this.submitButton(
        this.t(this.#unreachable ? 'action.retry' : w9 ? 'compliance.continue' : 'compliance.continue.sign'),
      ),
    )}`;
  }

  /** Why this is asked: the partner's wish, or the law's, with the amount from which it asks. */
  #lead(): string {
    const { reason, why, threshold } = this.requirement;
    if (reason !== 'tax-law') return this.t('compliance.lead');
    const money = { style: 'currency', currency: 'USD', maximumFractionDigits: 0 } as const;
    return this.t(`compliance.law.${why}`, {
      amount: new Intl.NumberFormat(this.context.localizer.locale, money).format(threshold / 100),
    });
  }

  /** The chosen form is not here: it is on its way, or could not be loaded. */
  #renderMissing(): TemplateResult {
    if (!this.#unreachable) return html`<p class="hint" role="status">${this.t('action.working')}</p>`;
    return html`<div class="banner" part="failure" role="alert">
      ${alertIcon}
      <div>${this.t('error.network-error')}</div>
    </div>`;
  }

  #loadW8(): void {
    if (this.#w8 || this.#unreachable) return;
    this.#loading ??= this.context.localizer.load('compliance-w8', import('./w8/index.ts')).then(
      (w8) => {
        this.#w8 = w8;
        this.#loading = null;
        this.requestUpdate();
      },
      () => {
        this.#loading = null;
        this.#unreachable = true;
        this.requestUpdate();
      },
    );
  }

  #renderChoice(): TemplateResult {
    return radioCards(this.view, {
      name: 'form',
      label: this.t('compliance.form.label'),
      choices: [
        { value: 'w9', label: this.t('compliance.form.w9'), hint: this.t('compliance.form.w9.hint') },
        {
          value: 'w8ben',
          label: this.t('compliance.form.w8ben'),
          hint: this.t('compliance.form.w8ben.hint'),
        },
        {
          value: 'w8bene',
          label: this.t('compliance.form.w8bene'),
          hint: this.t('compliance.form.w8bene.hint'),
        },
      ],
      onChange: this.#onForm,
    });
  }

  get #scope(): Scope {
    return {
      review: this.#finished.render(this.t),
      view: this.view,
      t: this.t,
      requirement: this.requirement,
      announce: this.context.announce,
      visible: this.#visible,
      toggleVisible: () => {
        this.#visible = !this.#visible;
        this.requestUpdate();
      },
      useForm: (form) => {
        this.form.set('form', form);
        this.#onForm();
        this.form.focus('form');
      },
    };
  }

  #prefill(): void {
    const { requirement, context } = this;
    const known: Record<string, string | null | undefined> = {
      ...context.prefill,
      country: requirement.country,
      ...requirement.prefill,
    };
    const born = known['date_of_birth'];
    const rate = known['tax_treaty_rate'];
    this.form.prefill({
      form: requirement.form,
      entity_type: 'individual',
      name: [known['first_name'], known['last_name']].filter(Boolean).join(' '),
      ...known,
      // The W-8BEN cannot be for somebody in the United States, so it does not start with that.
      country: known['country'] === 'US' ? null : known['country'],
      tax_id_country: known['tax_id_country'] ?? (known['country'] === 'US' ? null : known['country']),
      signer_name:
        known['signer_name'] ?? [known['first_name'], known['last_name']].filter(Boolean).join(' '),
      date_of_birth: born && dateCodecOf(context.localizer.locale).format(born),
      tax_treaty_rate: rate && percent(rate),
    });
  }

  #followLanguage(before: StepContext | undefined): void {
    const { localizer } = this.context;
    followLanguage(this.form, ['date_of_birth'], before?.localizer.locale, localizer.locale);
  }

  /** Errors of the one form mean nothing in the other; the values stay. */
  #onForm = (): void => {
    const w9 = this.form.value('form') === 'w9';
    if (w9 !== this.#wasW9) {
      const state = this.form.value('state');
      this.form.set('state', this.#otherState || (w9 ? stateCode(state) : ''));
      this.#otherState = state;
      this.#wasW9 = w9;
    }
    // Consent to the words of one form is none to those of another.
    this.form.set('consent', '');
    this.#unreachable = false;
    this.#work.leave();
    this.form.begin();
  };

  protected override submit(answer: Answer): void {
    if (answer === 'load') {
      this.#unreachable = false;
      this.requestUpdate();
    } else if (answer === 'go-on') void this.#work.ask('request', complianceRequests.goOn());
    else void this.#send(answer);
  }

  async #send(answer: ComplianceInput): Promise<void> {
    if (!(await this.#work.ask('request', requests.submit('compliance', answer)))) return;
    // Handed over, so not kept any longer than needed.
    this.form.set('tin', '');
    this.#sent = this.#verdictDue = true;
    this.requestUpdate();
  }

  #showVerdict(moveFocus: boolean): void {
    this.#verdictDue = false;
    this.#work.leave();
    this.#visible = false;
    const status = this.requirement.tax_id_verification;
    if (status === 'pending' || status === 'mismatched') {
      this.form.set('tin', '');
      this.form.begin();
    }
    if (status === 'mismatched') {
      // On a page opened again nothing was typed yet: what is empty is not wrong.
      this.form.refuse([{ field: 'tin', code: 'tin-mismatch' }], this.#sent);
      if (moveFocus && mayTakeFocus(this)) void this.updateComplete.then(() => this.form.focus('tin'));
    } else if (status === 'pending' && moveFocus) void this.focusHeading();
  }
}

/** A state of the US that was typed into a free text field, as its code. */
function stateCode(text: string): string {
  const wanted = text.trim().toLowerCase();
  return (
    Object.keys(usStates).find(
      (code) => wanted === code.toLowerCase() || wanted === usStates[code]?.toLowerCase(),
    ) ?? ''
  );
}
