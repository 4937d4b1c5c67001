/**
 * Turns the fields of the PDF into fields of the page. They are called as on paper and asked in the order on
 * paper. Their labels are the partner's words, in the partner's language.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { checkboxField, radioCards, selectField } from '../../ui/choices.ts';
import { dateCodecOf } from '../../ui/date-field.ts';
import { textField, type FormView } from '../../ui/fields.ts';
import { reformat } from '../../ui/reformat.ts';
import type { Revealed } from '../../ui/revealed.ts';
import { secretField } from '../../ui/secret-field.ts';
import { textArea } from '../../ui/text-area.ts';
import type { Translate } from '../../locales/catalogue.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { latinOf, lettersNotShown } from '../../contract/steps/pdf-answers.ts';
import { areaToken, dateToken, tokenOf } from '../../contract/steps/pdf-labels.ts';
import { asksLatin, type Field } from './read.ts';

/** What the templates are given of the step. The step itself fits this. */
export interface Scope {
  readonly view: FormView;
  readonly t: Translate;
  readonly requirement: RequirementOf<'pdf-form-fill'>;
  readonly revealed: Revealed;
  /** Ids of secret fields whose answer only the server has. The payee has to type them again. */
  readonly toRetype: ReadonlySet<string>;
}

/** Returns all fields. When the form has several pages, each page is a group under a heading. */
export function renderFields(scope: Scope): TemplateResult {
  const { requirement, t, view } = scope;
  view.localizer.put(Object.fromEntries(requirement.fields.flatMap((field) => requiredWords(scope, field))));
  const pages = [...new Set(requirement.fields.map(({ page }) => page))];
  const of = (page: number) =>
    requirement.fields.filter((field) => field.page === page).map((field) => renderField(scope, field));
  const title = (page: number) => t('pdf-form-fill.page', { page, pages: requirement.pages });
  if (pages.length < 2) return html`${pages.map(of)}`;
  return html`${pages.map(
    (page) =>
      html`<div class="group" part="group">
        <h3 part="subtitle">${title(page)}</h3>
        ${of(page)}
      </div>`,
  )}`;
}

/** Returns what is said of a field that was left empty, by its label: nothing else names it. */
function requiredWords({ view, t }: Scope, field: Field): [string, string][] {
  const { id, label } = field;
  const latin = t('pdf-form-fill.latin.label', { label });
  return [
    [`field.${id}.required`, requiredText(t, field, view.localizer.locale)],
    [`field.${latinOf(id)}.required`, t('pdf-form-fill.required', { label: latin })],
  ];
}

function requiredText(t: Translate, field: Field, locale: string): string {
  const { label } = field;
  switch (field.type) {
    case 'checkbox':
      return t('pdf-form-fill.required.box', { label });
    case 'radio':
    case 'select':
      return t('pdf-form-fill.required.choice', { label });
    case 'date':
      return t('pdf-form-fill.required.date', { label, order: dateOrder(t, locale) });
    case 'text':
    case 'multiline':
    case 'signature':
      break;
    default:
      // A newer server may know another type.
      field.type satisfies never;
  }
  return t('pdf-form-fill.required', { label });
}

/** Returns one field by its type. The hint says, too, which secret has to be typed again. */
function renderField(scope: Scope, field: Field): TemplateResult {
  const { view, t, toRetype, requirement } = scope;
  const { id: name, label } = field;
  const before =
    toRetype.has(name) && t('pdf-form-fill.secret.before', { value: requirement.values[name] ?? '' });
  const hint = [field.hint, before].filter(Boolean).join(' ');
  const spec = { name, label, optional: !field.required, ...(hint && { hint }) };
  switch (field.type) {
    case 'multiline':
      return html`${textArea(view, { ...spec, rows: 4, maxlength: field.max_length ?? 5_000, autocomplete: areaToken(label) })}
      ${renderLatin(scope, field)}`;
    case 'checkbox':
      return checkboxField(view, spec);
    case 'radio':
      return radioCards(view, { ...spec, choices: choicesOf(field) });
    case 'select':
      return selectField(view, {
        ...spec,
        choices: choicesOf(field),
        autocomplete: tokenOf(label),
      });
    case 'date':
      return renderDate(scope, field, spec);
    case 'text':
    case 'signature':
      break;
    default:
      // A newer server may know another type. Whatever it is, it can be typed.
      field.type satisfies never;
  }
  return html`${renderText(scope, field, spec)} ${renderLatin(scope, field)}`;
}

