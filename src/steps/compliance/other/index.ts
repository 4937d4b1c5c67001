/**
 * The questions that find another form, its explanation, and its upload; then what became of it. It comes in
 * a chunk of its own.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { maximumUpload } from '../../../contract/forms/tax-uploads.ts';
import type { TaxFormName } from '../../../contract/forms/tax.ts';
import {
  askedOf,
  otherFormOf,
  otherPayees,
  type OtherAnswers,
  type Outcome,
} from '../../../contract/tax/other-forms.ts';
import type { FieldError, FlowProblem } from '../../../flow/problem.ts';
import { problemText } from '../../../locales/words.ts';
import { failureBanner } from '../../../ui/banner.ts';
import { radioCards } from '../../../ui/choices.ts';
import type { FormController, Reading } from '../../../ui/form-controller.ts';
import type { MultiScreenStep } from '../../multi-screen-step.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { fileField, renderForm, renderWaiting } from './screens.ts';

export { styles } from './styles.ts';
export { complianceOther as messages } from '../../../locales/en/compliance-other.ts';

/** The step, as this part needs it. */
export type OtherHost = MultiScreenStep<RequirementOf<'compliance'>> & { useForm(form: TaxFormName): void };

/** Milliseconds: a phone on a slow line needs longer for a scan than for an answer. */
const patience = 90_000;

/** The names of the inputs. None of these answers is sent. */
const fieldNames = {
  payee: 'other_payee',
  own_work: 'other_own_work',
  treaty: 'other_treaty',
  us_business: 'other_us_business',
  status: 'other_status',
} as const;
const fieldOf = (name: keyof typeof fieldNames): string => fieldNames[name];

export class OtherForms {
  readonly #step: OtherHost;
  readonly #form: FormController<unknown>;
  readonly #leave: () => void;
  #file: File | null = null;
  #problem: FlowProblem | null = null;
  #sending: AbortController | null = null;
  /** Whether the payee answers the questions again, though a form waits or was refused. */
  #again = false;

  constructor(step: OtherHost, form: FormController<unknown>, leave: () => void) {
    this.#step = step;
    this.#form = form;
    this.#leave = leave;
  }

