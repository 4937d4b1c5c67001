/**
 * The pdf-form-fill step: a partner's PDF form, filled in as an accessible form of the page and given back as a flat PDF.
 * `f1`, `f2`, … name the fields on the wire, because names inside a PDF may be anything.
 */
import { isCalendarDate } from '../forms/dates.ts';
import { timestamp, uuid } from '../flow.ts';
import type { FieldCode } from '../problems.ts';
import { fullName, text } from '../forms/fields.ts';
import { z } from '../z.ts';

export const pdfFieldTypes = [
  'text',
  'multiline',
  'date',
  'checkbox',
  'radio',
  'select',
  'signature',
] as const;
export type PdfFieldType = (typeof pdfFieldTypes)[number];

export const pdfField = z.object({
  /** `f1`, `f2`, …; stays the same for the life of the template. */
  id: z.string(),
  /** Full name in the PDF. */
  name: z.string(),
  type: z.enum(pdfFieldTypes),
  /** The partner's, else the PDF's tooltip, else made of the name. */
  label: z.string(),
  hint: z.nullable(z.string()),
  required: z.boolean(),
  /** What can be chosen; empty for fields that are typed. */
  options: z.array(z.string()),
  /** Characters; null = 1,000, or 5,000 in several lines. */
  max_length: z.nullable(z.int()),
  /** Hidden while typed and masked when shown again. */
  secret: z.boolean(),
  /** Counted from 1. */
  page: z.int(),
  /** What it starts with; `{{first_name}}` and the like are filled in, see `prefillWords`. */
  prefill: z.nullable(z.string()),
});
export type PdfField = z.infer<typeof pdfField>;

/** What `{{…}}` in a prefill may name. */
export const prefillWords = [
  'first_name',
  'last_name',
  'full_name',
  'email',
  'country',
  'phone_number',
  'today',
] as const;
export type PrefillWord = (typeof prefillWords)[number];
/** Where a prefill names one, or something that is none; to be trimmed. Takes no longer than the text is long, whatever it says. */
export const prefillPlace = /\{\{([^{}]*)\}\}/g;

/** How dates are written into the PDF. On the wire they are `YYYY-MM-DD`. */
export const pdfDateFormats = ['YYYY-MM-DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY'] as const;
export type PdfDateFormat = (typeof pdfDateFormats)[number];

export const pdfTemplate = z.object({
  id: uuid,
  created: timestamp,
  name: z.string(),
  pages: z.int(),
  /** Bytes. */
  size: z.int(),
  /** Of the file as uploaded, in hexadecimal. */
  sha256: z.string(),
  date_format: z.enum(pdfDateFormats),
  fields: z.array(pdfField),
});
export type PdfTemplate = z.infer<typeof pdfTemplate>;

export const pdfFieldSettings = z.strictObject({
  label: z.optional(text(200)),
  hint: z.optional(z.nullable(text(500))),
  required: z.optional(z.boolean('invalid-boolean')),
  prefill: z.optional(z.nullable(z.string('invalid-type').check(z.maxLength(1000, 'too-long')))),
  secret: z.optional(z.boolean('invalid-boolean')),
  /** A text field can be declared a date, and back. */
  type: z.optional(z.enum(['text', 'date'], 'invalid-choice')),
});
export type PdfFieldSettings = z.infer<typeof pdfFieldSettings>;

/** By the field's full name in the PDF. What is absent stays as it is. */
export const updatePdfTemplateInput = z.strictObject({
  name: z.optional(text(100)),
  date_format: z.optional(z.enum(pdfDateFormats, 'invalid-choice')),
  fields: z.optional(z.record(z.string(), pdfFieldSettings)),
});
export type UpdatePdfTemplateInput = z.infer<typeof updatePdfTemplateInput>;

/** A finished document. Its bytes are at `…/documents/{id}`. */
export const flowDocument = z.object({
  id: uuid,
  created: timestamp,
  flow_id: uuid,
  user_id: z.nullable(uuid),
  step: z.string(),
  template_id: z.nullable(uuid),
  file_name: z.string(),
  content_type: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
});
export type FlowDocument = z.infer<typeof flowDocument>;

/** `fill`: answer the fields; `confirm`: read the filled form, sign it, hand it over. */
export const pdfFormFillRequirement = z.object({
  step: z.literal('pdf-form-fill'),
  hide_continue_button: z.boolean(),
  phase: z.enum(['fill', 'confirm']),
  /** The template's name. */
  title: z.string(),
  pages: z.int(),
  /** Without those that are signed. */
  fields: z.array(z.omit(pdfField, { prefill: true, name: true })),
  /** By field id: what it starts with, or what was answered; a secret one only masked, while confirming. */
  values: z.record(z.string(), z.string()),
  /** The form has a place for a signature. */
  signature: z.boolean(),
  /** The name to sign with. */
  name: z.nullable(z.string()),
});

/** The end: read, and signed where the form has a place for it (15 USC §7001(a), §7006(5): a typed name is a signature). */
export const pdfConfirmInput = z.object({
  signature: z.optional(fullName),
  consent: z.literal(true, 'consent-required'),
});

/** By field id; boxes are `true` or empty. */
export const pdfValuesInput = z.record(z.string(), z.string('invalid-type'));

const longest = { text: 1_000, multiline: 5_000 } as const;

/** What is wrong with the answer to a field, if anything. `value` as it is sent: dates `YYYY-MM-DD`, boxes `true` or empty. */
export function pdfValueProblem(
  field: Pick<PdfField, 'type' | 'required' | 'options' | 'max_length'>,
  value: string,
): FieldCode | null {
  if (value.trim() === '') return field.required ? 'required' : null;
  switch (field.type) {
    case 'checkbox':
      return value === 'true' ? null : 'invalid-choice';
    case 'radio':
    case 'select':
      return field.options.includes(value) ? null : 'invalid-choice';
    case 'date':
      return isCalendarDate(value) ? null : 'invalid-date';
    case 'multiline':
      if (/[^\P{Cc}\n\r\t]/u.test(value)) return 'invalid-characters';
      return value.length > (field.max_length ?? longest.multiline) ? 'too-long' : null;
    case 'text':
    case 'signature':
      if (/\p{Cc}/u.test(value)) return 'invalid-characters';
      return value.length > (field.max_length ?? longest.text) ? 'too-long' : null;
  }
}
