import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { checkboxField } from '../../ui/choices.ts';
import { dateCodecOf, followLanguage } from '../../ui/date-field.ts';
import { textField } from '../../ui/fields.ts';
import { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { groups } from '../../ui/groups-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { fieldText } from '../../locales/words.ts';
import { StepElement } from '../step-element.ts';
import { Work } from '../work.ts';
import { download } from './download.ts';
import { renderAnswers, renderFields, type Scope } from './fields.ts';
import { fieldsOn, readAnswers, readConfirmation } from './read.ts';
import { styles } from './styles.ts';

type Requirement = RequirementOf<'pdf-form-fill'>;

/**
 * A partner's PDF form as a form of the page. First the answers, then the filled form to read and download, and only then
 * the signature: nobody signs what they could not see.
 */
export class PdfFormFillStep extends StepElement<Requirement, StepRequest> {
  static override readonly styles = [...StepElement.styles, layout, choices, secrets, groups, styles];

  protected override readonly form: FormController<StepRequest> = new FormController<StepRequest>(this, {
    fields: () => fieldsOn(this.#screen, this.requirement),
    read: (raw) =>
      this.#screen === 'fill'
        ? readAnswers(this.requirement, raw, this.context.localizer.locale)
        : readConfirmation(this.requirement, raw),
  });
  readonly #work = new Work<'request'>(this);
  readonly #visible = new Set<string>();
  /** Ids of secrets that were answered on a page that is gone: only the server has them. */
  #lost: ReadonlySet<string> = new Set();
  /** The payee went back from reading to the answers. */
  #editing = false;
  #shown: Requirement['phase'] | null = null;
  #file: 'idle' | 'failed' = 'idle';
  /** The filled form is on its way. */
  #loading: AbortController | null = null;

  get #screen(): Requirement['phase'] {
    return this.#editing ? 'fill' : this.requirement.phase;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const dates = this.requirement.fields.flatMap(({ id, type }) => (type === 'date' ? id : []));
    followLanguage(this.form, dates, changed.get('context')?.localizer.locale, this.context.localizer.locale);
    if (changed.has('requirement')) this.#prefill();
    if (this.#shown !== this.#screen) this.#enter();
    super.willUpdate(changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveFile();
    this.requestUpdate();
  }

  #enter(): void {
    const isFirst = this.#shown === null;
    this.#shown = this.#screen;
    this.#visible.clear();
    this.#leaveFile();
    if (isFirst) return;
    this.#work.leave();
    this.form.begin();
    void this.focusHeading();
  }

  /** A masked secret is no answer: it is typed again, unless it is still here from before. */
  #prefill(): void {
    const codec = dateCodecOf(this.context.localizer.locale);
    const { fields, values } = this.requirement;
    this.form.prefill(
      Object.fromEntries(
        fields.flatMap(({ id, type, secret }) => {
          const value = values[id];
          return value === undefined || secret ? [] : [[id, type === 'date' ? codec.format(value) : value]];
        }),
      ),
    );
  }

  protected override failure(): TemplateResult | typeof nothing {
    return this.#work.failed ? super.failure() : nothing;
  }

  protected override renderStep(): TemplateResult {
    const { t, requirement } = this;
    if (this.#screen === 'fill') {
      return html`${this.heading(requirement.title, t('pdf-form-fill.lead'))}
      ${this.formOf(renderFields(this.#scope), this.submitButton(t('pdf-form-fill.continue')))}`;
    }
    const { signature } = requirement;
    return html`${this.heading(t('pdf-form-fill.confirm.title'), t('pdf-form-fill.confirm.lead', { title: requirement.title }))}
    ${this.formOf(
      html`${renderAnswers(this.#scope)} ${this.#renderFile()}
        ${signature ? this.#renderSignature() : nothing}
        ${checkboxField(this.view, { name: 'consent', label: t(signature ? 'pdf-form-fill.consent.sign' : 'pdf-form-fill.consent.confirm') })}
        <p class="hint">${t('pdf-form-fill.next')}</p>`,
      this.submitButton(t(signature ? 'pdf-form-fill.sign' : 'pdf-form-fill.confirm')),
    )}`;
  }

  #renderFile(): TemplateResult {
    const { t } = this;
    const loading = this.#loading !== null;
    return html`<div class="file">
      ${this.linkButton(t(loading ? 'pdf-form-fill.downloading' : 'pdf-form-fill.download'), () => void this.#download(), loading)}
      ${
        this.#file === 'failed'
          ? html`<p class="error" part="error" role="alert">
              ${alertIcon}<span>${t('pdf-form-fill.download.failed')}</span>
            </p>`
          : nothing
      }
      ${this.linkButton(t('pdf-form-fill.edit'), () => this.#edit(), this.busy)}
    </div>`;
  }

  #renderSignature(): TemplateResult {
    const { t } = this;
    const { name } = this.requirement;
    return html`<h3>${t('pdf-form-fill.sign.title')}</h3>
      ${textField(this.view, {
        name: 'signature',
        label: t('pdf-form-fill.signature.label'),
        hint: name ? t('pdf-form-fill.signature.hint', { name }) : t('pdf-form-fill.signature.hint.empty'),
        autocomplete: 'off',
        autocapitalize: 'words',
        className: 'signature',
      })}`;
  }

  /** The general sentences do not say which field is meant; here the fields are the partner's. */
  protected override summary(): TemplateResult | typeof nothing {
    const errors = this.form.summary();
    if (errors.length < 2) return nothing;
    const labels = new Map(this.requirement.fields.map(({ id, label }) => [id, label]));
    const words = (error: (typeof errors)[number]) => {
      const text = fieldText(this.context.localizer, error);
      const label = labels.get(error.field);
      return label === undefined ? text : this.t('pdf-form-fill.error', { label, text });
    };
    const jump = (event: Event, field: string) => {
      event.preventDefault();
      this.form.focus(field);
    };
    return html`<div class="banner" part="summary" role="group" aria-labelledby="summary-title">
      ${alertIcon}
      <div>
        <strong id="summary-title">${this.t('pdf-form-fill.summary', { count: errors.length })}</strong>
        <ul>
          ${errors.map(
            (error) =>
              html`<li>
                <a href="#${error.field}" @click=${(event: Event) => jump(event, error.field)}
                  >${words(error)}</a
                >
              </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  get #scope(): Scope {
    return {
      view: this.view,
      t: this.t,
      requirement: this.requirement,
      visible: this.#visible,
      lost: this.#lost,
      toggleVisible: (id) => {
        if (!this.#visible.delete(id)) this.#visible.add(id);
        this.requestUpdate();
      },
    };
  }

  #edit(): void {
    this.#editing = true;
    const { fields, values } = this.requirement;
    this.#lost = new Set(
      fields.flatMap(({ id, secret }) => (secret && values[id] && !this.form.value(id) ? id : [])),
    );
    this.requestUpdate();
  }

  async #download(): Promise<void> {
    const loading = (this.#loading = new AbortController());
    this.#file = 'idle';
    this.requestUpdate();
    const answer = await this.context.ask('/pdf-form-fill/document', loading.signal);
    if (loading.signal.aborted) return;
    const saved = await download(answer).catch(() => false);
    this.#loading = null;
    this.#file = saved ? 'idle' : 'failed';
    if (saved) this.context.announce(this.t('pdf-form-fill.downloaded'));
    this.requestUpdate();
  }

  #leaveFile(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.#file = 'idle';
  }

  protected override submit(request: StepRequest): void {
    void this.#send(request);
  }

  async #send(request: StepRequest): Promise<void> {
    if (!(await this.#work.ask('request', request))) return;
    this.#editing = false;
    // Consent to one version of the form is none to the next.
    this.form.set('consent', '');
    this.requestUpdate();
  }
}
