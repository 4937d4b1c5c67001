import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { keepsAnswer } from '../../contract/steps/pdf-drafts.ts';
import { latinOf } from '../../contract/steps/pdf-answers.ts';
import { checkboxField } from '../../ui/choices.ts';
import { dateCodecOf, followLanguage } from '../../ui/date-field.ts';
import { textField, type FormView } from '../../ui/fields.ts';
import { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { groups } from '../../ui/groups-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { fieldText } from '../../locales/words.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { Revealed } from '../../ui/revealed.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { DraftKeeper } from '../shared/draft-keeper.ts';
import { download } from './download.ts';
import { latinHint, renderAnswers, renderFields } from './fields.ts';
import { fieldsOn, readAnswers, readConfirmation, valueOf } from './read.ts';
import { styles } from './styles.ts';

type Requirement = RequirementOf<'pdf-form-fill'>;

/**
 * Shows a partner's PDF form as a form of the page. First come the answers, then the filled form to read and
 * download, and only then the signature: nobody signs what they could not see.
 */
export class PdfFormFillStep extends MultiScreenStep<Requirement, StepRequest> {
  static override readonly styles = [...MultiScreenStep.styles, layout, choices, secrets, groups, styles];

  protected override readonly form: FormController<StepRequest> = new FormController<StepRequest>(this, {
    fields: () => fieldsOn(this.screen, this.requirement),
    read: (raw) =>
      this.screen === 'fill'
        ? readAnswers(this.requirement, raw, this.context.localizer.locale)
        : readConfirmation(this.requirement, raw),
  });
  /**
   * Names the field in front of each error. The general sentences do not say which field is meant, because
   * here the fields are the partner's. Where an answer is missing, the sentence has the name in it.
   */
  protected override readonly summary = (view: FormView) =>
    errorSummary(view, 'pdf-form-fill.summary', (error) => {
      const text = fieldText(view.localizer, error);
      const field = this.requirement.fields.find(
        ({ id }) => id === error.field || latinOf(id) === error.field,
      );
      return field && error.code !== 'required'
        ? this.t('pdf-form-fill.error', { label: field.label, text })
        : text;
    });
  /** Which secrets are readable. */
  readonly revealed = new Revealed(this);
  /** Ids of secrets that were answered on a page that is gone. Only the server has them. */
  toRetype: ReadonlySet<string> = new Set();
  /** Whether the payee went back from reading to the answers. */
  #editing = false;
  readonly #draft = new DraftKeeper(this, this.form, {
    fields: () => fieldsOn('fill', this.requirement),
    keep: (field, text) => this.#kept(field, text),
    show: (field, kept) => (keepsAnswer(this.requirement.fields, field, kept) ? kept : null),
  });
  /** Whether the last download failed. */
  #file: 'idle' | 'failed' = 'idle';
  /** Ends the download that is under way. */
  #loading: AbortController | null = null;

  protected override get screen(): Requirement['phase'] {
    return this.#editing ? 'fill' : this.requirement.phase;
  }

  override get back(): (() => void) | null {
    return this.screen === 'fill' ? null : () => this.#edit();
  }

  /** Hides what was made readable, and forgets how the download went. */
  protected override enter(): void {
    this.revealed.clear();
    this.#leaveFile();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const dates = this.requirement.fields.flatMap(({ id, type }) => (type === 'date' ? id : []));
    followLanguage(this.form, dates, changed.get('context')?.localizer.locale, this.context.localizer.locale);
    if (changed.has('requirement')) this.#prefill();
    this.#draft.restore();
    super.willUpdate(changed);
  }

  /** Nobody is there to take a file that arrives now. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveFile();
    this.requestUpdate();
  }

  /**
   * Fills in the answers that the server has. A masked secret is no answer: it is typed again, unless it is
   * still here from before.
   */
  #prefill(): void {
    const codec = dateCodecOf(this.context.localizer.locale);
    const { fields, values } = this.requirement;
    this.form.prefill(
      Object.fromEntries(
        fields.flatMap(({ id, type, secret }) => {
          const value = values[id];
          const latin = values[latinOf(id)];
          if (value === undefined || secret) return [];
          return [
            [id, type === 'date' ? codec.format(value) : value],
            [latinOf(id), latin],
          ];
        }),
      ),
    );
  }

  /** What is as the server has it is no draft. What may not be kept comes back empty, not as it was. */
  #kept(name: string, text: string): string | null {
    const { fields, values } = this.requirement;
    const field = fields.find(({ id }) => id === name);
    const value = field ? valueOf(field, { [name]: text }, this.context.localizer.locale) : text;
    if (value === (values[name] ?? '')) return null;
    return keepsAnswer(fields, name, text) ? text : '';
  }

  protected override renderStep(): TemplateResult {
    const { t, requirement } = this;
    if (this.screen === 'fill') {
      return html`${this.heading(requirement.title, t('pdf-form-fill.lead'))}
      ${this.formOf(renderFields(this), this.submitButton(t('pdf-form-fill.continue')))}`;
    }
    const { signature } = requirement;
    return html`${this.heading(t('pdf-form-fill.confirm.title'), t('pdf-form-fill.confirm.lead', { title: requirement.title }))}
    ${this.formOf(
      html`${renderAnswers(this)} ${this.#renderFile()} ${signature ? this.#renderSignature() : nothing}
        ${checkboxField(this.view, { name: 'consent', label: t(signature ? 'pdf-form-fill.consent.sign' : 'pdf-form-fill.consent.confirm') })}
        <p class="hint" part="hint">${t('pdf-form-fill.next')}</p>`,
      this.submitButton(t(signature ? 'pdf-form-fill.sign' : 'pdf-form-fill.confirm')),
    )}`;
  }

  /** Returns the links to the filled form and back to the answers. */
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

  /**
   * Returns the field to sign in. `name` is null where nobody knows the payee's name yet; then any name
   * signs.
   */
  #renderSignature(): TemplateResult {
    const { t } = this;
    const { name } = this.requirement;
    return html`<h3 part="subtitle">${t('pdf-form-fill.sign.title')}</h3>
      ${textField(this.view, {
        name: 'signature',
        label: t('pdf-form-fill.signature.label'),
        hint: name ? t('pdf-form-fill.signature.hint', { name }) : t('pdf-form-fill.signature.hint.empty'),
        autocomplete: 'off',
        autocapitalize: 'words',
        className: 'signature',
      })}
      ${this.#renderLatinSignature()}`;
  }

  /** Returns the field for the name in Latin letters, where the PDF cannot show it as it is signed. */
  #renderLatinSignature(): TemplateResult | typeof nothing {
    const { form, t } = this;
    const hint = latinHint(t, form.value('signature'));
    if (!hint && !form.value('signature_latin') && !form.errorOf('signature_latin')) return nothing;
    return textField(this.view, {
      name: 'signature_latin',
      label: t('pdf-form-fill.latin.label', { label: t('pdf-form-fill.signature.label') }),
      hint,
      autocomplete: 'off',
      autocapitalize: 'words',
      className: 'signature',
    });
  }

  /** Goes back to the answers, and notes which secrets are missing there. */
  #edit(): void {
    this.#editing = true;
    const { fields, values } = this.requirement;
    this.toRetype = new Set(
      fields.flatMap(({ id, secret }) => (secret && values[id] && !this.form.value(id) ? id : [])),
    );
    this.requestUpdate();
  }

  /**
   * Reads the filled form from the server, and saves it. The answer is no snapshot, so it is read with `ask`.
   */
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

  /** Ends a download, and forgets that the last one failed. */
  #leaveFile(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.#file = 'idle';
  }

  protected override submit(request: StepRequest): void {
    void this.#send(request);
  }

  /** Sends the answers, or the confirmation. Which screen follows is the server's to say. */
  async #send(request: StepRequest): Promise<void> {
    if (!(await this.send(request))) return;
    this.#editing = false;
    // Consent to one version of the form is no consent to the next.
    this.form.set('consent', '');
    this.requestUpdate();
  }
}