/**
 * Returns the field for an answer in Latin letters, where the PDF cannot show the payee's own. The server may
 * have found letters that only the font knows to be missing.
 */
function renderLatin({ view, t }: Scope, field: Field): TemplateResult | typeof nothing {
  const { form } = view;
  const name = latinOf(field.id);
  const value = form.value(field.id);
  if (!asksLatin(field, value) && !form.value(name) && !form.errorOf(name)) return nothing;
  return textField(view, {
    name,
    label: t('pdf-form-fill.latin.label', { label: field.label }),
    hint: latinHint(t, value),
    maxlength: field.max_length ?? 1_000,
    autocomplete: 'off',
  });
}

/** Returns which letters the PDF cannot show. */
export const latinHint = (t: Translate, value: string): string | undefined => {
  const letters = lettersNotShown(value).join('\u00a0');
  return letters ? t('pdf-form-fill.latin.hint', { letters }) : undefined;
};

/** What every kind of field takes from the PDF. */
interface Spec {
  readonly name: string;
  readonly label: string;
  readonly optional: boolean;
  readonly hint?: string;
}

/** The options of a PDF have no names besides their values. */
const choicesOf = ({ options }: Field) => options.map((value) => ({ value, label: value }));

/** Returns `MM/DD/YYYY`, in the order and with the letters of the payee's language. */
function dateOrder(t: Translate, locale: string): string {
  const letters = {
    year: t('pdf-form-fill.date.year'),
    month: t('pdf-form-fill.date.month'),
    day: t('pdf-form-fill.date.day'),
  };
  const { order, separator } = dateCodecOf(locale);
  return order.map((part) => letters[part]).join(separator);
}

/** Returns a date field. */
function renderDate({ view, t }: Scope, field: Field, spec: Spec): TemplateResult {
  const codec = dateCodecOf(view.localizer.locale);
  const order = dateOrder(t, view.localizer.locale);
  return textField(view, {
    ...spec,
    hint: spec.hint ? html`${spec.hint} (${order})` : order,
    autocomplete: dateToken(field.label),
    inputmode: 'numeric',
    className: 'number',
    onInput: (event) => reformat(event, (text) => codec.group(text)),
  });
}

/** Returns a text field, or one that hides what is typed where the partner has marked it as secret. */
function renderText({ view, t, revealed }: Scope, field: Field, spec: Spec): TemplateResult {
  const { label } = field;
  const limited = { ...spec, maxlength: field.max_length ?? 1_000 };
  if (!field.secret) return textField(view, { ...limited, autocomplete: tokenOf(label) });
  return secretField(view, {
    ...limited,
    letters: true,
    revealed,
    toggleLabel: t('pdf-form-fill.show', { label }),
  });
}

/** Returns what was answered, to be read once more. Secrets come masked from the server. */
export function renderAnswers({ t, requirement, view }: Scope): TemplateResult {
  const codec = dateCodecOf(view.localizer.locale);
  const answerTo = (field: Field): string | TemplateResult => {
    const value = requirement.values[field.id];
    if (field.type === 'checkbox') return t(value ? 'pdf-form-fill.yes' : 'pdf-form-fill.no');
    if (!value) return html`<span class="hint" part="hint">${t('pdf-form-fill.empty')}</span>`;
    const latin = requirement.values[latinOf(field.id)];
    if (latin) return t('pdf-form-fill.latin.answer', { value, latin });
    return field.type === 'date' && !field.secret ? codec.format(value) : value;
  };
  return requirement.fields.length === 0
    ? html`${nothing}`
    : html`<section class="group" part="group" aria-labelledby="answers-title">
        <h3 part="subtitle" id="answers-title">${t('pdf-form-fill.answers')}</h3>
        <dl part="answers">
          ${requirement.fields.map(
            (field) =>
              html`<div>
                <dt>${field.label}</dt>
                <dd>${answerTo(field)}</dd>
              </div>`,
          )}
        </dl>
      </section>`;
}
