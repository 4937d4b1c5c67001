/**
 * The pdf-form-fill step: a partner's PDF form is filled in as an accessible form of the page, and given back
 * as a flat PDF. `f1`, `f2`, … name the fields on the wire, because names inside a PDF may be anything.
 */
import { timestamp, uuid } from '../flow.ts';
import { text } from '../forms/fields.ts';
import * as z from '../z.ts';
import { typed } from './base.ts';

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

/** One field of a PDF form. */
export const pdfField = z.object({
  /** `f1`, `f2`, … It stays the same for the life of the template. */
  id: z.string(),
  /** The field's full name in the PDF. */
  name: z.string(),
  type: z.enum(pdfFieldTypes),
  /** The partner's label, else the PDF's tooltip, else words made of the name. */
  label: z.string(),
  hint: z.nullable(z.string()),
  required: z.boolean(),
  /**
   * What can be chosen. Empty for fields that are typed. A box with one option stands for that option of a
   * list from which several can be chosen.
   */
  options: z.array(z.string()),
  /** Characters. Null means 1,000, or 5,000 in several lines. */
  max_length: z.nullable(z.int()),
  /** Hidden while typed and masked when shown again. */
  secret: z.boolean(),
  /** Counted from 1. */
  page: z.int(),
  /** What the field starts with. `{{first_name}}` and the like are filled in; see `prefillWords`. */
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
/**
 * Finds each `{{…}}` in a prefill. What is between the braces has to be trimmed and may be no prefill word.
 * The search takes no longer than the text is long, whatever it says.
 */
export const prefillPlace = /\{\{([^{}]*)\}\}/g;

/** How dates are written into the PDF. On the wire they are `YYYY-MM-DD`. */
export const pdfDateFormats = ['YYYY-MM-DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY'] as const;
export type PdfDateFormat = (typeof pdfDateFormats)[number];

/** A PDF form that a partner uploaded. */
export const pdfTemplate = z.object({
  id: uuid,
  created: timestamp,
  name: z.string(),
  pages: z.int(),
  /** Bytes. */
  size: z.int(),
  /** SHA-256 of the file as it was uploaded, in hexadecimal. */
  sha256: z.string(),
  date_format: z.enum(pdfDateFormats),
  fields: z.array(pdfField),
});
export type PdfTemplate = z.infer<typeof pdfTemplate>;

/** What a partner may say about one field. */
const pdfFieldSettings = z.strictObject({
  label: z.optional(text(200)),
  hint: z.optional(z.nullable(text(500))),
  required: z.optional(z.boolean('invalid-boolean')),
  prefill: z.optional(z.nullable(z.string('invalid-type').check(z.maxLength(1000, 'too-long')))),
  secret: z.optional(z.boolean('invalid-boolean')),
  /** A text field can be declared a date, and back. */
  type: z.optional(z.enum(['text', 'date'], 'invalid-choice')),
});

/**
 * What a partner may change of a template. `fields` is keyed by the field's full name in the PDF. What is
 * absent stays as it is.
 */
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

/**
 * What `pdf-form-fill` shows. `fill`: the payee answers the fields. `confirm`: they read the filled form,
 * sign it and hand it over.
 */
export const pdfFormFillRequirement = z.object({
  step: z.literal('pdf-form-fill'),
  hide_continue_button: z.boolean(),
  phase: z.enum(['fill', 'confirm']),
  /** The template's name. */
  title: z.string(),
  pages: z.int(),
  /** Fields to answer; those for a signature are not among them. */
  fields: z.array(z.omit(pdfField, { prefill: true, name: true })),
  /**
   * By field id: what it starts with, or what was answered. While confirming, a secret value is only there
   * masked.
   */
  values: z.record(z.string(), z.string()),
  /** Whether the form has a place for a signature. */
  signature: z.boolean(),
  /** The name to sign with. */
  name: z.nullable(z.string()),
  typed,
});
