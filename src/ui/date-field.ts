/**
 * Dates of birth in three fields: day, month and year, each with its label, in the order of the payee's
 * language. In one field the order would be a guess (3 May or 5 March?), three selects are slower, and
 * `<input type="date">` opens a calendar on the present month.
 *
 * The form keeps what was typed as one text: `YYYY-MM-DD`, or the three parts on lines of their own.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { isCalendarDate } from '../contract/forms/dates.ts';
import type { FieldCode } from '../contract/problems.ts';
import { knownLocales } from '../locales/locales.ts';
import { dateCodec, type DateCodec, type DatePart } from './date-codec.ts';
import { partsOf, readBirth, textOf } from './date-parts.ts';
import { fieldError, hint, type FieldSpec, type FormView } from './fields.ts';
import type { FormController } from './form-controller.ts';

const codecs = new Map<string, DateCodec>();

/** Returns the codec of a language, the same object every time. */
export function dateCodecOf(locale: string): DateCodec {
  const codec = codecs.get(locale) ?? dateCodec(locale);
  codecs.set(locale, codec);
  return codec;
}

/** `words` are the labels of the three fields. */
export interface DateSpec extends FieldSpec {
  readonly words: Readonly<Record<DatePart, string>>;
}

/**
 * Returns the group of three fields. `bday-*` are their autofill tokens (WCAG 2.2, 1.3.5).
 *
 * The field with the wire name holds the whole date as `YYYY-MM-DD`, for form data and for whoever fills it
 * in or focuses it by script. Nobody sees it or tabs to it: it gives the focus on to the first wrong part.
 */
export function dateOfBirthField(view: FormView, spec: DateSpec): TemplateResult {
  const { name, label, words } = spec;
  const { form, localizer } = view;
  const { locale } = localizer;
  const codec = dateCodecOf(locale);
  const typed = partsOf(form.value(name));
  const date = readBirth(locale, form.value(name));
  const wrong = wrongParts(form.errorOf(name)?.code, typed);
  const take = (text: string, part?: DatePart) => {
    // A whole date may be pasted into any of the fields.
    const whole = dayPasted(text, locale);
    form.set(name, whole ?? textOf({ ...typed, [part ?? 'year']: text }));
  };
  const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
  const focus = (event: Event) => {
    const group = (event.target as HTMLElement).closest('fieldset');
    const part = codec.order.find((one) => wrong.includes(one)) ?? codec.order[0];
    const input = group?.querySelector<HTMLInputElement>(`#${name}-${part}`);
    input?.focus();
    // What a driver types next takes the place of what is there.
    input?.select();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) form.leave(name);
  };
  return html`<fieldset
    class="field date"
    part="date"
    aria-describedby="${spec.hint ? `${name}-hint ` : ''}${name}-said"
    @focusout=${leave}
  >
    <legend part="label">${label}</legend>
    ${hint(spec)}
    <input
      class="sr"
      name=${name}
      tabindex="-1"
      aria-hidden="true"
      autocomplete="off"
      aria-invalid=${wrong.length > 0}
      aria-describedby=${wrong.length ? `${name}-error` : nothing}
      .value=${date === 'unreadable' ? '' : date}
      @input=${(event: Event) => take(valueOf(event))}
      @focus=${focus}
    />
    <div class="parts" part="date-parts">
      ${codec.order.map(
        (part) =>
          html`<div class=${part}>
            <label for="${name}-${part}" part="date-label">${words[part]}</label>
            <input
              id="${name}-${part}"
              class="control number"
              part="input"
              autocomplete="bday-${part}"
              inputmode="numeric"
              spellcheck="false"
              aria-required=${!spec.optional}
              aria-invalid=${wrong.includes(part)}
              aria-describedby=${wrong.includes(part) ? `${name}-error` : nothing}
              .value=${typed[part]}
              @input=${(event: Event) => take(valueOf(event), part)}
            />
          </div>`,
      )}
    </div>
    <output class="hint" part="hint" id="${name}-said">${inWords(date, locale)}</output>
    ${fieldError(view, name)}
  </fieldset>`;
}

/**
 * Returns the day that a whole date means, or null when it is no date or could be two days. It was copied
 * from elsewhere, where the payee may write in the order of their browser: `05/03/1990` is a day in March for
 * a Brazilian, who reads English here.
 */
function dayPasted(text: string, locale: string): string | null {
  const [own = locale] = knownLocales(navigator.languages);
  const [here, there] = [locale, own].map((tag) => dateCodecOf(tag).parse(text)) as [
    string | null,
    string | null,
  ];
  if (here === there || !isCalendarDate(there ?? '')) return here;
  return isCalendarDate(here ?? '') ? null : there;
}

/**
 * Returns a date as it is spoken (`5 March 1990`), so that swapped numbers are noticed. Returns an empty text
 * when there is no such day.
 */
export const inWords = (date: string, locale: string): string =>
  isCalendarDate(date)
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', calendar: 'gregory', timeZone: 'UTC' }).format(
        Date.parse(date),
      )
    : '';

/** Returns the parts that an error is about: all three where it is about none of them alone. */
function wrongParts(
  code: FieldCode | undefined,
  typed: Readonly<Record<DatePart, string>>,
): readonly DatePart[] {
  const all = ['day', 'month', 'year'] as const;
  if (!code) return [];
  if (code === 'incomplete-date') return all.filter((part) => !typed[part].trim());
  if (code === 'invalid-month') return ['month'];
  if (code === 'invalid-date') return ['day'];
  return code === 'short-year' || code.startsWith('too-') || code === 'date-in-future' ? ['year'] : all;
}

/**
 * Rewrites dates that were typed into one field when the language changes, because the same text would be
 * another day in another language. `from` and `to` are locales.
 */
export function followLanguage(
  form: FormController<unknown>,
  fields: readonly string[],
  from: string | undefined,
  to: string,
): void {
  if (!from || from === to) return;
  for (const field of fields) {
    const day = dateCodecOf(from).parse(form.value(field));
    if (day) form.rewrite(field, dateCodecOf(to).format(day));
  }
}

/**
 * Returns what a schema checks: the date as `YYYY-MM-DD`, or `unreadable`, which no schema takes for a date,
 * when the text is none. Empty text stays empty.
 */
export function readDate(locale: string, text = ''): string {
  return text.trim() ? (dateCodecOf(locale).parse(text) ?? 'unreadable') : '';
}