  get #upload() {
    return this.#again ? undefined : this.#step.requirement.upload;
  }

  /** Whether the partner has what was uploaded, and nothing is to be done. */
  get waits(): boolean {
    return this.#upload?.state === 'submitted';
  }

  get #answers(): OtherAnswers {
    const value = (name: keyof typeof fieldNames) => this.#form.value(fieldOf(name));
    const said = (name: keyof typeof fieldNames) => (value(name) ? value(name) === 'yes' : undefined);
    return {
      payee: otherPayees.find((name) => name === value('payee')),
      ...{ own_work: said('own_work'), treaty: said('treaty') },
      ...{ us_business: said('us_business'), status: said('status') },
    };
  }

  /** Of what was refused the same form is wanted again, unless the payee says otherwise. */
  get #outcome(): Outcome {
    return this.#upload ? { upload: this.#upload.form } : otherFormOf(this.#answers);
  }

  get #asked() {
    return this.#upload ? [] : askedOf(this.#answers);
  }

  /** The names of the fields on screen. */
  get fields(): readonly string[] {
    if (this.waits) return [];
    return [...this.#asked.map(fieldOf), ...('upload' in this.#outcome ? ['file'] : [])];
  }

  /** Returns what the main button sends, or what is missing. */
  read(): Reading<'go-on' | 'other'> {
    if (this.waits) return { ok: true, value: 'go-on' };
    const errors: FieldError[] = this.fields
      .filter((field) => !this.#form.value(field))
      .map((field) => ({ field, code: 'required' }));
    if (this.#file && this.#file.size > maximumUpload && this.fields.includes('file'))
      errors.push({ field: 'file', code: 'image-too-large' });
    return errors.length ? { ok: false, errors } : { ok: true, value: 'other' };
  }

  render(): TemplateResult {
    const step = this.#step;
    const { t, requirement } = step;
    const upload = this.#upload;
    if (upload && this.waits)
      return html`${step.heading(t('compliance.other.waiting.title'))}
      ${step.formOf(
        renderWaiting(step, upload.form),
        requirement.hide_continue_button ? nothing : step.submitButton(t('compliance.other.go-on')),
        step.linkButton(t('compliance.other.again'), () => this.#startAgain()),
      )}`;
    const outcome = this.#outcome;
    return html`${step.heading(t('compliance.other.title'), upload ? '' : t('compliance.other.lead'))}
    ${step.formOf(
      html`${upload ? this.#renderRefused(upload.reason ?? '') : nothing}
      ${this.#asked.map((name) => this.#question(name))}
      ${
        'ask' in outcome
          ? nothing
          : 'fill' in outcome
            ? html`<p role="status">${t(`compliance.other.fill.${outcome.fill}`)}</p>`
            : html`${renderForm(step, outcome.upload)}
              ${fileField(step.view, t('compliance.other.file'), t('compliance.other.file.hint'), (file) => this.#take(file))}`
      }
      ${this.#problem ? failureBanner(problemText(step.context.localizer, this.#problem)) : nothing}`,
      step.submitButton(
        t('upload' in outcome ? 'compliance.other.send' : 'compliance.continue'),
        this.#sending !== null,
      ),
      step.linkButton(t('compliance.other.back'), this.#leave, this.#sending !== null),
    )}`;
  }

  #renderRefused(reason: string): TemplateResult {
    const step = this.#step;
    return html`${failureBanner(
      html`<strong>${step.t('compliance.other.refused')}</strong>
        <p><q dir="auto">${reason}</q></p>
        ${step.linkButton(step.t('compliance.other.questions'), () => this.#startAgain())}`,
    )}`;
  }

  #question(name: ReturnType<typeof askedOf>[number]): TemplateResult {
    const { t, view } = this.#step;
    const base = { name: fieldOf(name), onChange: () => (this.#problem = null) };
    if (name === 'payee')
      return radioCards(view, {
        ...base,
        label: t('compliance.other.payee'),
        choices: otherPayees.map((value) => ({
          value,
          label: t(`compliance.other.payee.${value}`),
          hint: t(`compliance.other.payee.${value}.hint`),
        })),
      });
    return radioCards(view, {
      ...base,
      columns: 2,
      label: t(`compliance.other.${name}`),
      hint: t(`compliance.other.${name}.hint`),
      choices: (['yes', 'no'] as const).map((value) => ({ value, label: t(`compliance.other.${value}`) })),
    });
  }

  #startAgain(): void {
    this.#again = true;
    this.#step.requestUpdate();
  }

  #take(file: File | null): void {
    this.#file = file;
    this.#problem = null;
    this.#form.set('file', file?.name ?? '');
  }

  /** Sends the file, or changes to the form that is the right one after all. */
  async send(): Promise<void> {
    const outcome = this.#outcome;
    if ('fill' in outcome) {
      this.#leave();
      return this.#step.useForm(outcome.fill);
    }
    if (!('upload' in outcome) || !this.#file || this.#sending) return;
    const step = this.#step;
    const { signal } = (this.#sending = new AbortController());
    this.#problem = null;
    step.requestUpdate();
    const answer = await step.context.call(
      `/compliance/upload?form=${outcome.upload}`,
      { method: 'PUT', headers: { 'content-type': 'application/pdf' }, body: this.#file, limit: patience },
      signal,
    );
    if (answer.ok) {
      await step.context.refresh();
      this.#file = null;
      this.#again = false;
      this.#form.set('file', '');
      this.#form.set('other', '');
    } else if (answer.problem.fields.some(({ field }) => field === 'file')) {
      this.#form.refuse(answer.problem.fields);
      void this.#form.focusFirstError();
    } else this.#problem = answer.problem;
    this.#sending = null;
    step.requestUpdate();
  }
}
