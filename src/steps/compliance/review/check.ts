/** The answers by page, each with a way to change it, and the certification in the words of the form. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { TaxFormName } from '../../../contract/forms/tax.ts';
import {
  backupWithholdingItem,
  w8benCertification,
  w8beneCertification,
  w9Certification,
} from '../../../contract/tax/certifications.ts';
import { eyeIcon, eyeOffIcon } from '../../../ui/choice-icons.ts';
import { checkboxField } from '../../../ui/choices.ts';
import { backupWithholding, namesOf, type FormSpec, type Page } from '../read-forms.ts';
import { text, type Scope } from '../scope.ts';
import { answersOf, masked, type Row } from './rows.ts';

const certifications = {
  w9: w9Certification,
  w8ben: w8benCertification,
  w8bene: w8beneCertification,
} satisfies Record<TaxFormName, readonly string[]>;

export interface Check {
  readonly form: TaxFormName;
  readonly spec: FormSpec;
  /** The finished form, or the button that requests it. */
  readonly finished: TemplateResult;
  /** The fields with which a W-8 is signed. */
  readonly signature: TemplateResult | typeof nothing;
}

export function renderCheck(scope: Scope, { form, spec, finished, signature }: Check): TemplateResult {
  const { t, view } = scope;
  const pages = spec.pages(view.form.raw);
  const answers = answersOf(scope, spec.numberName?.(view.form.raw));
  return html`<div class="answers" part="answers">
      ${namesOf(pages).map((page) => (page === 'check' ? nothing : renderAnswers(scope, page, answers(page, pages[page] ?? []))))}
    </div>
    ${finished}
    <div class="group" part="group">
      <h3 part="subtitle">${t('compliance.certify.title')}</h3>
      ${renderCertification(scope, form)}
      ${form === 'w9' ? html`${renderStrike(scope)} ${renderW9Signature(scope)}` : signature}
    </div>`;
}

/**
 * Returns the answers of one page, and the button that leads to it and back. An answer that is all
 * there is to the heading has a hidden term: screen readers would say the heading twice.
 */
function renderAnswers(scope: Scope, page: Exclude<Page, 'check'>, rows: readonly Row[]) {
  const { t } = scope;
  const title = t(`compliance.page.${page}`);
  // Nobody was asked: hardly anybody has something to claim.
  if (page === 'treaty' && !scope.view.form.checked('claims_treaty'))
    return html`<div>
      <button class="link" part="link" type="button" @click=${() => scope.change(page)}>
        ${t('compliance.treaty.claim')}
      </button>
    </div>`;
  return html`<div>
    <div class="head">
      <h3 part="subtitle">${title}</h3>
      <button class="link" part="link" type="button" @click=${() => scope.change(page)}>
        ${t('compliance.change')}<span class="sr"> ${title}</span>
      </button>
    </div>
    <dl>
      ${rows.map(
        ({ label, value, secret }) =>
          html`<div>
            <dt ?hidden=${!label}>${label ?? title}</dt>
            <dd dir="auto">${secret ? renderSecret(scope, secret, value) : value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** Returns the end of a number, which is all that others may see, or all of it once it is to be shown. */
function renderSecret({ t, revealed }: Scope, name: string, value: string): TemplateResult {
  const isShown = revealed.has(name);
  return html`<span class="secret-answer"
    >${isShown ? value : masked(value)}<button
      class="peek"
      part="peek"
      type="button"
      aria-pressed=${isShown ? 'true' : 'false'}
      aria-label=${t('compliance.tin.show')}
      @click=${() => revealed.toggle(name)}
    >
      ${isShown ? eyeOffIcon : eyeIcon}
    </button></span
  >`;
}

/**
 * Returns what is certified. The law wants it in the words of the form, which are English. Where the page
 * speaks another language it says what they mean, and the words themselves unfold.
 */
function renderCertification(scope: Scope, form: TaxFormName): TemplateResult {
  const { t } = scope;
  const struck = form === 'w9' && scope.view.form.checked(backupWithholding);
  const issued = html`<div lang="en" dir="ltr">
    ${certifications[form].map((text, index) => (struck && index === backupWithholdingItem ? crossedOut(scope, text) : html`<p>${text}</p>`))}
  </div>`;
  const meaning = t(struck ? 'compliance.certify.w9.struck' : `compliance.certify.${form}`);
  return html`<div class="statement" part="statement">
    ${
      meaning
        ? html`<p>${meaning}</p>
            <details class="why" part="why">
              <summary part="why-label">${t('compliance.certify.issued')}</summary>
              ${issued}
            </details>`
        : issued
    }
  </div>`;
}

/** Returns words with a line through them. Screen readers pass over the line, so they are told. */
function crossedOut({ t, view }: Scope, text: string): TemplateResult {
  const { language } = view.localizer;
  return html`<p><span class="sr" lang=${language}>${t('compliance.struck')} </span><s>${text}</s></p>`;
}

/**
 * Returns the signature. A W-9 is signed only by those whose number was wrong before (form instructions, Part
 * II, 4, for payments other than interest, dividends, broker and real-estate transactions).
 */
const renderW9Signature = (scope: Scope) =>
  scope.requirement.signature_required
    ? text(scope, 'signature', {
        autocomplete: 'off',
        autocapitalize: 'words',
        className: 'signature',
        hint: scope.t('compliance.signature.hint.empty'),
      })
    : nothing;

/**
 * Returns the question whether item 2 is crossed out. Hardly anybody was notified, so it is folded away; it
 * unfolds by itself where it was answered. Source: Form W-9 (Rev. March 2024), Part II, “Certification
 * instructions”.
 */
function renderStrike({ t, view }: Scope): TemplateResult {
  return html`<details class="why" part="why" ?open=${view.form.checked(backupWithholding) || noChange}>
    <summary part="why-label">${t('compliance.backup')}</summary>
    ${checkboxField(view, {
      name: backupWithholding,
      label: t('compliance.backup.label'),
      hint: t('compliance.backup.hint'),
      optional: true,
    })}
  </details>`;
}
