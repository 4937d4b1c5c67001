/**
 * Which answers to a partner's PDF form are kept before they are sent. A tax or account number is never kept,
 * and a partner may have forgotten to say which field asks for one. So an answer with a digit is kept only
 * where the label says plainly that it is no such number: an address, say, or a phone number.
 */
import type { PdfField } from './pdf-form-fill.ts';
import { latinOf } from './pdf-answers.ts';
import { tokenOf } from './pdf-labels.ts';

type Field = Pick<PdfField, 'id' | 'type' | 'label' | 'options' | 'secret'>;

/** Tokens of `pdf-labels.ts` for what has digits of its own. */
const hasDigits = /^(?:address|postal-code|tel|email|url)/;

/** Returns whether an answer may be kept. `name` is the field's id, or its id for Latin letters. */
export function keepsAnswer(fields: readonly Field[], name: string, value: string): boolean {
  const field = fields.find(({ id }) => id === name || latinOf(id) === name);
  if (!field || value === '') return field !== undefined;
  return (
    !field.secret &&
    // It may be a date of birth.
    field.type !== 'date' &&
    (!/\p{Nd}/u.test(value) || field.options.includes(value) || hasDigits.test(tokenOf(field.label)))
  );
}
