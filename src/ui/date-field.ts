/**
 * One text input for a date of birth. Three selects are slower, and `<input type="date">` opens a calendar on
 * the present month.
 */
import type { TemplateResult } from 'lit';
import { dateCodec, type DateCodec } from './date-codec.ts';
import { textField, type FieldSpec, type FormView } from './fields.ts';
import { reformat } from './reformat.ts';
import type { FormController } from './form-controller.ts';

const codecs = new Map<string, DateCodec>();

/** Returns the codec of a language, the same object every time. */
export function dateCodecOf(locale: string): DateCodec {
  const codec = codecs.get(locale) ?? dateCodec(locale);
  codecs.set(locale, codec);
  return codec;
}

/** A date field's hint is the order in which to type. */
export interface DateSpec extends Omit<FieldSpec, 'hint'> {
  /** How each part is abbreviated for the payee: `MM`, `DD`, `YYYY`. */
  readonly letters: Readonly<Record<'year' | 'month' | 'day', string>>;
}

/**
 * `bday` is the autofill token of a date of birth (WCAG 2.2, 1.3.5). Browsers fill it in as `YYYY-MM-DD`,
 * which the codec takes in every language.
 */
export function dateOfBirthField(view: FormView, { letters, ...spec }: DateSpec): TemplateResult {
  const codec = dateCodecOf(view.localizer.locale);
  return textField(view, {
    ...spec,
    hint: codec.order.map((part) => letters[part]).join(codec.separator),
    autocomplete: 'bday',
    inputmode: 'numeric',
    className: 'number',
    onInput: (event) => reformat(event, (text) => codec.group(text)),
  });
}

/**
 * Rewrites typed dates when the language changes, because the same text would be another day in another
 * language. `from` and `to` are locales.
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
